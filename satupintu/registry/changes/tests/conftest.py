"""A proposal of Ara for the tests of proposals, and what goes along with one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

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
