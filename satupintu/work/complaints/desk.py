"""The officers' pages about complaints."""

from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict, Refused, WrongState, used
from satupintu.engine.documents.models import Attachment
from satupintu.engine.ui.conflicts import conflict
from satupintu.engine.ui.counting import counted
from satupintu.engine.ui.pieces import Tab, badge
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.attached import papers
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.papers import offers_about, papers_about
from satupintu.foundation.access.roles import DUTIES
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import Role, ServiceField
from satupintu.registry.exports.leaving import leaving, of_table
from satupintu.registry.people.models import Household, Person
from satupintu.work.complaints import actions, offers, parts, preparation, telling, wording
from satupintu.work.complaints.alike import alike
from satupintu.work.complaints.correspondence import correspondence
from satupintu.work.complaints.documents import MISSING_PAPERS, RECEIPT
from satupintu.work.complaints.forms import ClassifyForm, ComplaintFilter, IntakeForm, ReferForm
from satupintu.work.complaints.heard import heard
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.requirements import requirements
from satupintu.work.complaints.steps import BY_VERB, STEPS
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Channel, Status
from satupintu.work.deadlines.timetable import Timetable, for_words

COUNTED = 99
"""What is open outside the own area is counted up to here."""


def find(request: HttpRequest, number: str) -> Complaint:
    """The complaint of that number; one behind a wall does not exist."""
    rows = Complaint.objects.select_related(
        "village",
        "intake_office",
        "handler_office",
        "waits_at",
        "person",
        "household",
        "story",
        "reporter",
        "service",
        "previous__handler_office",
        "assignee__account",
    )
    complaint = rows.filter(number=number).first()
    if complaint is None:
        raise Http404
    return complaint


def page(
    request: HttpRequest,
    complaint: Complaint,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a complaint: where it stands, the one next step, what is known, what happened."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    parts.read_once(complaint)
    steps = [one for one in STEPS if complaint.may(one.verb) and one.open_to(by, complaint)]
    offered = preparation.in_order(steps, complaint)
    if step is None and len(offered) == 1:
        step, form = offered[0], offered[0].form(subject=complaint, by=by)
    opened(
        request,
        "complaint.opened",
        [complaint.pk],
        shown="identity,story,reporter,preparation,visits,documents,timeline",
        reach=complaint.reach,
    )
    events = parts.history(complaint)
    context = {
        "complaint": complaint,
        "state": badge(complaint.status_word.label, TONES[complaint.status_word]),
        "steps": parts.steps(complaint, events),
        "facts": parts.facts(complaint),
        "reporter": parts.reporter(complaint),
        "entries": entries(reversed(events), parts.TONES),
        "comments": list(complaint.comments.all()),
        "asked": (asked := requirements(complaint)),
        "written": papers_about(complaint, by, apart=parts.printed_at_once(asked)),
        "papers": papers(Attachment.objects.of(complaint)),
        "services": list(complaint.services.select_related("server__account")),
        "handovers": parts.handovers(complaint),
        "answers": list(complaint.answers.all()),
        "heard": heard(complaint),
        "step": step,
        "form": form,
        "offered": offered,
        "besides": [one for one in steps if one not in offered and one is not step],
        "waits_elsewhere": not offered and complaint.status_word != Status.CLOSED,
        "wrong": wrong,
        "possible": [_(BY_VERB[verb].title) for verb in wrong.possible if verb in BY_VERB] if wrong else [],
    }
    context |= parts.waiting(complaint) | correspondence(complaint)
    context |= preparation.shown(complaint, by) | offers.shown(complaint, by)
    return render(request, "complaints/complaint.html", context, status=status)


@officer("complaint.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One complaint."""
    return page(request, find(request, number))


SHOWN = "pk number about field status clearance closed_at received_at village__name waits_at__name".split() + list(
    telling.DUE
)  # Named rows instead of model instances: the list reads what it shows.


@officer("complaint.read")
def listing(request: HttpRequest) -> HttpResponseBase:
    """The complaints of the own area, newest first; beside them those that the own office handles from elsewhere."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    chosen = ComplaintFilter(request.GET)
    rows = chosen.asked_of(by).order_by("-received_at", "-id").values_list(*SHOWN, named=True)
    table = Table(
        request,
        rows,
        columns=_columns(for_words(by.office)),
        caption=_caption(by, chosen),
        link=lambda row: f"/keluhan/{row.number}/",
        counted=False,
        filters=chosen,
        empty=_("Belum ada keluhan di sini. Keluhan baru dicatat lewat tombol “Catat keluhan”."),
        may_export=allows(by, "export.complaints"),
        personal=True,
        file_name="keluhan",
    )
    if leaves := leaving(request, of_table(table), "complaint.listed"):
        return leaves
    opened(request, "complaint.listed", [row.pk for row in table.page.rows], shown="number,about,field,status")
    context = {"table": table, "may_register": allows(by, "complaint.register"), "besides": chosen.besides()}
    return render(request, "complaints/list.html", context | {"tabs": _tabs(by, chosen)})


def _caption(by: Appointment, chosen: ComplaintFilter) -> str:
    if not DUTIES[Role(by.role)].persons:
        return _("Keluhan yang ditangani kantor Anda")
    return _("Keluhan dari luar wilayah") if chosen.asks_elsewhere else _("Keluhan di wilayah Anda")


def _tabs(by: Appointment, chosen: ComplaintFilter) -> list[Tab]:
    """The own area, and what the own office handles from outside it, with how many are open; no tabs where there is none."""
    rows = Complaint.objects.from_elsewhere(by)
    open_ones, all_of_them = counted([rows.open(), rows], cap=COUNTED)
    if not all_of_them and not chosen.asks_elsewhere:
        return []
    here = not chosen.asks_elsewhere
    return [Tab(_("Wilayah Anda"), "?", here), Tab(_("Dari luar wilayah"), "?elsewhere=on", not here, open_ones)]


def _columns(reader: Timetable) -> list[Column]:
    fields = {field.value: field.label for field in ServiceField}
    now = timezone.now()
    states = {state.value: badge(state.label, TONES[state]) for state in Status}
    names = {state.value: state.label for state in Status}
    sensitive, unknown = _("Keluhan sensitif"), _("Belum diketahui")
    return [
        Column("number", _("Nomor"), sort="number", on_phone=False),
        Column("about", _("Tentang"), cell=lambda row: sensitive if row.clearance == 2 else row.about or unknown),
        Column("field", _("Bidang"), cell=lambda row: fields[row.field]),
        Column("village", _("Desa"), cell=lambda row: row.village__name),
        Column("status", _("Status"), cell=lambda row: states[row.status], export=lambda row: names[row.status]),
        Column("waits_at", _("Menunggu di"), cell=lambda row: row.waits_at__name if row.closed_at is None else ""),
        Column(
            "due",
            _("Batas waktu"),
            cell=lambda row: telling.due(row, now, reader),
            export=lambda row: row.due_at,
            sort="due_at",
        ),
        Column("received", _("Diterima"), cell=lambda row: row.received_at, sort=("received_at", "id"), on_phone=False),
    ]


@officer("complaint.register")
def intake(request: HttpRequest) -> HttpResponse:
    """Take a complaint down, about a person or household that was looked up, or about nobody known."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = _looked_up(Person, request.GET.get("orang") or request.POST.get("orang"))
    household = _looked_up(Household, request.GET.get("keluarga") or request.POST.get("keluarga"))
    channel = Channel.OUTREACH if by.role == "facilitator" else Channel.WALK_IN
    form = IntakeForm(
        request.POST or None, request.FILES or None, subject=person or household, by=by, initial={"channel": channel}
    )
    found = []
    if request.method == "POST" and form.is_valid():
        asked = form.intake(person=person, household=household)
        found = [] if "tetap" in request.POST else alike(asked, timezone.now())
    if found and used(form.key, "complaint.register", by):
        found = []  # our own, sent once more
    if request.method == "POST" and form.is_valid() and not found:
        complaint = parts.register_with_papers(form, by=by, person=person, household=household)
        messages.success(request, _("Keluhan tercatat dengan nomor %(number)s.") % {"number": complaint.number})
        return redirect(complaint.address)
    if found:
        form.offer()
    shown = [row.pk for row in (person, household, *found) if row is not None]
    opened(request, "complaint.prepared", shown, shown="identity" if shown else "")
    context = {"form": form, "person": person, "household": household, "alike": parts.brief(found)}
    return render(request, "complaints/intake.html", context, status=422 if form.errors else 200)


def _looked_up(model: Any, pk: str | None) -> Any:
    if not pk:
        return None
    row = model.objects.filter(pk=int(pk)).first() if pk.isdecimal() else None
    if row is None:
        raise Http404
    return row


@officer("complaint.read")
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt for the citizen, to print: the number, the code, what happens now, where to ask."""
    complaint = find(request, number)
    opened(request, "complaint.receipt_opened", [complaint.pk], shown="identity,code", reach=complaint.reach)
    context = {
        "complaint": complaint,
        "words": wording,
        "lines": parts.receipt_lines(complaint),
        "qr": parts.qr(request.build_absolute_uri(f"{reverse('public:follow')}?nomor={complaint.number}")),
        "follow_at": f"{request.get_host()}{reverse('public:follow')}",
        "numbered": offers_about(complaint, request.appointment, [RECEIPT]),  # type: ignore[attr-defined]
    }
    return render(request, "complaints/receipt.html", context)


@officer("complaint.read")
def missing(request: HttpRequest, number: str) -> HttpResponse:
    """What the citizen still has to bring, to print."""
    complaint = find(request, number)
    asked = requirements(complaint)
    if asked is None:
        raise Http404
    opened(request, "complaint.missing_printed", [complaint.pk], shown="papers", reach=complaint.reach)
    numbered = offers_about(complaint, request.appointment, [MISSING_PAPERS])  # type: ignore[attr-defined]
    return render(request, "complaints/missing.html", {"complaint": complaint, "asked": asked, "numbered": numbered})


@officer("complaint.refer", personal=False)
def answer_by(request: HttpRequest, number: str) -> HttpResponse:
    """By when the institution that is chosen in the form of a referral must answer: one sentence, while somebody chooses."""
    complaint, step = find(request, number), BY_VERB["complaint.refer"]
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if not step.open_to(by, complaint):
        raise Refused(_("Langkah ini milik kantor lain."))
    asked = request.GET.get("to", "")[:9]
    return HttpResponse(escape(ReferForm(subject=complaint, by=by).proposed(asked)))


@officer("complaint.classify")
def classify(request: HttpRequest, number: str) -> HttpResponse:
    """Put right what kind of matter it is; two officers at once see both versions."""
    complaint, step = find(request, number), BY_VERB["complaint.classify"]
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = ClassifyForm(request.POST or None, subject=complaint, by=by)
    if request.method != "POST" or not form.is_valid():
        return page(request, complaint, step=step, form=form, status=422 if form.errors else 200)
    try:
        actions.classify(complaint, by=by, key=form.key, seen=form.seen, **form.words())
    except WrongState as wrong:
        return page(request, complaint, wrong=wrong, status=409)
    except Conflict as clash:
        now: Any = clash.current
        saved = {name: getattr(now, name) for name in form.fields}
        opened(request, "complaint.opened", [complaint.pk], shown="classification", reach=complaint.reach)
        return conflict(request, form, saved=saved, version=now.version, verb=_(step.button), cancel=complaint.address)
    messages.success(request, _(step.done))
    return redirect(complaint.address)


STEP_VIEWS = {
    step.slug: classify
    if step.verb == "complaint.classify"
    else step_view(step, find=find, page=page, home=attrgetter("address"))
    for step in STEPS
}
"""The route of each step."""
