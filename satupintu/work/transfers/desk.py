"""The officers' pages about transfers, the same for both ends."""

from operator import attrgetter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.pieces import Fact, Tab, Tone, badge, deadline, when
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.transfers import origins
from satupintu.work.transfers.forms import ReceiverSearch, TransferFilter, offer, receivers
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.steps import ASIDE, STEPS
from satupintu.work.transfers.words import Reason, Status

TONES: dict[Status, Tone] = {
    Status.OFFERED: Tone.WAITING,
    Status.ACCEPTED: Tone.DONE,
    Status.REFUSED: Tone.REFUSED,
    Status.WITHDRAWN: Tone.OFF,
}
"""How a state of an offer looks; the same everywhere."""


def find(request: HttpRequest, number: str) -> Transfer:
    """The offer of that number; one behind a wall does not exist."""
    transfer = Transfer.objects.with_ends().select_related("village").filter(number=number).first()
    if transfer is None:
        raise Http404
    return transfer


def page(
    request: HttpRequest,
    transfer: Transfer,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of an offer: what it says, the answers that are possible, what was answered."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    possible = [one for one in STEPS if transfer.is_open and one.open_to(by, transfer)]
    offered = [one for one in possible if one.verb not in ASIDE]
    opened(request, "transfer.opened", [transfer.pk], shown="summary,answer", reach=transfer.reach)
    context = {
        "transfer": transfer,
        "state": badge(transfer.status_word.label, TONES[transfer.status_word]),
        "facts": facts(transfer),
        "entries": entries(Event.objects.about(transfer)),
        "origin": origins.address(transfer.origin_type, transfer.origin_id),
        "step": step,
        "form": form,
        "chosen": step is not None and len(offered) > 1,
        "offered": offered,
        "besides": [one for one in possible if one not in offered and one is not step],
        "receives": by.office_id == transfer.to_office_id,
        "wrong": wrong,
    }
    return render(request, "transfers/transfer.html", context, status=status)


def facts(transfer: Transfer) -> list[Fact]:
    """What is known about an offer, without what it says."""
    promised = deadline(transfer.due_at) if transfer.is_open else ""
    return [
        Fact(_("Dari"), transfer.from_office.name, transfer.sender_label.split(" · ")[0]),
        Fact(_("Kepada"), transfer.to_office.name),
        Fact(_("Ditawarkan"), when(transfer.offered_at)),
        Fact(_("Bidang"), ServiceField(transfer.field).label),
        Fact(_("Desa"), transfer.village.full_name),
        Fact(_("Warga dijanjikan jawaban"), promised),
        Fact(_("Telepon pengirim"), transfer.from_office.phone),
        Fact(_("Nomor keluhan"), transfer.origin_number),
    ]


@officer("transfer.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One offer."""
    return page(request, find(request, number))


@officer("transfer.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Offers to this office, or from it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    outgoing = request.GET.get("arah") == "keluar"
    mine = Transfer.objects.sent_by if outgoing else Transfer.objects.received_by
    rows = mine(by.office_id).with_ends().select_related("village").order_by("-offered_at", "-id")
    states = {state.value: badge(state.label, TONES[state]) for state in Status}
    fields = {field.value: field.label for field in ServiceField}
    reasons = {reason.value: reason.label for reason in Reason}
    table = Table(
        request,
        rows,
        columns=[
            Column("number", _("Nomor"), sort="number", tight=True),
            Column(
                "other",
                _("Kepada") if outgoing else _("Dari"),
                cell=lambda row: (row.to_office if outgoing else row.from_office).name,
            ),
            Column("reason", _("Alasan"), cell=lambda row: reasons[row.reason]),
            Column("field", _("Bidang"), cell=lambda row: fields[row.field]),
            Column("village", _("Desa"), cell=lambda row: row.village.name),
            Column("status", _("Status"), cell=lambda row: states[row.status]),
            Column("offered", _("Ditawarkan"), cell=lambda row: row.offered_at, sort=("offered_at", "id")),
        ],
        caption=_("Pelimpahan keluar") if outgoing else _("Pelimpahan masuk"),
        link=attrgetter("address"),
        filters=TransferFilter(request.GET),
        empty=_("Belum ada pelimpahan di sini."),
    )
    opened(request, "transfer.listed", [row.pk for row in table.page.rows], shown="number,reason,status")
    tabs = [
        Tab(_("Masuk"), "?arah=masuk", not outgoing),
        Tab(_("Keluar"), "?arah=keluar", outgoing),
    ]
    return render(request, "transfers/list.html", {"table": table, "tabs": tabs})


@officer("transfer.offer", personal=False)
def offices(request: HttpRequest) -> HttpResponse:
    """Offices that could take such a matter over, while somebody types. Offices are public; no matter is named here."""
    name = request.GET.get("nama", "")
    text = request.GET.get(name, "").replace("\x00", "").strip()[:160]
    desa, sifat, kecuali = (_number(request.GET.get(one)) for one in ("desa", "sifat", "kecuali"))
    bidang = request.GET.get("bidang", "").replace("\x00", "")
    found = receivers(text, desa=desa, bidang=bidang, sifat=sifat, kecuali=kecuali)
    context = ReceiverSearch.offered(name if name.isidentifier() else "", text, [offer(one) for one in found])
    return render(request, "ui/forms/offers.html", context)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= 12 else 0


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=attrgetter("address")) for step in STEPS}
"""The route of each step."""
