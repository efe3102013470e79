"""Proposals of the demo, made by the very actions that officers use: one in each state, a meeting closed and one going on."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from satupintu.cast.acting import acting
from satupintu.cast.longsettled import LONG_AGO
from satupintu.cast.officers import ARA
from satupintu.cast.papers import Hand
from satupintu.cast.pictures import photo
from satupintu.foundation.access import house
from satupintu.lib.codelists import welfare
from satupintu.registry.changes import actions, frozen, needs, rounds
from satupintu.registry.changes.actions import Decree, Proposal, Said, Visit
from satupintu.registry.changes.models import ChangeRequest, Ratification, Session
from satupintu.registry.changes.words import Basis, Finding, Found, Group, Kind, ReturnReason
from satupintu.registry.people.actions import Kind as Need
from satupintu.registry.people.actions import add_ppks, change
from satupintu.registry.people.models import Person
from satupintu.registry.people.words import PpksBasis

WHY = "usulan contoh"
SK = "470/118/XI/2026"
VILLAGE, OPERATOR, FIELD, FRONT = "ara.koordinator", "ara.belakang", "ara.fasilitator", "ara.depan"
KECAMATAN, CHECKER, HEAD = "bontobahari.supervisor", "bulukumba.belakang", "bulukumba.manajer"


ISSUED = ("ratified", "applied", "clash", "died", "overcome")
"""What stands in the decree."""
NEEDED = 14
"""People about whom something is proposed."""


def have_proposed() -> bool:
    """Whether there are proposals already, or too few people to propose anything about."""
    with house(WHY, quietly=True):
        return ChangeRequest.objects.exists() or len(_known()) < NEEDED


def _known() -> list[Person]:
    """People of the village whom its file brought, some apart from others."""
    brought = Person.objects.in_area(ARA).present().filter(registered_at__gt=timezone.now() - LONG_AGO)
    return list(brought.filter(nik__isnull=False).order_by("pk")[40:100:3])


def propose(tell: Callable[[str], None]) -> str:
    """Every proposal of the demo."""
    tell("mengusulkan, membahas, dan mengesahkan perubahan data …")
    with acting(VILLAGE):
        people = iter(_known())
    made = {state: _correction(next(people)) for state in ("waits", "agreed", "verified", "checked", "ratified")}
    made |= {state: _correction(next(people)) for state in ("applied", "clash", "returned", "withdrawn")}
    made["died"] = _death(next(people))
    made["able"] = _newcomers()
    made["vouched"] = _correction(next(people), basis=Basis.STATEMENT)
    made |= {"destitute": _destitute(next(people)), "overcome": _overcome(next(people))}
    _hold(made)
    _carry(made)
    _meet_again(made["waits"])
    _tell_families(made["applied"], made["returned"])
    return f"{len(made)} usulan perubahan data"


def _correction(person: Person, *, basis: Basis = Basis.MUSDES) -> ChangeRequest:
    with acting(FIELD) as by:
        now = frozen.of_person(person)
        after = {"occupation": "Buruh harian lepas", **({} if now["address"] else {"address": "Jl. Poros Ara"})}
        what = Proposal(
            kind=Kind.CORRECTION,
            basis=basis,
            title=person.shown_name,
            before={one: now[one] for one in after},
            after=after,
            person=person,
            reason="Pekerjaannya berganti sejak musim barat; sudah ditanyakan ke rumahnya.",
        )
        return actions.propose(what, by=by, village=ARA, evidence=[photo("KTP dan KK")])


def _death(person: Person) -> ChangeRequest:
    with acting(OPERATOR) as by:
        what = Proposal(
            kind=Kind.DEATH,
            basis=Basis.MUSDES,
            title=person.shown_name,
            before={"departure": ""},
            after={
                "departure": "died",
                "happened_on": (timezone.localdate() - timedelta(days=30)).isoformat(),
                "departure_basis": "certificate",
            },
            details={"people": [person.pk], "names": [person.shown_name]},
            person=person,
            reason="Meninggal di RSUD; surat kematian dibawa anaknya.",
        )
        return actions.propose(what, by=by, village=ARA, evidence=[photo("Surat kematian")])


def _destitute(person: Person) -> ChangeRequest:
    """That somebody is of a kind of PPKS."""
    with acting(FIELD) as by:
        after = {
            "ppks": list(welfare.PPKS["24"].key),
            "ppks_since": (timezone.localdate() - timedelta(days=75)).isoformat(),
            "ppks_basis": PpksBasis.NEIGHBOURS.value,
            "ppks_evidence": "Keterangan Ketua RT 002",
            "ppks_office": "",
        }
        what = Proposal(
            kind=Kind.PPKS_ADDED,
            basis=Basis.MUSDES,
            title=person.shown_name,
            before=dict.fromkeys(needs.ADDED, ""),
            after=after,
            person=person,
            reason="Perahunya rusak sejak musim barat; sekarang hidup dari bantuan tetangga.",
        )
        return actions.propose(what, by=by, village=ARA, evidence=[photo("Keadaan rumah")])


def _overcome(person: Person) -> ChangeRequest:
    """That somebody is of a kind no longer."""
    today = timezone.localdate()
    with acting(VILLAGE) as by:
        need = Need("21", today - timedelta(days=400), PpksBasis.MUSDES, "Berita acara musdes")
        row = add_ppks(Person.objects.get(pk=person.pk), by=by, kind=need)
    with acting(FIELD) as by:
        before = needs.of(row)
        end = {"ppks_until": (today - timedelta(days=20)).isoformat(), "ppks_because": "overcome"}
        what = Proposal(
            kind=Kind.PPKS_ENDED,
            basis=Basis.MUSDES,
            title=person.shown_name,
            before=before,
            after={name: before[name] for name in ("ppks", "ppks_since")} | end,
            details={"ppks": row.pk},
            person=person,
            reason="Rumahnya sudah dibangun kembali dan ditempati lagi.",
        )
        return actions.propose(what, by=by, village=ARA, evidence=[photo("Rumah baru")])


def _newcomers() -> ChangeRequest:
    with acting(OPERATOR) as by:
        members = [
            {"name": "Sanusi Dg. Malewa", "sex": "male", "birth_date": "1988-04-02", "relationship": "head"},
            {"name": "Hasriani", "sex": "female", "birth_date": "1991-09-17", "relationship": "spouse"},
        ]
        what = Proposal(
            kind=Kind.NEW_HOUSEHOLD,
            basis=Basis.MUSDES,
            title="Sanusi Dg. Malewa",
            after={"dusun": "Lembanna", "rt": "002", "rw": "001"},
            details={"members": members},
            reason="Baru pindah rumah sendiri; punya dua perahu.",
        )
        return actions.propose(what, by=by, village=ARA)


def _hold(made: dict[str, ChangeRequest]) -> None:
    """The meeting that is over, and the statement that stands for one."""
    session = _open(days=12)
    with acting(VILLAGE) as by:
        for name, one in made.items():
            if name in {"waits", "vouched", "withdrawn"}:
                continue
            found, able = (Found.NEW, True) if name == "able" else (Found.FOUND, False)
            actions.decide(session, by=by, request=one, found=found, able=able)
        came = {Group.RT: (6, 5, 1), Group.RW: (3, 2, 1), Group.COMMUNITY: (8, 4, 3), Group.OFFICIALS: (4, 2, 2)}
        actions.attend(session, by=by, came=came)
        actions.enclose(session, by=by, minutes=photo("Berita acara"), attendance_list=photo("Daftar hadir"))
        actions.close_session(session, by=by)
    with acting(FIELD) as by:
        actions.withdraw(made["withdrawn"], by=by, text="Keliru orang; namanya sama.")
        actions.vouch(
            made["vouched"],
            by=by,
            signed_by="Kepala Desa Ara",
            position="Kepala Desa",
            signed_on=timezone.localdate(),
            paper=photo("SPTJM"),
        )


def _carry(made: dict[str, ChangeRequest]) -> None:
    """Verification, check, decree, application; one goes back, one clashes with what was changed since."""
    later = ("verified", "checked", "ratified", "applied", "clash", "died", "returned", "destitute", "overcome")
    with acting(KECAMATAN) as by:
        for name in later:
            visit = Visit(
                timezone.localdate(),
                "Hasnawati",
                Finding.ENUMERATED,
                True,
                "RT 002",
                None,
                "Sesuai.",
            )
            actions.verify(made[name], by=by, visit=visit, photos=[photo("Rumah")])
    with acting(CHECKER) as by:
        actions.give_back(
            made["returned"], by=by, reason=ReturnReason.INCOMPLETE, text="Foto KK tidak terbaca; unggah lagi."
        )
        for name in ("checked", *ISSUED):
            actions.check(made[name], by=by)
    with acting(HEAD) as by:
        taken = list(ChangeRequest.objects.filter(pk__in=[made[name].pk for name in ISSUED]))
        today = timezone.localdate()
        decree = Decree(SK, today, "H. Andi Mappasessu", "Bupati Bulukumba")
        actions.ratify(by=by, decree=decree, requests=taken, round_=rounds.of(ARA, today), paper=photo("SK Bupati"))
    with acting(VILLAGE) as by:
        person = Person.objects.get(pk=made["clash"].person_id or 0)
        newer = frozen.of_person(person) | {"occupation": "Pedagang ikan"}
        change(person, by=by, who=frozen.particulars(newer, ARA))
    with acting(CHECKER) as by:
        for name in ("applied", "died", "overcome"):
            actions.apply(made[name], by=by)
        issued = Ratification.objects.get(sk_number=SK)
        rows = [
            Said(made["applied"].number, True),
            Said(made["died"].number, False, "A6", "Nama di akta kematian lain"),
        ]
        actions.answer(issued, by=by, rows=rows)


def _meet_again(waits: ChangeRequest) -> None:
    """A meeting that is going on: one proposal decided, attendance not yet written."""
    session = _open(days=0)
    with acting(VILLAGE) as by:
        actions.decide(session, by=by, request=waits, found=Found.FOUND, able=False, note="Disepakati semua peserta.")


def _open(days: int) -> Session:
    with acting(VILLAGE) as by:
        session: Session = actions.open_session(
            by=by,
            village=ARA,
            held_on=timezone.localdate() - timedelta(days=days),
            place="Aula Kantor Desa Ara",
            leader="H. Sila Dg. Matutu",
            leader_position="Ketua BPD",
            explained=True,
            indicators="Lantai, dinding, penghasilan, dan jumlah tanggungan.",
        )
        return session


def _tell_families(*made: ChangeRequest) -> None:
    """What became of it, on a slip from the village."""
    teller = Hand(FRONT, timezone.localdate())
    for one in made:
        with acting(FRONT):
            fresh = ChangeRequest.objects.get(pk=one.pk)
        teller.hand_out("proposal_news", fresh)
