"""The officers' pages: what a new edition of a list changed, village by village, and for whom."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import escaped, markup
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.exports.leaving import leaving, of_table
from satupintu.reports.rosters.forms import EditionsForm
from satupintu.reports.rosters.questions import Moved, VillageLine, by_village, moved
from satupintu.reports.rosters.words import Movement

PEOPLE = "/edisi-daftar/warga/"


@officer("report.read", personal=False)
def villages(request: HttpRequest) -> HttpResponseBase:
    """Who came, fell off or moved a desil, counted by village."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = EditionsForm(request.GET)
    asked = form.editions
    lines = by_village(*asked, by.span) if asked else []
    whole = _whole(lines)
    keys = {"lama": asked[0].pk, "baru": asked[1].pk} if asked else {}
    table = Table(
        request,
        [*lines, whole] if lines else [],
        columns=[
            Column("name", _("Desa/kelurahan"), sort="name"),
            Column("before", str(asked[0]) if asked else "", sort="before", numeric=True, on_phone=False),
            Column("after", str(asked[1]) if asked else "", sort="after", numeric=True, on_phone=False),
            *(
                Column(one.value, one.label, sort=one.value, numeric=True, on_phone=one is not Movement.SAME)
                for one in Movement
            ),
        ],
        caption=_("Perubahan daftar per desa"),
        filters=form,
        link=lambda line: f"{PEOPLE}?{urlencode(keys | ({'desa': line.village} if line.village else {}))}",
        empty=_("Belum ada dua edisi dari daftar yang sama di wilayah Anda."),
        may_export=True,
        file_name="beda-edisi",
    )
    if file := table.export():
        return file
    return render(request, "rosters/villages.html", {"table": table})


def _whole(lines: list[VillageLine]) -> VillageLine:
    """All villages together; village 0 stands for them."""
    names = ("before", "after", *(one.value for one in Movement))
    sums: dict[str, Any] = {name: sum(getattr(line, name) for line in lines) for name in names}
    return VillageLine(village=0, name=_("Semua"), **sums)


@officer("report.read")
def people(request: HttpRequest) -> HttpResponseBase:
    """Who is behind the numbers of one village, with the complaints of each."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = EditionsForm(request.GET)
    asked, place = form.editions, request.GET.get("desa", "")
    village = _village(place, by) if place else None
    code = request.GET.get("gerak", "")
    movement = Movement(code) if code in Movement.codes() else None
    rows = moved(*asked, village.pk, movement) if asked and village else []
    table = Table(
        request,
        rows,
        columns=[
            Column("name", _("Nama"), sort="name"),
            Column("movement", _("Perubahan"), cell=lambda row: row.movement.label),
            Column("old_desil", str(asked[0]) if asked else "", sort="old_desil", numeric=True),
            Column("new_desil", str(asked[1]) if asked else "", sort="new_desil", numeric=True),
            Column("complaints", _("Keluhan"), cell=_links, export=lambda row: ", ".join(row.complaints)),
        ],
        caption=_("Warga yang berubah pada daftar"),
        link=lambda row: row.url,
        empty=_("Tidak ada yang berubah di desa ini.") if village else _("Pilih desanya dulu."),
        may_export=allows(by, "export.complaints"),
        personal=True,
        file_name="beda-edisi-warga",
    )
    if leaves := leaving(request, of_table(table, ids=_people), "person.listed"):
        return leaves
    opened(request, "person.listed", _people(rows), shown="name,desil,complaints")
    keys = {"lama": asked[0].pk, "baru": asked[1].pk} if asked else {}
    keys |= {"desa": village.pk} if village else {}
    ways = [
        {"label": label, "url": f"?{urlencode(keys | ({'gerak': word} if word else {}))}", "active": word == code}
        for word, label in [("", _("Semua perubahan")), *((one.value, one.label) for one in Movement)]
    ]
    context = {"table": table, "village": village, "ways": ways, "back": f"/edisi-daftar/?{urlencode(keys)}"}
    return render(request, "rosters/people.html", context)


def _people(rows: Sequence[Moved]) -> list[int]:
    """Those of the rows that are persons of the register."""
    return [row.pk for row in rows if row.is_person]


def _village(code: str, by: Appointment) -> Area:
    """A village of the own area. Raises Http404 for any other."""
    start, end = by.span
    found = Area.objects.filter(pk=int(code), level=4).first() if code.isdecimal() and len(code) == 10 else None
    if found is None or not start <= found.pk < end:
        raise Http404
    return found


def _links(row: Moved) -> Any:
    return markup(" ".join(f'<a href="/keluhan/{escaped(number)}/">{escaped(number)}</a>' for number in row.complaints))
