"""Drafting a letter about a row, and handing out a slip that nobody signs."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.doors.desk.letters.forms import DraftForm
from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.letters.heads import head_of
from satupintu.engine.documents.letters.kinds import LetterKind, kind_of
from satupintu.engine.documents.models import Letter, TemplateVersion
from satupintu.engine.ui.pieces import Fact
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.papers import title_of
from satupintu.foundation.access.steps import site_of

Act = Callable[[Any, LetterKind, TemplateVersion, DraftForm], Letter]


@officer("letter.draft")
def draft(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Draft a letter that somebody will sign."""
    by = request.appointment  # type: ignore[attr-defined]

    def act(subject: Any, kind: LetterKind, version: TemplateVersion, form: DraftForm) -> Letter:
        return letters.draft(subject, by=by, key=form.key, kind=kind.code, version_id=version.pk, typed=form.typed())

    return _page(request, kind, pk, act, signed=True, verb=_("Buat konsep"), done=_("Konsep surat dibuat."))


@officer("letter.hand_out")
def hand_out(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Issue a slip at once."""
    by = request.appointment  # type: ignore[attr-defined]

    def act(subject: Any, kind: LetterKind, version: TemplateVersion, form: DraftForm) -> Letter:
        words = {"kind": kind.code, "version_id": version.pk, "typed": form.typed(), "site": site_of(request)}
        return letters.hand_out(subject, by=by, key=form.key, **words)

    return _page(request, kind, pk, act, signed=False, verb=_("Terbitkan"), done=_("Lembar diterbitkan."))


def _page(request: HttpRequest, code: str, pk: int, act: Act, *, signed: bool, verb: str, done: str) -> HttpResponse:
    by = request.appointment  # type: ignore[attr-defined]
    kind, subject = _subject(code, pk)
    if not kind.open_to(by, subject):
        raise Refused(_("Surat ini dibuat oleh kantor yang menangani."))
    versions = _versions(kind, by.office_id, signed=signed)
    version = _chosen(request, versions)
    context: dict[str, Any] = {"title": title_of(kind), "about": kind.about(subject), "back": kind.home(subject)}
    if version is None:
        opened(request, "letter.prepared", [subject.pk], shown="about", reach=subject.reach)
        return render(request, "desk/letters/choose.html", {**context, "versions": versions})
    known = kind.known(subject)
    before = {**kind.suggests(subject), **_before(version, by.office_id)}
    form = DraftForm(request.POST or None, kind=kind, version=version, before=before, known=known)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            made = act(subject, kind, version, form)
        except WrongState as wrong:
            form.add_error(None, wrong.sentence)
            status = 409
        else:
            messages.success(request, done)
            return redirect("letters:detail", made.pk)
    status = 422 if form.errors and status == 200 else status
    opened(request, "letter.prepared", [subject.pk], shown="identity", reach=subject.reach)
    context |= {"form": form, "verb": verb, "version": version, "known": _known(kind, version, known)}
    return render(request, "desk/letters/draft.html", context, status=status)


def _subject(code: str, pk: int) -> tuple[LetterKind, Any]:
    """The kind and the row; one behind a wall does not exist."""
    try:
        kind = kind_of(code)
    except KeyError:
        raise Http404 from None
    subject = kind.find(pk)
    if subject is None:
        raise Http404
    return kind, subject


def _versions(kind: LetterKind, office_id: int, *, signed: bool) -> list[TemplateVersion]:
    head = head_of(office_id)
    offered = TemplateVersion.objects.offered([kind.code], head.kind, head.area, head.today(timezone.now()))
    return [version for version in offered.get(kind.code, []) if bool(version.words.signers) == signed]


def _chosen(request: HttpRequest, versions: list[TemplateVersion]) -> TemplateVersion | None:
    """The version that the address names, or the only one there is."""
    if not versions:
        raise Refused(_("Naskah surat ini tidak berlaku untuk kantor Anda."))
    asked = request.GET.get("naskah", "")
    found = next((version for version in versions if str(version.pk) == asked), None)
    return found or (versions[0] if len(versions) == 1 else None)


def _before(version: TemplateVersion, office_id: int) -> dict[str, str]:
    """Who signed on paper last time: the village head stays the same for years."""
    names = letters.paper_fields(version)
    if not names:
        return {}
    rows = Letter.objects.written_in(office_id).filter(template_version__template=version.template_id)
    typed = rows.order_by("-pk").values_list("typed", flat=True).first() or {}
    return {name: typed.get(name, "") for name in names}


def _known(kind: LetterKind, version: TemplateVersion, known: dict[str, str]) -> list[Fact]:
    """What the letter will say of the row; secrets stay on the paper."""
    used = version.words.names
    return [
        Fact(_(label), known.get(name, "") or _("belum diketahui"))
        for name, label in kind.offers.items()
        if name in used and name not in kind.secrets
    ]
