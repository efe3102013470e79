"""The copy itself, for whoever made it: a paper to hand over, and the same for a machine."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import override

from satupintu.engine.documents.handing import sealed
from satupintu.engine.documents.paper.printing import table_pdf
from satupintu.engine.ui.moments import moment
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.confirmation import confirm_first
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import grouped
from satupintu.registry.privacy import copying, readers
from satupintu.registry.privacy.desk.requests import find
from satupintu.registry.privacy.labels import field_word, table_word
from satupintu.registry.privacy.models import DataRequest, HandedCopy
from satupintu.registry.privacy.words import Asker

PROTECTED = noop(
    "Salinan ini memuat semua data yang boleh diserahkan kepada peminta. Data orang lain, siapa yang melapor, dan data "
    "yang dilindungi undang-undang tidak disalin, ada atau tidak ada. Keberatan dapat diajukan kepada kepala dinas."
)
"""What every copy says, whether anything was left out or not."""


@officer("privacy.hand_copy")
def copied(request: HttpRequest, number: str, pk: int, form: str) -> HttpResponse:
    """The copy, for whoever made it: ``form`` is ``pdf`` or ``json``. The password is asked for again."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = find(request, number)
    made = found.copies.filter(pk=pk, by=by).first()
    if made is None or form not in {"pdf", "json"}:
        raise Http404
    confirm_first(request)
    opened(request, "privacy.opened", [found.pk, found.person_id], shown="file", reach=found.reach)
    clearance = clearance_of(by.role)
    told = copying.gathered(found.person, found.asker_word, clearance)
    seen = list(readers.readers(_readings(found, clearance)))
    with override("id"):
        if form == "json":
            data = copying.as_json(told, head(found, made) | {"readers": [vars_of(one) for one in seen]})
            return sealed(data, "application/json", f"{number}.json")
        return sealed(paper(found, made, told, seen), "application/pdf", f"{number}.pdf")


def _readings(found: DataRequest, clearance: int) -> list[Any]:
    """Who looked at the data: for the person alone, as it may tell who protects them."""
    return readers.readings(found.person_id, clearance) if found.asker_word is Asker.SELF else []


def vars_of(one: readers.Reader) -> dict[str, Any]:
    """A reading for a machine."""
    return {
        "at": one.at.isoformat(),
        "what": one.what,
        "who": one.who,
        "office": one.office,
        "why": one.why,
        "fields": one.shown,
    }


def head(found: DataRequest, made: HandedCopy) -> dict[str, Any]:
    """Which copy this is."""
    return {
        "request": found.number,
        "person": f"O-{found.person_id}",
        "asked_by": found.asker,
        "made_at": made.made_at.isoformat(),
        "mark": grouped(made.mark),
        "note": _(PROTECTED),
    }


def paper(found: DataRequest, made: HandedCopy, told: list[copying.Told], seen: list[readers.Reader]) -> bytes:
    """The copy as people read it: each table under its name, each row as lines of field and value."""
    zone, mark = timezone.get_current_timezone(), grouped(made.mark)
    tables = [_table(table_word(one.name), rows) for one in told if (rows := _lines(one))]
    if seen:
        lines = [[moment(one.at, zone), f"{one.who}: {one.what}"] for one in seen]
        tables.append(_table(_("Siapa yang membuka data ini"), lines))
    return table_pdf(
        {
            "title": _("Salinan data pribadi"),
            "author": found.office.name,
            "language": "id",
            "wide": False,
            "head": [found.office.name],
            "facts": [
                [_("Tentang"), found.person.shown_name],
                [_("Peminta"), found.asker_name or found.asker_word.label],
                [_("Permintaan"), found.number],
                [_("Dibuat"), f"{moment(made.made_at, zone)}, {made.by_label}"],
                [_("Kode salinan"), mark],
            ],
            "tables": tables,
            "notes": [_(PROTECTED)],
            "signatures": [],
            "foot": _("Kode salinan %(mark)s · hanya untuk peminta") % {"mark": mark},
            "page_word": _("Halaman"),
        },
        made.made_at,
    )


def _lines(one: copying.Told) -> list[list[str]]:
    """The rows of a table below each other, an empty line between two."""
    lines: list[list[str]] = []
    for row in copying.lines_of(one):
        lines += [["", ""]] if lines else []
        lines += [[field_word(name), value] for name, value in row]
    return lines


def _table(caption: str, rows: list[list[str]]) -> dict[str, Any]:
    return {
        "caption": caption,
        "columns": [["5.5", "left"], ["1fr", "left"]],
        "head": [[(_("Keterangan"), 1, 1), (_("Isi"), 1, 1)]],
        "rows": rows,
        "total": [],
    }
