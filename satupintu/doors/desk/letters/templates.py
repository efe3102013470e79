"""Naskah surat: the templates of an area, their versions, and the editor with its preview."""

from base64 import b64encode
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from satupintu.doors.desk.letters.editing import NewTemplateForm, PublishForm, WordingForm
from satupintu.engine.actions import Conflict, WrongState
from satupintu.engine.documents.actions import templates as actions
from satupintu.engine.documents.handing import sealed
from satupintu.engine.documents.letters.heads import head_of
from satupintu.engine.documents.letters.kinds import LetterKind, kind_of, kinds
from satupintu.engine.documents.letters.sheet import EXAMPLE_MARK, compose, paper_signer
from satupintu.engine.documents.letters.wording import Wording
from satupintu.engine.documents.models import LetterTemplate, TemplateVersion
from satupintu.engine.documents.paper import printing
from satupintu.engine.documents.words import VersionState
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Tone, badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.papers import title_of
from satupintu.foundation.areas.models import labels
from satupintu.foundation.offices.words import OfficeKind

TONES = {VersionState.DRAFTED: Tone.NEW, VersionState.PUBLISHED: Tone.DONE}
SIGNER = "H. Muh. Saleh Dg. Manrapi"
"""Nobody: who signs on paper in a preview."""


@officer("template.draft", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """The newest version of every template that counts in the own area: its own, and those from above."""
    by = request.appointment  # type: ignore[attr-defined]
    start, end = by.span
    above, inside = Q(area_start__lte=start, area_end__gte=end), Q(area_start__gte=start, area_end__lte=end)
    found = TemplateVersion.objects.filter(template__in=LetterTemplate.objects.filter(above | inside))
    newest = found.newest_of_each().defer("wording")
    rows = sorted(newest, key=lambda one: (one.template.kind, one.template.name, one.template.office_kind))
    places = labels(one.template.area_start for one in rows)
    table = Table(
        request,
        rows,
        columns=_columns(places),
        caption=_("Naskah surat yang berlaku di daerah Anda"),
        link=lambda row: reverse("letters:version", args=[row.pk]),
        size=200,
    )
    offers = [(title_of(kind), reverse("letters:new_template", args=[kind.code])) for kind in kinds()]
    return render(request, "desk/letters/templates.html", {"table": table, "offers": offers})


def _columns(places: dict[int, str]) -> list[Column]:
    country, every = _("Seluruh Indonesia"), _("Semua kantor")
    offices = {kind.value: kind.label for kind in OfficeKind}
    return [
        Column("name", _("Naskah"), cell=lambda row: row.template.name),
        Column("kind", _("Jenis"), cell=lambda row: title_of(row.template.kind_of)),
        Column("office", _("Untuk"), cell=lambda row: offices.get(row.template.office_kind, every)),
        Column("area", _("Daerah"), cell=lambda row: places.get(row.template.area_start, country)),
        Column("number", _("Versi"), cell=lambda row: row.number, numeric=True),
        Column("state", _("Keadaan"), cell=lambda row: badge(row.state_word.label, TONES[row.state_word])),
        Column("from", _("Mulai"), cell=lambda row: day(row.valid_from) if row.valid_from else ""),
    ]


def find(pk: int, by: Any) -> TemplateVersion:
    """A version that counts in the area of an officer. Raises Http404."""
    version = TemplateVersion.objects.select_related("template").filter(pk=pk).first()
    if version is None:
        raise Http404
    start, end = by.span
    template = version.template
    if template.area_end <= start or template.area_start >= end:
        raise Http404
    return version


@officer("template.draft", personal=False)
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Draft a template of the own area, from nothing or from another's wording."""
    by, of_kind = request.appointment, _kind(kind)  # type: ignore[attr-defined]
    source = request.GET.get("dari", "")
    base = find(int(source), by) if source.isdecimal() else None
    if base is not None and base.template.kind != kind:
        raise Http404
    given = {"name": base.template.name, "office_kind": base.template.office_kind} if base else {}
    form = NewTemplateForm(request.POST or None, kind=of_kind, wording=base.words if base else None, initial=given)
    status = 200
    if form.is_bound and form.is_valid():
        start, end = by.span
        words = form.cleaned_data
        template = LetterTemplate(
            kind=kind, name=words["name"], office_kind=words["office_kind"], area_start=start, area_end=end
        )
        try:
            version = actions.draft(template, by=by, key=form.key, wording=form.wording())
        except WrongState as wrong:
            form.add_error(None, wrong.sentence)
            status = 409
        else:
            messages.success(request, _("Konsep naskah disimpan."))
            return redirect("letters:version", version.pk)
    status = 422 if form.errors and status == 200 else status
    return _editor(request, of_kind, form, status=status, title=_("Naskah baru"), picture="")


@officer("template.draft", personal=False)
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version: what it says and looks like, the other versions, and the editor while it is a draft."""
    by = request.appointment  # type: ignore[attr-defined]
    found = find(pk, by)
    kind, mine = found.template.kind_of, allows(by, "template.change", found)
    # What is sent too late is answered with a sentence, and what was typed stays there.
    editable = mine and (found.state_word == VersionState.DRAFTED or request.method == "POST")
    form = WordingForm(request.POST or None, kind=kind, wording=found.words, seen=found.version) if editable else None
    status = 200
    if form is not None and form.is_bound:
        status = 422
        if form.is_valid():
            try:
                actions.change(found, by=by, key=form.key, seen=form.seen, wording=form.wording())
            except (WrongState, Conflict) as problem:
                form.add_error(None, problem.sentence)
                status = 409
            else:
                messages.success(request, _("Konsep naskah disimpan."))
                return redirect("letters:version", found.pk)
    more = {"version": found, "mine": mine, "versions": list(found.template.versions.order_by("-number"))}
    picture = reverse("letters:version_picture", args=[found.pk])
    return _editor(request, kind, form, status=status, title=found.template.name, picture=picture, **more)


@officer("template.publish", personal=False)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a draft be in force from a day on."""
    by = request.appointment  # type: ignore[attr-defined]
    found = find(pk, by)
    form = PublishForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    return answer(
        request,
        form,
        lambda: actions.publish(found, by=by, key=form.key, valid_from=form.cleaned_data["valid_from"]),
        question=_("Berlakukan naskah “%(name)s” versi %(number)s?")
        % {"name": found.template.name, "number": found.number},
        consequence=_("Surat yang sudah dibuat tetap memakai versinya sendiri."),
        verb=_("Berlakukan"),
        done=_("Naskah berlaku."),
        back=reverse("letters:version", args=[found.pk]),
    )


@officer("template.draft", personal=False)
def preview(request: HttpRequest, kind: str) -> HttpResponse:
    """What is being written, as it would look: a piece of the page, with made-up facts."""
    by, of_kind = request.appointment, _kind(kind)  # type: ignore[attr-defined]
    form = WordingForm(request.POST or None, kind=of_kind)
    if not form.is_valid():
        sentences = [sentence for _field, sentence in form.error_links()] or [_("Tulis dulu judul dan isinya.")]
        return render(request, "desk/letters/preview.html", {"sentences": sentences})
    try:
        drawn = example(of_kind, form.wording(), by.office_id)
    except printing.NotPrinted:
        return render(request, "desk/letters/preview.html", {"sentences": [_(printing.NOT_NOW)]})
    source = format_html("data:image/png;base64,{}", b64encode(drawn).decode())
    return render(request, "desk/letters/preview.html", {"source": source})


@officer("template.draft", personal=False)
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A version as it looks, with made-up facts."""
    by = request.appointment  # type: ignore[attr-defined]
    found = find(pk, by)
    drawn = example(found.template.kind_of, found.words, by.office_id)
    return sealed(drawn, "image/png")


def example(kind: LetterKind, wording: Wording, office_id: int) -> bytes:
    """A wording with the made-up facts of its kind, as PNG."""
    head = head_of(office_id)
    signers = {paper_signer(at)[0]: SIGNER for at, place in enumerate(wording.places) if place.on_paper}
    values = {**kind.example, **signers, "petugas": SIGNER}
    return printing.picture(compose(wording, head, values, day=head.today(timezone.now()), mark=EXAMPLE_MARK))


def _kind(code: str) -> LetterKind:
    try:
        return kind_of(code)
    except KeyError:
        raise Http404 from None


def _editor(
    request: HttpRequest, kind: LetterKind, form: Any, *, status: int, title: str, picture: str, **more: Any
) -> HttpResponse:
    names = [(f"{{{{ {name} }}}}", _(label)) for name, label in kind.placeholders.items()]
    context = {
        "kind": kind,
        "kind_title": title_of(kind),
        "form": form,
        "title": title,
        "names": names,
        "picture": picture,
        "copy_url": reverse("letters:new_template", args=[kind.code]),
        **more,
    }
    return render(request, "desk/letters/template.html", context, status=status)
