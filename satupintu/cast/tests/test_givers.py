"""Transfers of the demo: in every state, and work for whoever answers them."""

from typing import Any

from satupintu.cast import givers
from satupintu.foundation.access import house
from satupintu.work.complaints import rules
from satupintu.work.complaints.models import Complaint
from satupintu.work.transfers import worklist
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.words import Status


def test_there_is_one_in_every_state_and_each_complaint_is_where_its_events_say(cast: Any, under: Any) -> None:
    assert not givers.have_given()
    assert givers.give(lambda line: None) == f"{len(givers.GIFTS)} pelimpahan"
    assert givers.have_given()
    with house("uji", quietly=True):
        assert set(Transfer.objects.values_list("status", flat=True)) == {*map(str, Status.codes())}
        for one in Transfer.objects.all():
            complaint = Complaint.objects.get(pk=one.origin_id)
            owner = one.to_office_id if one.status == Status.ACCEPTED else one.from_office_id
            assert (complaint.handler_office_id, complaint.status) == (owner, rules.AFTER[EVENT[one.status]].value)
    for name in ("bulukumba_peksos", "bulukumba_manajer"):
        by = getattr(cast, name)
        with under(by):
            assert Complaint.objects.from_elsewhere(by).open().count() == 1, name
    for name in (
        *("ara_koordinator", "bira_koordinator", "sulsel_penanganan"),
        *("bulukumba_kesehatan", "bulukumba_peksos", "sulsel_pendidikan"),
    ):
        by = getattr(cast, name)
        with under(by):
            assert len(worklist.items(worklist.waiting(by), limit=9)) == 1, name


EVENT = {
    Status.OFFERED: "complaint.transfer_offered",
    Status.ACCEPTED: "complaint.transferred",
    Status.REFUSED: "complaint.transfer_refused",
    Status.WITHDRAWN: "complaint.transfer_withdrawn",
}
"""What the complaint of a transfer in each state last heard."""
