"""A proposal of Ara for the tests of proposals, and what goes along with one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from satupintu.engine.documents.inspection import Inspected, inspect
from satupintu.engine.documents.tests.files import pdf
from satupintu.registry.changes import actions, frozen
from satupintu.registry.changes.actions import Decree, Proposal, Visit
from satupintu.registry.changes.models import ChangeRequest, Ratification, Session
from satupintu.registry.changes.words import Basis, Finding, Found, Group, Kind
from satupintu.registry.people.actions import Home, Seat, register, register_household
from satupintu.registry.people.models import Household, Person
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import Relationship

ARA, BIRA = 7302032006, 7302032005
ROUND = (2026, 12)


def paper(name: str = "bukti.pdf") -> Inspected:
    """A small PDF that passed the inspection."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return inspect(SimpleUploadedFile(name, pdf(b"% isi")))


@pytest.fixture
def family(cast: Any, under: Any) -> tuple[Household, Person, Person]:
    """A household of Ara: a head and a daughter."""
    by = cast.ara_koordinator
    with under(by):
        told = {"village": ARA, "rt": "001", "rw": "002", "dusun": "Lembanna"}
        head = register(
            by=by,
            who=Particulars(name="Daeng Manai", nik="7302031211600001", sex="male", birth_year=1960, **told),
            kk_number="7302030101200001",
        )
        child = register(
            by=by,
            who=Particulars(name="Nurbaya", nik="7302035211950002", sex="female", birth_year=1995, **told),
            kk_number="7302030101200001",
        )
        home = register_household(
            by=by,
            home=Home(**told),
            members=[Seat(head, Relationship.HEAD), Seat(child, Relationship.CHILD)],
        )
    return home, head, child


@pytest.fixture
def correction(family: Any, under: Any, cast: Any) -> Callable[..., Proposal]:
    """That the head of the family is called otherwise; anything can be said otherwise."""
    _home, head, _child = family

    def say(**words: Any) -> Proposal:
        with under(cast.ara_koordinator):
            person = Person.objects.get(pk=head.pk)
            now = frozen.of_person(person)
        usual: dict[str, Any] = {
            "kind": Kind.CORRECTION,
            "basis": Basis.MUSDES,
            "title": person.shown_name,
            "before": {"name": now["name"]},
            "after": {"name": "Daeng Manai bin Sila"},
            "person": person,
            "reason": "Nama di KTP lain.",
        }
        return Proposal(**(usual | words))

    return say


@pytest.fixture
def proposed(cast: Any, under: Any, correction: Any) -> Callable[..., ChangeRequest]:
    """A proposal of Ara's facilitator."""

    def make(**words: Any) -> ChangeRequest:
        what = words.pop("what", None) or correction(**words)
        with under(cast.ara_fasilitator):
            return actions.propose(what, by=cast.ara_fasilitator, village=ARA)

    return make


@pytest.fixture
def meeting(cast: Any, under: Any) -> Callable[..., Session]:
    """A meeting of Ara that agrees to these proposals; ``closed`` says whether it is over."""

    def hold(*requests: ChangeRequest, closed: bool = True, found: Found = Found.FOUND, able: bool = False) -> Session:
        by = cast.ara_koordinator
        with under(by):
            session = actions.open_session(
                by=by,
                village=ARA,
                held_on=date(2026, 11, 10),
                place="Kantor desa",
                leader="H. Sila",
                leader_position="Ketua BPD",
            )
            for one in requests:
                actions.decide(session, by=by, request=one, found=found, able=able)
            if closed:
                actions.attend(session, by=by, came={Group.RT: (5, 3, 2)})
                actions.enclose(session, by=by, minutes=paper("ba.pdf"), attendance_list=paper("hadir.pdf"))
                session = actions.close_session(session, by=by)
        return session

    return hold


def visit(*, confirmed: bool = True) -> Visit:
    """A visit that found it true, or not."""
    return Visit(date(2026, 11, 12), "Hasnawati", Finding.ENUMERATED, confirmed, place="RT 1", text="Sesuai KTP.")


@pytest.fixture
def brought(cast: Any, under: Any, proposed: Any, meeting: Any) -> Callable[..., ChangeRequest]:
    """A proposal brought as far as the state says."""

    def bring(state: str, **words: Any) -> ChangeRequest:
        one = proposed(**words)
        order = ["proposed", "agreed", "verified", "checked", "ratified", "applied"]
        far = order.index(state)
        if far >= 1:
            meeting(one)
        for turn, who in enumerate(("bontobahari_supervisor", "bulukumba_belakang"), start=2):
            if far >= turn:
                by = getattr(cast, who)
                with under(by):
                    if turn == 2:
                        actions.verify(one, by=by, visit=visit())
                    else:
                        actions.check(one, by=by)
        if far >= 4:
            ratified(cast, under, one)
        if far >= 5:
            with under(cast.bulukumba_belakang):
                actions.apply(one, by=cast.bulukumba_belakang)
        with under(cast.bulukumba_manajer):
            return ChangeRequest.objects.get(pk=one.pk)

    return bring


def ratified(cast: Any, under: Any, *requests: ChangeRequest, number: str = "SK/1") -> Ratification:
    """The decree that ratifies these."""
    by = cast.bulukumba_manajer
    decree = Decree(number, date(2026, 11, 20), "H. Andi Mappasessu", "Bupati")
    with under(by):
        fresh = list(ChangeRequest.objects.filter(pk__in=[one.pk for one in requests]))
        return actions.ratify(by=by, decree=decree, requests=fresh, round_=ROUND)


WHY = {"basis": "musdes", "reason": "Sudah dibicarakan dengan keluarga."}
SENT: dict[str, dict[str, Any]] = {
    "death": {"happened_on": "2026-11-01", "departure_basis": "certificate"},
    "moving_out": {"happened_on": "2026-11-01", "departure_basis": "family", "destination": "Makassar"},
    "new_member": {"name": "Bayi Nurbaya", "birth_date": "2026-10-30", "relationship": "grandchild", "sex": "female"},
    "moving_in": {"name": "Sitti Rahma", "origin": "Gowa", "happened_on": "2026-11-01", "relationship": "relative"},
    "not_poor": {},
    "ppks_added": {
        "ppks": "24", "ppks_since": "2026-10-01", "ppks_basis": "neighbours", "ppks_evidence": "Surat RT 001",
    },
    "ppks_ended": {"ppks_until": "2026-11-01", "ppks_because": "overcome"},
    "split_card": {"kk_number": "7302030101200099", "rt": "3", "rw": "2", "address": "Rumah baru"},
    "new_household": {
        "name_0": "Baso Tahir", "nik_0": "7302031211800007", "sex_0": "male", "name_1": "Hasnah",
        "relationship_1": "spouse", "rt": "1", "rw": "1", "kk_number": "7302030101200077",
    },
}  # fmt: skip


def sent_by_form(kind: str, family: Any, client: Client, **more: Any) -> str:
    """Fill in the form of a kind and send it; answers the number of the proposal."""
    home, _head, child = family
    asked = {
        "death": f"&orang={child.pk}",
        "moving_out": f"&orang={child.pk}",
        "correction": f"&orang={child.pk}",
        "ppks_added": f"&orang={child.pk}",
        "ppks_ended": f"&orang={child.pk}",
        "new_household": "",
    }.get(kind, f"&keluarga={home.pk}")
    answer = client.post(f"/usulan/baru/isian/?jenis={kind}{asked}", WHY | SENT.get(kind, {}) | more)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"].split("/")[2])


@pytest.fixture
def carried(family: Any, cast: Any, under: Any, desk: Any, meeting: Any) -> Any:
    """A proposal of a kind, made by its form and brought to the door of the register."""

    def carry(kind: str, **more: Any) -> ChangeRequest:
        number = sent_by_form(kind, family, desk(cast.ara_fasilitator), **more)
        with under(cast.ara_koordinator):
            one = ChangeRequest.objects.get(number=number)
        meeting(one)
        for by, act in (
            (cast.bontobahari_supervisor, lambda by: actions.verify(one, by=by, visit=visit())),
            (cast.bulukumba_belakang, lambda by: actions.check(one, by=by)),
        ):
            with under(by):
                act(by)
        ratified(cast, under, one, number=f"SK/{kind}")
        with under(cast.bulukumba_manajer):
            return ChangeRequest.objects.get(pk=one.pk)

    return carry


@pytest.fixture
def applied(carried: Any, cast: Any, under: Any) -> Any:
    """The same, applied."""

    def do(kind: str, **more: Any) -> ChangeRequest:
        one = carried(kind, **more)
        with under(cast.bulukumba_belakang):
            actions.apply(one, by=cast.bulukumba_belakang)
            return ChangeRequest.objects.get(pk=one.pk)

    return do
