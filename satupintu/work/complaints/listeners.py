"""What a complaint does when its letter or its transfer is answered, and what hangs on a complaint does when the complaint
moves: the house does both, because whoever acts may see only a part of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.documents import actions as documents
from satupintu.engine.events import on
from satupintu.engine.events.models import Event
from satupintu.engine.notifications import notices
from satupintu.foundation.access import House, house
from satupintu.foundation.access.scope import Span
from satupintu.foundation.access.seeing import seeing
from satupintu.work.complaints.actions import (
    receive_answer,
    return_referral,
    return_transfer,
    take_over,
    withdraw_referral,
    withdraw_transfer,
)
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Status
from satupintu.work.daybook.actions import visits_follow
from satupintu.work.referrals.actions import referrals_follow
from satupintu.work.transfers.actions import transfers_follow
from satupintu.work.transfers.models import Transfer


@on("referral.rejected")
def a_letter_came_back(event: Event) -> None:
    """A rejected letter puts its complaint back on the sender's worklist."""
    _pass_on(event, return_referral)


@on("referral.served")
@on("referral.not_served")
def a_letter_was_answered(event: Event) -> None:
    """An answered letter makes its complaint one to tell the citizen about."""
    _pass_on(event, receive_answer)


@on("referral.withdrawn")
def a_letter_was_taken_back(event: Event) -> None:
    """A withdrawn letter leaves its complaint to whoever decided, once no other letter is out."""
    _pass_on(event, withdraw_referral)


@on("complaint.classified")
@on("complaint.escalated")
@on("complaint.handed_up")
@on("complaint.reopened")
@on("complaint.transferred")
def what_hangs_on_it_follows(event: Event) -> None:
    """Papers, notices, letters, offers and visits of a complaint reach as far as it does now, not as far as it did.

    Whoever does not see the complaint any more has no notice of it any more: it would lead to a page that is not there.
    """
    if event.subject_id is None:
        return
    with house("menyesuaikan jangkauan", quietly=True):
        complaint = Complaint.objects.get(pk=event.subject_id)
        origin, field, clearance = ("complaint", complaint.pk), complaint.field, complaint.clearance
        letters = referrals_follow(origin, village=complaint.village_id, field=field, clearance=clearance)
        offers = transfers_follow(origin, field=field, clearance=clearance)
        visits = visits_follow(origin, topic=field, clearance=clearance)
        for row in (complaint, *letters, *offers, *visits):
            documents.follow(row)
            notices.follow(row)
        told = notices.told_of(complaint)
        notices.withdraw(complaint, told - seeing(complaint, told))


def _pass_on(event: Event, act: Callable[..., Complaint]) -> None:
    if event.facts.get("origin_type") != "complaint" or event.village is None or event.subject_id is None:
        return
    with house("meneruskan jawaban rujukan", spans=[(event.village, event.village + 1)], quietly=True) as by:
        complaint = Complaint.objects.filter(pk=event.facts["origin"]).first()
        if complaint is not None and complaint.status == Status.REFERRED:
            act(complaint, by=by, office=event.facts.get("office", ""))


@on("transfer.accepted")
def another_office_took_over(event: Event) -> None:
    """An accepted transfer gives the complaint to the office that accepted. Raises WrongState when it cannot any more."""
    if (transfer := _transfer_of(event)) is None:
        return
    to = transfer.to_office
    beyond = [] if to.area_id is None else [(to.area_id, to.area_id + 1)]
    with _offered(transfer, *beyond) as (by, complaint):
        take_over(complaint, by=by, to=to)


@on("transfer.refused")
def another_office_did_not_take_it(event: Event) -> None:
    """A refused transfer leaves the complaint to whoever decides where it is."""
    _come_back(event, return_transfer)


@on("transfer.withdrawn")
def an_offer_was_taken_back(event: Event) -> None:
    """So does one that was taken back."""
    _come_back(event, withdraw_transfer)


def _come_back(event: Event, act: Callable[..., Complaint]) -> None:
    if (transfer := _transfer_of(event)) is not None:
        with _offered(transfer) as (by, complaint):
            act(complaint, by=by, office=event.facts.get("office", ""))


def _transfer_of(event: Event) -> Transfer | None:
    """The transfer that an event is about, if its matter is a complaint. Whoever answers it sees it."""
    if event.facts.get("origin_type") != "complaint" or event.subject_id is None:
        return None
    return Transfer.objects.select_related("to_office__area").get(pk=event.subject_id)


@contextmanager
def _offered(transfer: Transfer, *beyond: Span) -> Iterator[tuple[House, Any]]:
    """The house where the complaint is, and ``beyond``, with the complaint. Raises WrongState when it is not offered."""
    spans = [(transfer.village_id, transfer.village_id + 1), *beyond]
    with house("meneruskan jawaban pelimpahan", spans=spans, quietly=True) as by:
        complaint = Complaint.objects.filter(pk=transfer.origin_id).first()
        if complaint is None or complaint.status != Status.OFFERED:
            raise WrongState(_("Keluhan ini sudah berubah dan tidak dapat dilimpahkan lagi."))
        yield by, complaint
