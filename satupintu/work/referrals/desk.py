"""The officers' pages about letters, the same for both ends."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.pieces import Fact, Tab, badge, deadline
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.papers import papers_about
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.referrals import rules
from satupintu.work.referrals.forms import ReferralFilter
from satupintu.work.referrals.letters import TONES, letter
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.steps import REPLIES, STEPS
from satupintu.work.referrals.words import Status


def find(request: HttpRequest, number: str) -> Referral:
    """The letter of that number; one behind a wall does not exist."""
    referral = Referral.objects.with_ends().select_related("village").filter(number=number).first()
    if referral is None:
        raise Http404
    return referral


def home(referral: Referral) -> str:
    """The address of a letter."""
    return f"/rujukan/{referral.number}/"


def page(
    request: HttpRequest,
    referral: Referral,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a letter: what was written, the answers that are possible, what was replied."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    offered = [
        one for one in STEPS if rules.may_reply(referral.status_word, REPLIES[one.verb]) and one.open_to(by, referral)
    ]
    if step is None and len(offered) == 1:
        step = offered[0]
        form = step.form(subject=referral, by=by)
    opened(request, "referral.opened", [referral.pk], shown="letter,replies", reach=referral.reach)
    context = {
        "referral": referral,
        "letter": letter(referral),
        "replies": list(referral.replies.all()),
        "facts": _facts(referral),
        "written": papers_about(referral, by),
        "entries": entries(Event.objects.about(referral)),
        "step": step,
        "form": form,
        "offered": offered,
        "waits_elsewhere": not offered and referral.status_word in rules.OPEN,
        "origin": f"/keluhan/{referral.origin_number}/" if by.office_id == referral.from_office_id else "",
        "wrong": wrong,
    }
    return render(request, "referrals/referral.html", context, status=status)


def _facts(referral: Referral) -> list[Fact]:
    return [
        Fact(_("Bidang"), ServiceField(referral.field).label),
        Fact(_("Desa"), referral.village.full_name),
        Fact(_("Pengirim"), referral.sender_label.split(" · ")[0], referral.from_office.name),
        Fact(_("Telepon pengirim"), referral.from_office.phone),
        Fact(_("Keluhan asal"), referral.origin_number),
    ]


@officer("referral.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One letter."""
    return page(request, find(request, number))


@officer("referral.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Letters to this office, or from it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    outgoing = request.GET.get("arah") == "keluar"
    mine = Referral.objects.sent_by if outgoing else Referral.objects.received_by
    rows = mine(by.office_id).with_ends().select_related("village").order_by("-sent_at", "-id")
    states = {state.value: badge(state.label, TONES[state]) for state in Status}
    fields = {field.value: field.label for field in ServiceField}
    other = "to_office" if outgoing else "from_office"
    table = Table(
        request,
        rows,
        columns=[
            Column("number", _("Nomor"), sort="number", on_phone=False),
            Column("subject", _("Tentang"), cell=lambda row: row.subject_name or _("Tanpa nama")),
            Column("other", _("Kepada") if outgoing else _("Dari"), cell=lambda row: getattr(row, other).name),
            Column("field", _("Bidang"), cell=lambda row: fields[row.field]),
            Column("village", _("Desa"), cell=lambda row: row.village.name),
            Column("status", _("Status"), cell=lambda row: states[row.status]),
            Column("due", _("Batas waktu"), cell=_due, sort="due_at"),
            Column("sent", _("Dikirim"), cell=lambda row: row.sent_at, sort=("sent_at", "id")),
        ],
        caption=_("Rujukan keluar") if outgoing else _("Rujukan masuk"),
        link=home,
        filters=ReferralFilter(request.GET),
        empty=_("Belum ada surat rujukan di sini."),
    )
    opened(request, "referral.listed", [row.pk for row in table.page.rows], shown="number,subject_name,status")
    tabs = [Tab(_("Masuk"), "?arah=masuk", not outgoing), Tab(_("Keluar"), "?arah=keluar", outgoing)]
    return render(request, "referrals/list.html", {"table": table, "tabs": tabs})


def _due(row: Referral) -> object:
    return deadline(row.due_at) if row.status_word in rules.OPEN else ""


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=home) for step in STEPS}
"""The route of each step."""
