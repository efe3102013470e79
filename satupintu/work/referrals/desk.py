"""The officers' pages about letters, the same for both ends."""

from operator import attrgetter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.qr import qr_svg
from satupintu.engine.events.models import Event
from satupintu.engine.ui import moments
from satupintu.engine.ui.pieces import Fact, Tab, badge
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.attached import papers
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.papers import papers_about
from satupintu.foundation.access.roles import may, roles_with
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.deadlines.timetable import for_words
from satupintu.work.referrals import rules, telling
from satupintu.work.referrals.access import sends
from satupintu.work.referrals.codes import printed_code
from satupintu.work.referrals.forms import ReferralFilter
from satupintu.work.referrals.letters import TONES, letter
from satupintu.work.referrals.models import Pass, Referral, Reply
from satupintu.work.referrals.steps import ASIDE, CODES, REPLIES, STEPS, title
from satupintu.work.referrals.words import ReplyKind, Status


def find(request: HttpRequest, number: str) -> Referral:
    """The letter of that number; one behind a wall does not exist."""
    rows = Referral.objects.with_ends().select_related("village").prefetch_related("replies")
    referral = rows.filter(number=number).first()
    if referral is None:
        raise Http404
    return referral


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
    possible = [
        one for one in STEPS if rules.may_reply(referral.status_word, REPLIES[one.verb]) and one.open_to(by, referral)
    ]
    offered = [one for one in possible if one.verb not in ASIDE]
    if step is None and len(offered) == 1:
        step = offered[0]
        form = step.form(subject=referral, by=by)
    opened(request, "referral.opened", [referral.pk], shown="letter,replies", reach=referral.reach)
    replies = list(referral.replies.all())
    context = {
        "referral": referral,
        "letter": letter(referral),
        "replies": replies,
        "papers": papers(Attachment.objects.of(referral), signed=True),
        "facts": _facts(referral),
        "paused": telling.pause(referral),
        "written": papers_about(referral, by),
        "entries": entries(Event.objects.about(referral)),
        "step": step,
        "form": form,
        "chosen": step is not None and step not in offered,
        "offered": [(one, title(one, after_meeting=referral.waits_for_word)) for one in offered],
        "besides": [
            one for one in possible if one not in offered and one is not step and _sensible(one, referral, replies)
        ],
        "waits_elsewhere": not offered and referral.status_word in rules.OPEN,
        "codes": _codes(referral, by),
        "origin": f"/keluhan/{referral.origin_number}/" if by.office_id == referral.from_office_id else "",
        "wrong": wrong,
    }
    return render(request, "referrals/referral.html", context, status=status)


def _sensible(step: Step, referral: Referral, replies: list[Reply]) -> bool:
    """Whether a step that the rules allow would also succeed now: nobody is reminded twice a day, nor raised too soon."""
    reminded = next((one.at for one in reversed(replies) if one.kind == ReplyKind.REMINDED), None)
    if step.verb == "referral.remind":
        return rules.may_remind(timezone.localdate(reminded) if reminded else None, timezone.localdate())
    if step.verb == "referral.escalate":
        return referral.raised_to_id is None and rules.may_escalate(referral.due_at, reminded, timezone.now())
    return True


def _codes(referral: Referral, by: Appointment) -> dict[str, object] | None:
    """What the sender's office sees of the codes for answering; nothing for everybody else, or once it is answered."""
    if not sends(by, referral) or not allows(by, "referral.issue_pass", referral):
        return None
    last = referral.passes.last()
    open_ = referral.status_word in rules.OPEN
    if last is None and not open_:
        return None
    facts = [] if last is None else [Fact(_("Kode jawaban"), last.state.label), *_about(last)]
    return {
        "facts": facts,
        "printable": bool(last and last.live),
        "steps": [one for one in CODES if open_ and (one.verb == "referral.issue_pass" or (last and last.live))],
        "without_account": open_ and not has_officers(referral.to_office_id),
    }


def _about(last: Pass) -> list[Fact]:
    zone = timezone.get_current_timezone()
    bound = [Fact(_("Dibuka"), moments.moment(last.bound_at, zone))] if last.bound_at else []
    return [Fact(_("Berlaku sampai"), moments.moment(last.expires_at, zone), last.issued_label), *bound]


def _facts(referral: Referral) -> list[Fact]:
    return [
        Fact(_("Bidang"), ServiceField(referral.field).label),
        Fact(_("Desa"), referral.village.full_name),
        Fact(_("Pengirim"), referral.sender_label.split(" · ")[0], referral.from_office.name),
        Fact(_("Telepon pengirim"), referral.from_office.phone),
        Fact(_("Keluhan asal"), referral.origin_number),
        *telling.facts(referral),
    ]


def has_officers(office_id: int) -> bool:
    """Whether anybody at an office can sign in and answer letters."""
    valid = Appointment.objects.valid_on(timezone.localdate()).filter(office_id=office_id)
    return valid.filter(role__in=roles_with("referral.accept")).exists()


@officer("referral.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One letter."""
    return page(request, find(request, number))


@officer("referral.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Letters to this office, or from it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    outgoing = request.GET.get("arah") == "keluar"
    direction = request.GET.get("arah")
    questions = {"keluar": Referral.objects.sent_by, "atasan": Referral.objects.raised_with}
    mine = questions.get(direction or "", Referral.objects.received_by)
    rows = mine(by.office_id).with_ends().select_related("village").order_by("-sent_at", "-id")
    states = {state.value: badge(state.label, TONES[state]) for state in Status}
    fields = {field.value: field.label for field in ServiceField}
    captions = {"keluar": _("Rujukan keluar"), "atasan": _("Surat yang belum dijawab, diteruskan kepada kami")}
    other = "from_office" if direction not in questions else "to_office"
    table = Table(
        request,
        rows,
        columns=[
            Column("number", _("Nomor"), sort="number", on_phone=False),
            Column("subject", _("Tentang"), cell=lambda row: row.subject_name or _("Tanpa nama")),
            Column(
                "other", _("Dari") if other == "from_office" else _("Kepada"), cell=lambda row: getattr(row, other).name
            ),
            Column("field", _("Bidang"), cell=lambda row: fields[row.field]),
            Column("village", _("Desa"), cell=lambda row: row.village.name),
            Column("status", _("Status"), cell=lambda row: states[row.status]),
            Column("due", _("Batas waktu"), cell=_due, sort="due_at"),
            Column("sent", _("Dikirim"), cell=lambda row: row.sent_at, sort=("sent_at", "id")),
        ],
        caption=captions.get(direction or "", _("Rujukan masuk")),
        link=attrgetter("address"),
        filters=ReferralFilter(request.GET),
        empty=_("Belum ada surat rujukan di sini."),
    )
    opened(request, "referral.listed", [row.pk for row in table.page.rows], shown="number,subject_name,status")
    tabs = [
        Tab(_("Masuk"), "?arah=masuk", direction not in questions),
        Tab(_("Keluar"), "?arah=keluar", outgoing),
        Tab(_("Diteruskan kepada kami"), "?arah=atasan", direction == "atasan"),
        *([Tab(_("Pelimpahan"), "/pelimpahan/", False)] if may(by.role, "transfer.read") else []),
    ]
    return render(request, "referrals/list.html", {"table": table, "tabs": tabs})


@officer("referral.issue_pass")
def code(request: HttpRequest, number: str) -> HttpResponse:
    """The paper that goes out with the letter: its address, the code, a QR code. ``?kertas=a6`` for a small one."""
    referral = find(request, number)
    if not sends(request.appointment, referral):  # type: ignore[attr-defined]
        raise Refused(_("Kode jawaban hanya dicetak oleh kantor pengirim surat."))
    printed = printed_code(referral)
    if not printed:
        messages.info(request, _("Tidak ada kode jawaban yang bisa dicetak. Buat kode baru dulu."))
        return redirect(referral.address)
    opened(request, "referral.pass_printed", [referral.pk], shown="letter,code", reach=referral.reach)
    link = request.build_absolute_uri(reverse("answers:link", args=[printed]))
    context = {
        "referral": referral,
        "code": printed,
        "address": request.build_absolute_uri(reverse("answers:enter")),
        "link": link,
        "qr": qr_svg(link),
        "until": referral.passes.live().latest("pk").expires_at,
        "paper": "a6" if request.GET.get("kertas") == "a6" else "a4",
    }
    return render(request, "referrals/code.html", context)


def _due(row: Referral) -> object:
    return telling.due(row, timezone.now(), for_words(row.to_office))


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=attrgetter("address")) for step in (*STEPS, *CODES)}
"""The route of each step."""
