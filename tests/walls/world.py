"""A small world of records: the same set of rows about people in each of several places and sensitivities."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Letter, LetterPaper, TemplateVersion
from satupintu.engine.documents.tests.files import pdf
from satupintu.engine.events import Sentence
from satupintu.engine.events import record as record_event
from satupintu.engine.notifications.models import Message, Notice
from satupintu.engine.notifications.outbox import enqueue
from satupintu.engine.notifications.texts import Text
from satupintu.engine.notifications.words import Medium, MessageState
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.offices.models import Account, Appointment, Office, OfficeClosure
from satupintu.foundation.offices.words import OfficeKind, Role, ServiceField
from satupintu.lib.printed_codes import fingerprint
from satupintu.lib.sentences import say
from satupintu.registry.imports.models import Batch, StagedRow
from satupintu.registry.imports.problems import Problem
from satupintu.registry.people.models import (
    CardMember,
    FamilyCard,
    Household,
    HouseholdMember,
    NameToken,
    Person,
)
from satupintu.work.catalogue.models import RequirementSet, Service
from satupintu.work.complaints.intake import follow_up_code
from satupintu.work.complaints.models import Complaint, Reporter, Story
from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity
from satupintu.work.daybook.models import Finding, ListedCard, ServiceRecord, Visit
from satupintu.work.referrals import codes
from satupintu.work.referrals.models import Referral
from satupintu.work.transfers.models import Transfer
from tests.walls.answers import answered
from tests.walls.canaries import number, word
from tests.walls.doubles import doubles
from tests.walls.handed import hand_over
from tests.walls.needs import need_of
from tests.walls.outreaches import outreach_of, photograph
from tests.walls.partners import resource_of
from tests.walls.proposals import proposal_of

OWN, SIBLING = 7302032006, 7302032005
KECAMATAN, KABUPATEN = 7302030000, 7302000000
OTHER_KABUPATEN, OTHER_PROVINCE = 7306072008, 7401012001
PLACES = {
    "own": OWN,
    "sibling": SIBLING,
    "kecamatan": KECAMATAN,
    "kabupaten": KABUPATEN,
    "elsewhere": OTHER_KABUPATEN,
    "far": OTHER_PROVINCE,
}
RECEIVER = {"own": "D7302DUKCAPIL", "sibling": "D7302DINKES", "kecamatan": "D7302DUKCAPIL", "kabupaten": "D7302DINKES"}
"""Whom the letter of a place goes to; of the others the agency of Gowa."""
OFFERED_TO = {
    "own": "S7302",
    "sibling": "K730203",
    "kecamatan": "P7302032006",
    "kabupaten": "S7306",
    "elsewhere": "S7306",
    "far": "V73",
}
"""Whom the complaint of a place was offered to."""
HANDLER = {"elsewhere": "V73"}
"""Whose complaints have been passed on to the provinsi; the others are handled where they were taken in."""
DAY = date(2026, 3, 2)
PUSKESOS = {"template__kind": "certificate", "template__office_kind": "puskesos"}


@dataclass(frozen=True)
class Record:
    """Everything about one family with one complaint, in one place. ``keys`` are the names that addresses use."""

    place: str
    village: int
    clearance: int
    author: int
    ends: tuple[int, int]
    offer_ends: tuple[int, int]
    handed_ends: tuple[int, int]
    handler: int
    keys: dict[str, Any]
    canaries: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """How a failing test names it."""
        return f"{self.place}/{self.clearance}"


@dataclass(frozen=True)
class World:
    """All records."""

    records: list[Record]

    def at(self, place: str, clearance: int = 0) -> Record:
        """The record of a place and a sensitivity."""
        return next(one for one in self.records if (one.place, one.clearance) == (place, clearance))

    @property
    def canaries(self) -> dict[str, tuple[str, Record]]:
        """Each canary, what kind of fact it is, and whose."""
        return {canary: (kind, one) for one in self.records for canary, kind in one.canaries.items()}


def build() -> World:
    """Make the world, in the current transaction. The cast must be on stage."""
    with house("uji", quietly=True):
        authors = {place: _author(place, village) for place, village in PLACES.items()}
        records = [
            _Maker(place, village, sensitivity, authors[place]).make()
            for place, village in PLACES.items()
            for sensitivity in Sensitivity
        ]
    return World(records)


def _author(place: str, village: int) -> Appointment:
    """Who took the complaints of a place down: a facilitator who works there and is nobody else in the tests."""
    office = Office.objects.filter(area_id=village).order_by("pk").first()
    if office is None:
        office = Office.objects.create(
            kind=OfficeKind.PUSKESOS, code=f"P{village}", name=f"Kantor {place}", area_id=village
        )
    return appoint(f"penulis.{place}", Role.FACILITATOR, office, village)


def appoint(username: str, role: Role, office: Office, area: int | None, **more: Any) -> Appointment:
    """Somebody new with one appointment, in force for years unless said otherwise."""
    hashed = Account.objects.values_list("password", flat=True).get(username="ara.koordinator")
    account = Account.objects.create(
        username=username, name=f"Petugas {username}", area_id=area, phone=word(username, "telepon"), password=hashed
    )
    days = {"valid_from": date(2024, 1, 1), "valid_to": date(2040, 1, 1)}
    return Appointment.objects.create(
        **{"account": account, "role": role, "office": office, "area_id": area, "sk_number": f"SK/{username}"}
        | {"sk_date": DAY} | days | more
    )  # fmt: skip


class _Maker:
    """Makes one record; every text of it is a canary of its own."""

    def __init__(self, place: str, village: int, sensitivity: Sensitivity, author: Appointment) -> None:
        self.place, self.village, self.sensitivity, self.author = place, village, sensitivity, author
        self.canaries: dict[str, str] = {}
        receiver = RECEIVER.get(place, "D7306DUKCAPIL")
        self.to = Office.objects.get(code=receiver)
        self.handler = Office.objects.get(code=HANDLER[place]) if place in HANDLER else author.office

    def word(self, kind: str, name: str) -> str:
        canary = word(self.place, self.sensitivity.value, kind, name)
        self.canaries[canary.lower()] = kind
        return canary

    def number(self, kind: str, name: str) -> str:
        canary = number(self.place, self.sensitivity.value, kind, name)
        self.canaries[canary] = kind
        return canary

    def make(self) -> Record:
        keys = self._family()
        keys |= doubles(self, keys["person"]) | self._batch() | self._staff()
        keys |= outreach_of(self.author, self.village, self.sensitivity.clearance, keys)
        keys |= {"resource": resource_of(self.village, self.word)}
        keys |= proposal_of(self.author, self.village, self.sensitivity.clearance, keys, self.word)
        complaint = self._complaint(keys)
        letter, offer = self._letter(complaint), self._offer(complaint)
        with entered(
            Scope(
                spans=((0, 10**10),),
                clearance=2,
                fields=("*",),
                appointment=self.author.pk,
                office=self.author.office_id,
            )
        ):
            registered = record_event("complaint.registered", complaint, by=self.author)
            record_event("referral.sent", letter, by=self.author, to=self.to.name)
            record_event("transfer.offered", offer, by=self.author, to=offer.to_office.name)
            paper = SimpleUploadedFile(f"{self.word('complaint', 'paper')}.pdf", pdf(b"% " + self._bytes("in_paper")))
            keys["attachment"] = attach(complaint, paper, by=self.author).pk
            enclosed = SimpleUploadedFile(f"{self.word('letter', 'paper')}.pdf", pdf(b"% enclosed"))
            keys["letter_paper"] = attach(letter, enclosed, by=self.author).pk
            keys["photo"] = photograph(self, keys["outreach"])
        keys |= {"complaint": complaint.number, "complaint_pk": complaint.pk}
        keys |= {"official": self._official(complaint).pk, "issued": self._issued(complaint).pk}
        keys |= {"offer": offer.number, "offer_pk": offer.pk, "hand": self.author.pk, "matter": complaint.pk}
        keys |= {"letter": letter.number, "letter_pk": letter.pk} | self._book(keys) | self._news(registered)
        handed = hand_over(self, keys)
        return Record(
            self.place, self.village, self.sensitivity.clearance, self.author.pk,
            (letter.from_office_id, letter.to_office_id), (offer.from_office_id, offer.to_office_id),
            (handed.from_office_id, handed.to_office_id),
            complaint.handler_office_id, keys, self.canaries,
        )  # fmt: skip

    def _news(self, event: Any) -> dict[str, Any]:
        """The first notice that somebody got of the complaint, and a message about it that was not sent."""
        address = f"+{self.number('address', 'message')}"
        message = enqueue(event, Medium.SMS, address, text=Text(Sentence("Ada kabar tentang {trace}.")))
        assert message is not None
        Message.objects.filter(pk=message.pk).update(state=MessageState.GIVEN_UP)
        notice = Notice.objects.filter(event_id=event.pk).order_by("pk").first()
        told = {"notice": notice.pk, "told": notice.appointment_id} if notice else {"notice": 0, "told": 0}
        return told | {"message": message.pk}

    def _bytes(self, name: str) -> bytes:
        return self.word("complaint", name).encode()

    def _family(self) -> dict[str, Any]:
        place = {"village_id": self.village}
        person = Person.objects.create(
            name=self.word("person", "name"), nik=self.number("person", "nik"), birth_year=1970, sex="female",
            mother_name=self.word("person", "mother"), address=self.word("person", "address"),
            occupation=self.word("person", "occupation"), birth_place=self.word("person", "birth_place"), **place,
        )  # fmt: skip
        NameToken.objects.renew([person])
        answered(person, self.word, self.number)
        household = Household.objects.create(head=person, address=self.word("person", "home"), **place)
        HouseholdMember.objects.create(household=household, person=person, relationship="head", since=DAY, **place)
        card = FamilyCard.objects.create(kk_number=self.number("person", "kk"), **place)
        CardMember.objects.create(card=card, person=person, since=DAY, **place)
        need = need_of(person, self.sensitivity.clearance, self.word, self.number)
        found = {"ppks": need, "person": person.pk, "household": household.pk, "nik": person.nik}
        return found | {"name": person.name, "kk": card.kk_number}

    def _batch(self) -> dict[str, Any]:
        batch = Batch.objects.create(
            area=self.village, file_name=f"{self.word('person', 'file')}.csv", size=9, sha256="0" * 64, state="checked",
            uploaded_by="x", counts={"rows": 2, "new": 1, "refused": 1}, headings=["Nama", "NIK"], heading_row=1,
            columns={"0": "name", "1": "nik"},
        )  # fmt: skip
        name, nik = self.word("person", "staged"), self.number("person", "staged")
        StagedRow.objects.create(
            batch=batch, area=self.village, number=2, cells=[name, nik], name=name, name_key=name.lower(), nik=nik,
            village=self.village, verdict="refused", errors=[Problem("nik", say("NIK {nik} salah.", nik=nik), "nik").packed()],
        )  # fmt: skip
        return {"batch": batch.pk}

    def _staff(self) -> dict[str, Any]:
        name = f"orang.{self.place}.{self.sensitivity.value}"
        one = appoint(name, Role.FACILITATOR, self.author.office, self.village)
        self.canaries[one.account.phone.lower()] = "staff"
        # Seen under the name of a colleague, who is not in the way of any other test.
        closure = OfficeClosure.objects.create(
            office=self.author.office, day=date(2026, 5, 1 + self.sensitivity.clearance), reason="Kerja bakti"
        )
        return {
            "account": name, "appointment": one.pk, "office": self.author.office.code, "closure": closure.pk,
            "area": self.author.office.area.code if self.author.office.area else "73",
        }  # fmt: skip

    def _complaint(self, keys: dict[str, Any]) -> Complaint:
        number_of = f"K26-{self.word('number', 'complaint')}".upper()
        complaint = Complaint.objects.create(
            number=number_of, follow_up=fingerprint(follow_up_code(number_of)), village_id=self.village,
            intake_office=self.author.office,
            handler_office=self.handler, author=self.author, channel=Channel.WALK_IN, kind=Kind.GRIEVANCE,
            nature=Nature.NEED, field=ServiceField.CIVIL_REGISTRATION, urgency="ordinary", urgency_rank=0,
            sensitivity=self.sensitivity, clearance=self.sensitivity.clearance, person_id=keys["person"],
            household_id=keys["household"], about=self.word("complaint", "about"), waits_at=self.author.office,
            due_at=timezone.now(), assignee=self.author, service=self._asked().service,
        )  # fmt: skip
        said = {"by": self.author, "by_label": self.author.label}
        Story.objects.create(
            complaint=complaint, text=self.word("complaint", "story"), wish=self.word("complaint", "wish")
        )
        Reporter.objects.create(
            complaint=complaint, relation="family", name=self.word("complaint", "reporter"),
            phone=self.word("complaint", "phone"), nik=self.number("complaint", "reporter"),
        )  # fmt: skip
        complaint.checks.create(
            listed="not_listed", eligible="needs_visit", note=self.word("complaint", "check"), **said
        )
        advice = [
            complaint.recommendations.create(advice="refuse", reason=self.word("complaint", f"advice{turn}"), **said)
            for turn in range(2)
        ]
        complaint.repairs.create(
            recommendation=advice[0], reason=self.word("complaint", "repair"), done=advice[1], repaired_by=self.author,
            **said,
        )  # fmt: skip
        complaint.decisions.create(kind="settle", reason=self.word("complaint", "decision"), **said)
        complaint.services.create(
            what=self.word("complaint", "service"), result=self.word("complaint", "result"), server=self.author,
            planned_on=DAY, finished_on=DAY, **said,
        )  # fmt: skip
        complaint.answers.create(way="phone", told_on=DAY, told_to="x", text=self.word("told", "answer"), **said)
        complaint.closures.create(outcome="informed", note=self.word("complaint", "closure"), **said)
        complaint.comments.create(text=self.word("complaint", "comment"), **said)
        complaint.assignments.create(to=self.author, reason=self.word("complaint", "assignment"), **said)
        complaint.handovers.create(to="child_at_risk", note=self.word("complaint", "handover"), **said)
        complaint.paper_checks.create(requirements=self._asked(), complete=False, **said)
        complaint.reopenings.create(reason=self.word("complaint", "reopening"), **said)
        return complaint

    def _asked(self) -> RequirementSet:
        """Papers that some service asks for."""
        return RequirementSet.objects.select_related("service").order_by("pk")[0]

    def _book(self, keys: dict[str, Any]) -> dict[str, Any]:
        """An entry of the daybook, as near as the person; a visit, as sensitive as the complaint."""
        about = {"village_id": self.village, "office": self.author.office, "person_id": keys["person"]}
        with entered(
            Scope(
                spans=((0, 10**10),),
                clearance=2,
                fields=("*",),
                office=self.author.office_id,
                appointment=self.author.pk,
            )
        ):
            row = ServiceRecord.objects.create(
                service=Service.objects.earliest("pk"), day=timezone.localdate(), visitors=1, kk=1, by=self.author,
                by_label=self.author.label, note=self.word("person", "entry"), **about,
            )  # fmt: skip
            ListedCard.objects.create(record=row, kk_number=self.number("person", "listed"))
            visit = Visit.objects.create(
                kind="home", on=DAY, visitor=self.author, visitor_label=self.author.label, author=self.author,
                clearance=self.sensitivity.clearance, about=self.word("complaint", "visited"), result="met",
                place=self.word("complaint", "visit_place"), **about,
            )  # fmt: skip
            Finding.objects.create(visit=visit, text=self.word("complaint", "finding"))
        return {"entry": row.pk, "visit": visit.pk}

    def _official(self, complaint: Complaint, **more: Any) -> Letter:
        """A certificate that waits for the coordinator's signature."""
        by, version = self.author, TemplateVersion.objects.get(template__name="Belum terdaftar DTSEN", **PUSKESOS)
        words = {name: self.word("complaint", f"{name}_{len(more)}") for name in ("about", "fact", "typed")}
        return Letter.objects.create(
            **{
                "kind": "certificate", "template_version": version, "subject_type": "complaint",
                "subject_id": complaint.pk, "trace_label": complaint.number, "about": words["about"],
                "typed": {"keperluan": words["typed"]}, "facts": {"nama": words["fact"]}, "waits_for": "sign",
                "waits_role": "coordinator", "signers": ["coordinator"], "initials_role": "coordinator",
                "office_id": by.office_id, "office_name": by.office.name, "area": self.village, "series": "SK",
                "drafter_id": by.pk,
                "drafter_account_id": by.account_id, "drafter_label": by.label, "village": self.village,
                "offices": [by.office_id], "clearance": self.sensitivity.clearance,
                "topic": complaint.field,
            } | more
        )  # fmt: skip

    def _issued(self, complaint: Complaint) -> Letter:
        """The same, issued, with its paper."""
        letter = self._official(
            complaint, state="issued", waits_for="nothing", waits_role="", number=self.word("number", "official"),
            year=2026, sequence=complaint.pk + 10**6, issued_at=timezone.now(), issued_on=DAY,
        )  # fmt: skip
        LetterPaper.objects.create(letter=letter, pdf=b"%PDF " + self._bytes("in_letter"), sha256="0" * 64)
        return letter

    def _offer(self, complaint: Complaint) -> Transfer:
        """The complaint, offered to another office, which has not answered yet."""
        with entered(
            Scope(
                spans=((0, 10**10),),
                clearance=2,
                fields=("*",),
                appointment=self.author.pk,
                office=self.author.office_id,
            )
        ):
            return Transfer.objects.create(
                number=f"L26-{self.word('offer_number', 'offer')}", origin_type="complaint", origin_id=complaint.pk,
                origin_number=complaint.number, village_id=self.village, from_office=self.author.office,
                to_office=Office.objects.get(code=OFFERED_TO[self.place]), sender=self.author,
                sender_label=self.author.label, due_at=timezone.now(), field=complaint.field,
                clearance=self.sensitivity.clearance, reason="domicile", note=self.word("offer", "note"),
                summary=self.word("offer", "summary"), answer=self.word("offer", "answer"),
            )  # fmt: skip

    def _letter(self, complaint: Complaint) -> Referral:
        letter = Referral.objects.create(
            number=f"R26-{self.word('letter_number', 'letter')}", origin_type="complaint", origin_id=complaint.pk,
            origin_number=complaint.number, village_id=self.village, from_office=self.author.office, to_office=self.to,
            sender=self.author, sender_label=self.author.label, due_at=timezone.now(), field="health",
            clearance=self.sensitivity.clearance, subject_name=self.word("letter", "subject"),
            subject_nik=self.number("letter", "nik"), subject_address=self.word("letter", "address"),
            need=self.word("letter", "need"),
        )  # fmt: skip
        issued = {"issued_by": self.author, "issued_label": self.author.label}
        given = letter.passes.create(digest=letter.number, expires_at=timezone.now() + timedelta(days=9), **issued)
        letter.passes.update(digest=fingerprint(codes.code_of(given.pk)))
        with entered(Scope(spans=((0, 10**10),), clearance=2, fields=("*",), appointment=self.author.pk)):
            letter.replies.create(
                kind="asked", text=self.word("letter", "reply"), by=self.author, by_label=self.author.label
            )
        return letter
