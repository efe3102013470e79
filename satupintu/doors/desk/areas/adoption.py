"""Adopting the next edition in the browser: upload, look at what it changes, confirm."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.foundation.access import officer
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.areas.actions import NATIONAL_ONLY, Draft, adopt_edition, current_rows
from satupintu.foundation.areas.editions import Comparison, Row, compare
from satupintu.foundation.areas.forms import AdoptionForm, EditionForm, packed
from satupintu.foundation.areas.models import COUNTRY, Edition
from satupintu.foundation.areas.successors import Successor
from satupintu.lib.codes import area_code

EXAMPLES = 10


def may_adopt(by: Any) -> bool:
    """Whether this officer may adopt an edition: the verb, for the whole country."""
    return allows(by, "area.adopt_edition") and by.span == COUNTRY


@officer("area.adopt_edition", personal=False)
def upload(request: HttpRequest) -> HttpResponse:
    """Take the file; a faulty one comes back with its faults, a good one leads to what it changes."""
    if not may_adopt(request.appointment):  # type: ignore[attr-defined]
        raise Refused(str(NATIONAL_ONLY))
    form = EditionForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "areas/upload.html", {"form": form}, status=422 if form.is_bound else 200)
    newest = Edition.objects.newest()
    said = form.cleaned_data
    kept = {
        "decree": said["decree"],
        "decree_date": said["decree_date"].isoformat(),
        "source": said["file"].name[:200],
        "newest": newest.pk if newest else "",
        "content": packed(form.content),
    }
    return _preview(request, form.rows, AdoptionForm(initial=kept))


@officer("area.adopt_edition", personal=False)
def adopt(request: HttpRequest) -> HttpResponse:
    """Adopt what was looked at; what forbids it is said above the same preview."""
    if request.method != "POST":
        return redirect("/wilayah/edisi/baru/")
    form = AdoptionForm(request.POST)
    form.fields["decided"].choices = [(pair, pair) for pair in request.POST.getlist("decided")]  # type: ignore[attr-defined]
    if not form.is_valid():
        messages.error(request, _("Berkasnya rusak di jalan. Unggah sekali lagi."))
        return redirect("/wilayah/edisi/baru/")
    said = form.cleaned_data
    decided: dict[int, list[int]] = {}
    for pair in said["decided"]:
        old, _sign, new = pair.partition("-")
        if old.isdecimal() and new.isdecimal():
            decided.setdefault(int(old), []).append(int(new))
    draft = Draft(said["decree"], said["decree_date"], form.rows, said["source"], decided)
    seen = Edition.objects.filter(pk=said["newest"]).first() if said["newest"] else None
    by: Any = request.appointment  # type: ignore[attr-defined]
    try:
        edition = adopt_edition(seen, draft, by=by, key=form.key)
    except (WrongState, Conflict) as problem:
        return _preview(request, form.rows, form, problem.sentence)
    messages.success(request, _("Edisi %(decree)s berlaku mulai sekarang.") % {"decree": edition.decree})
    return redirect(f"/wilayah/edisi/{edition.pk}/")


def _preview(request: HttpRequest, rows: list[Row], form: AdoptionForm, wrong: str = "") -> HttpResponse:
    old = current_rows()
    changes = compare(old, rows)
    names = {row.number: row.name for row in [*rows, *old]}
    suggested = [each for each in changes.successors if not each.certain]
    form.fields["decided"].choices = [(f"{each.old}-{each.new}", _said(each, names)) for each in suggested]  # type: ignore[attr-defined]
    if not suggested:
        del form.fields["decided"]
    context = {"form": form, "groups": _groups(changes, names), "changes": changes, "wrong": wrong}
    return render(request, "areas/preview.html", context, status=409 if wrong else 200)


def _groups(changes: Comparison, names: dict[int, str]) -> list[dict[str, Any]]:
    """What changes, in groups: words, how many, the first examples."""
    renamed = [each for each in changes.renamed if not each.only_written]
    written = [each for each in changes.renamed if each.only_written]
    groups = (
        (_("Berakhir"), [_named(row.number, row.name) for row in changes.ended]),
        (_("Mulai berlaku"), [_named(row.number, row.name) for row in changes.began]),
        (_("Berganti nama"), [f"{_named(each.number, each.old)} → {each.new}" for each in renamed]),
        (_("Hanya berbeda penulisan"), [f"{_named(each.number, each.old)} → {each.new}" for each in written]),
        (_("Berganti jenis"), [f"{_named(row.number, row.name)}: {row.kind.label}" for row in changes.rekinded]),
        (_("Pengganti yang pasti"), [_said(each, names) for each in changes.certain]),
        (_("Berakhir tanpa pengganti pasti"), [_named(row.number, row.name) for row in changes.without_successor]),
    )
    return [
        {"title": title, "count": len(lines), "lines": lines[:EXAMPLES], "more": max(0, len(lines) - EXAMPLES)}
        for title, lines in groups
    ]


def _named(number: int, name: str) -> str:
    return f"{area_code(number)} {name}"


def _said(each: Successor, names: dict[int, str]) -> str:
    return f"{_named(each.old, names[each.old])} → {_named(each.new, names[each.new])} ({each.reason.label})"
