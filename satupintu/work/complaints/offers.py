"""The transfers of a complaint, as its page shows them; and where the page of a transfer leads to."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Fact, when
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models import Complaint
from satupintu.work.transfers import origins
from satupintu.work.transfers.models import Transfer


def shown(complaint: Complaint, by: Appointment) -> dict[str, Any]:
    """``transfers``: every offer with its state, the newest first; ``take_back``: where the open one is taken back."""
    made = list(Transfer.objects.about("complaint", complaint.pk).with_ends())
    mine = next((one for one in made if one.is_open and allows(by, "transfer.withdraw", one)), None)
    return {
        "transfers": [_fact(one) for one in reversed(made)],
        "take_back": f"{mine.address}penarikan/" if mine else "",
    }


def _fact(transfer: Transfer) -> Fact:
    link = format_html('<a href="{}">{}</a>', transfer.address, transfer.number)
    ends = _("dari %(sender)s ke %(receiver)s")
    words = ends % {"sender": transfer.from_office.name, "receiver": transfer.to_office.name}
    return Fact(transfer.status_word.label, link, format_html("{} · {}", words, when(transfer.offered_at)))


def address(pk: int) -> str:
    """Where a complaint is read; "" for one behind a wall."""
    number = Complaint.objects.filter(pk=pk).values_list("number", flat=True).first()
    return f"/keluhan/{number}/" if number else ""


origins.lead("complaint", address)
