"""The officers' pages about mappings: say what the columns of a file hold, see what becomes of it, keep it."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.tables import Column as Cell
from satupintu.engine.ui.tables import Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codelists import CATALOGUE
from satupintu.registry.imports.actions import publish, upload
from satupintu.registry.imports.desk import batch_of
from satupintu.registry.imports.layout import Layout, SheetRule, as_one, propose, to_yaml
from satupintu.registry.imports.mapping_columns import TOP, SheetQuestions, named
from satupintu.registry.imports.mapping_forms import HOUSEHOLD, MappingForm
from satupintu.registry.imports.models import Batch, Mapping, MappingVersion
from satupintu.registry.imports.presets import presets
from satupintu.registry.imports.preview import Heads, Outcome, heads_of, outcome, written
from satupintu.registry.imports.words import AreaSystem, Sharing


@officer("import.upload")
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the columns hold, see at once what becomes of the first rows, and have the file read again."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = batch_of(pk)
    heads = heads_of(found)
    before = _before(found, heads)
    form = MappingForm(request.POST or None, batch=found, before=before, heads=heads, seen=found.version)
    looking = "HX-Request" in request.headers or request.POST.get("do") == "look"
    valid = form.is_valid()
    if valid and not looking:
        try:
            _use(found, form, by, keep=request.POST.get("do") == "keep")
        except WrongState as wrong:
            messages.error(request, wrong.sentence)
        return redirect("imports:batch", pk)
    opened(request, "import.opened", [found.pk], shown="columns", reach=found.reach)
    layout = form.layout() if valid else before
    context: dict[str, Any] = {
        "batch": found,
        "form": form,
        "top": _top(form.member),
        "household_top": _top(form.household) if form.household else [],
        "result": _result(found, heads, layout, form) if valid or not form.is_bound else Outcome(),
        "may_publish": allows(by, "mapping.publish"),
    }
    refused = context["refused"] = form.is_bound and not valid and not looking
    return render(request, "imports/columns.html", context, status=422 if refused else 200)


def _before(found: Batch, heads: Heads) -> Layout:
    """How the file was to be read so far, else what its headings suggest, else nothing yet."""
    first = next(iter(heads.values()), [])
    before = found.read_by or propose(first) or Layout(SheetRule(()), areas=AreaSystem.NAMES)
    return as_one(before) if before.household and len(heads) == 1 else before


def _use(found: Batch, form: MappingForm, by: Appointment, *, keep: bool) -> None:
    """Have the file read by what was answered; keep it as a mapping first when that was asked."""
    layout, version = form.layout(), None
    if keep:
        version = _kept(form, layout, by)
    upload(found, by=by, layout=layout, mapping=version, key=form.key, seen=form.seen)


def _kept(form: MappingForm, layout: Layout, by: Appointment) -> MappingVersion:
    """The layout as a mapping: a new version where the own area keeps one of this name already."""
    name = " ".join(form.cleaned_data["mapping_name"].split())
    sharing = Sharing(form.cleaned_data["sharing"] or Sharing.OWN)
    mine = Mapping.objects.filter(area=by.area_id or 0, name=name).first()
    key = str(uuid5(NAMESPACE_URL, form.key))
    return publish(mine, by=by, layout=layout.called(name), name=name, sharing=sharing, key=key)


def _top(sheet: SheetQuestions) -> list[dict[str, Any]]:
    """The first rows as they stand in the file, those of headings marked."""
    width = len(sheet.paths)
    return [
        {
            "number": row.number,
            "heading": sheet.first <= row.number < sheet.below,
            "cells": ["" if cell is None else written(cell)[:40] for cell in (*row.cells, *[None] * width)[:width]],
        }
        for row in sheet.rows[:TOP]
    ]


def _result(found: Batch, heads: Heads, layout: Layout, form: MappingForm) -> Outcome:
    """What becomes of the first rows; the values of each coded column with what they are taken for."""
    made = outcome(found, heads, layout)
    if made.book is not None:
        rules = {c.places[0]: c.rule for c in made.book.bound.columns}
        made.coded = [
            {
                "field": _field_of(*made.book.stands(place)),
                "title": rules[place].label,
                "list": named(CATALOGUE[rules[place].codes[0]]),
                "choices": CATALOGUE[rules[place].codes[0]].choices(),
                "values": [(value, rules[place].values.get(value.written.casefold(), "")) for value in values],
            }
            for place, values in sorted(made.values.items())
            if values
        ]
    return made


def _field_of(household: bool, place: int) -> str:
    """What the fields about the words of a column begin with."""
    return f"{HOUSEHOLD if household else ''}value_{place}:"


@officer("import.read")
def as_yaml(request: HttpRequest, pk: int) -> HttpResponse:
    """How the file is read, as a text to keep or to hand on: it holds no data of anybody."""
    found = batch_of(pk)
    layout = found.read_by or Layout(SheetRule(()))
    opened(request, "import.opened", [found.pk], shown="mapping", reach=found.reach)
    answer = HttpResponse(to_yaml(layout), content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="pemetaan-{pk}.yaml"'
    return answer


@officer("import.read", personal=False)
def mappings(request: HttpRequest) -> HttpResponse:
    """The mappings that may be used here."""
    table = Table(
        request,
        Mapping.objects.by_name(),
        columns=(
            Cell("name", _("Nama")),
            Cell("latest", _("Versi"), lambda row: number(row.latest), numeric=True),
            Cell("sharing", _("Boleh dipakai oleh"), lambda row: row.word.label),
            Cell("made_by", _("Dibuat oleh"), on_phone=False),
        ),
        caption=_("Pemetaan tersimpan"),
        empty=_("Belum ada. Simpan susunan kolom sebuah berkas sebagai pemetaan, lalu pakai lagi di sini."),
        counted=False,
    )
    come = [{"name": layout.name, "note": layout.note, "columns": len(layout.rules)} for layout in presets().values()]
    return render(request, "imports/mappings.html", {"table": table, "presets": come})
