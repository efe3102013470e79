"""Proposals of the demo: in every state that an officer can bring about, and work for whoever decides."""

from typing import Any

from satupintu.cast import proposers
from satupintu.cast.officers import ARA
from satupintu.engine.documents.models import Letter
from satupintu.foundation.access import house
from satupintu.registry.changes import frozen, rules, worklist
from satupintu.registry.changes.models import ChangeRequest, Session
from satupintu.registry.changes.words import MoveKind, Status
from satupintu.registry.people.models import Person


def test_there_is_one_in_every_state_and_work_for_everybody(cast: Any, under: Any) -> None:
    with house("uji", quietly=True):
        Person.objects.bulk_create(
            Person(
                name=f"Warga {number}", name_key=f"warga {number}", nik=f"{7302031211600000 + number}", village_id=ARA
            )
            for number in range(100)
        )
    assert not proposers.have_proposed()
    assert proposers.propose(lambda line: None) == "14 usulan perubahan data"
    assert proposers.have_proposed()
    with house("uji", quietly=True):
        assert {*Status} - {Status(one) for one in ChangeRequest.objects.values_list("status", flat=True)} <= {
            Status.DRAFT
        }
        for one in ChangeRequest.objects.all():
            moves = one.moves.oldest_first().values_list("kind", flat=True)
            assert one.status_word is rules.status(MoveKind(kind) for kind in moves)
        assert Session.objects.open().count() == 1 and Session.objects.count() == 2
        clash = [one for one in ChangeRequest.objects.standing(Status.RATIFIED) if frozen.clashes(one)]
        assert len(clash) == 1
        told = Letter.objects.filter(kind="proposal_news")
        assert {letter.facts["hasil"][:11] for letter in told} == {"sudah disah", "belum diter"}
    for name in ("ara_koordinator", "bontobahari_supervisor", "bulukumba_belakang", "bulukumba_manajer"):
        by = getattr(cast, name)
        with under(by):
            assert worklist.items(worklist.waiting(by), limit=9), name
