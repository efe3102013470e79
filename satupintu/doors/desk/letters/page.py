"""The page of a letter: what it looks like, where it stands, the one next step, who put their name to it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from satupintu.doors.desk.letters.steps import ASIDE, REPAIR, STEPS, possible
from satupintu.engine.actions import WrongState
from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.handing import sealed
from satupintu.engine.documents.models import Letter
from satupintu.engine.documents.paper import printing
from satupintu.engine.documents.words import LetterState, LetterWait, SignatureKind
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, badge, when
from satupintu.engine.ui.pieces import Step as BarStep
from satupintu.engine.ui.stories import entries
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.papers import NO_NUMBER, TONES, title_of
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.words import Role


def find(request: HttpRequest, number: Any) -> Letter:
    """The letter of that row number; one behind a wall does not exist."""
    letter = Letter.objects.select_related("template_version__template").filter(pk=number).first()
    if letter is None:
        raise Http404
    return letter


def home(letter: Letter) -> str:
    """The address of a letter."""
    return reverse("letters:detail", args=[letter.pk])


def page(
    request: HttpRequest,
    letter: Letter,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a letter; a step's form stands in it."""
    by = request.appointment  # type: ignore[attr-defined]
    steps = [one for one in possible(letter) if one.open_to(by, letter)]
    repairs = letter.wait_word == LetterWait.REPAIR
    offered = [one for one in steps if one.verb not in ASIDE or (repairs and one is REPAIR)]
    if step is None and len(offered) == 1:
        step = offered[0]
        form = step.form(subject=letter, by=by)
    opened(request, "letter.opened", [letter.pk], shown="letter,names,timeline", reach=letter.reach)
    subject = letter.kind_of.find(letter.subject_id)
    context = {
        "letter": letter,
        "title": title_of(letter.kind_of),
        "number": letter.number or _(NO_NUMBER),
        "state": badge(letter.state_word.label, TONES[letter.state_word]),
        "steps": bar(letter),
        "facts": facts(letter),
        "names": names(letter),
        "entries": entries(Event.objects.about(letter)),
        "issued": bool(letter.issued_at),
        "returned": letter.returns.last() if repairs else None,
        "revocation": getattr(letter, "revocation", None) if letter.state_word == LetterState.REVOKED else None,
        "about_url": letter.kind_of.home(subject) if subject else "",
        "step": step,
        "form": form,
        "offered": offered,
        "besides": [one for one in steps if one not in offered and one is not step],
        "waits_for": _waits(letter),
        "wrong": wrong,
    }
    return render(request, "desk/letters/letter.html", context, status=status)


def bar(letter: Letter) -> list[BarStep]:
    """The step bar: draft, initials, each signature, issued."""
    given = list(letter.signatures.filter(round=letter.round))
    initials = [one for one in given if one.kind_word == SignatureKind.INITIALS]
    signed = [one for one in given if one.kind_word == SignatureKind.SIGNATURE]
    returned, revoked = letter.state_word == LetterState.RETURNED, letter.state_word == LetterState.REVOKED
    steps = [BarStep(_("Konsep"), "now" if returned else "done", when(letter.drafted_at))]
    if letter.initials_role:
        steps.append(_named(SignatureKind.INITIALS.label, initials[:1], letter.wait_word == LetterWait.INITIAL))
    for at, role in enumerate(letter.signers):
        now = letter.wait_word == LetterWait.SIGN and at == len(signed)
        steps.append(_named(_("Tanda tangan %(role)s") % {"role": Role(role).label}, signed[at : at + 1], now))
    issued = when(letter.issued_at) if letter.issued_at else ""
    steps.append(BarStep(LetterState.ISSUED.label, "done" if letter.issued_at else "next", issued))
    if revoked:
        steps.append(BarStep(LetterState.REVOKED.label, "refused", when(letter.moved_at)))
    return steps


def _named(label: str, given: list[Any], now: bool) -> BarStep:
    if given:
        return BarStep(label, "done", when(given[0].at), given[0].name)
    return BarStep(label, "now" if now else "next")


def facts(letter: Letter) -> list[Fact]:
    """What is known about it."""
    version = letter.template_version
    return [
        Fact(_("Nomor"), letter.number or _(NO_NUMBER)),
        Fact(_("Tanggal terbit"), day(letter.issued_on) if letter.issued_on else ""),
        Fact(_("Kantor"), letter.office_name),
        Fact(_("Naskah"), version.template.name, _("versi %(number)s") % {"number": version.number}),
        Fact(_("Disusun oleh"), letter.drafter_label.partition(" · ")[0]),
    ]


def names(letter: Letter) -> list[Fact]:
    """Who initialled and signed, in this round."""
    return [
        Fact(one.kind_word.label, one.name, str(when(one.at))) for one in letter.signatures.filter(round=letter.round)
    ]


def _waits(letter: Letter) -> str:
    if letter.wait_word == LetterWait.NOTHING:
        return ""
    role = Role(letter.waits_role).label if letter.waits_role else letter.office_name
    return _("Sekarang giliran %(who)s. Tidak ada yang perlu Anda lakukan.") % {"who": role}


@officer("letter.read")
def detail(request: HttpRequest, number: int) -> HttpResponse:
    """One letter."""
    return page(request, find(request, number))


@officer("letter.read")
def picture(request: HttpRequest, number: int) -> HttpResponse:
    """The letter as it looks: a draft is marked as such, a copy of an issued one bears no code."""
    letter = find(request, number)
    opened(request, "letter.opened", [letter.pk], shown="picture", reach=letter.reach)
    return sealed(printing.picture(letters.preview(letter)), "image/png")


@officer("letter.read")
def file(request: HttpRequest, number: int) -> HttpResponse:
    """The PDF as it was issued."""
    letter = find(request, number)
    paper = getattr(letter, "paper", None)
    if paper is None:
        raise Http404
    opened(request, "letter.opened", [letter.pk], shown="pdf", reach=letter.reach)
    name = (letter.number or "").replace("/", "-")
    return sealed(bytes(paper.pdf), "application/pdf", f"{name}.pdf")


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=home) for step in STEPS}
"""The route of each step."""
