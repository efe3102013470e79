"""The outreach list: mine, what nobody has been given, what is on its way, what is done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.ui.counting import counted
from satupintu.engine.ui.pieces import Tab
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.roles import may
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.work.detection import telling
from satupintu.work.detection.forms import OutreachFilter
from satupintu.work.detection.models import Outreach, OutreachQuerySet, Sign
from satupintu.work.detection.panels import state_of
from satupintu.work.detection.questions import unconfirmed_months
from satupintu.work.detection.words import FirstSign, State

COUNTED = 999


@officer("outreach.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Whom signs found in the own area, or in one village of it (``desa``); ``daftar`` says which of them."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    lists, chosen = _lists(by, asked := OutreachFilter(request.GET, **places_of(by))), request.GET.get("daftar", "")
    sizes = _sizes(lists, asked)
    kind = chosen if chosen in lists else next((name for name in lists if sizes.get(name)), next(iter(lists)))
    rows: Any = lists[kind].with_people()
    table = Table(
        request,
        rows,
        columns=_columns(kind),
        caption=_("Daftar jangkauan"),
        link=lambda row: row.address,
        filters=asked,
        empty=EMPTY[kind](),
        counted=False,
    )
    opened(request, "outreach.listed", [row.pk for row in table.page.rows], shown="name,reason")
    confirming = asked.sign == FirstSign.UNCONFIRMED
    context = {
        "table": table,
        "tabs": _tabs(sizes, kind, asked),
        "may_share": allows(by, "outreach.share"),
        "confirming": confirming,
        "months": unconfirmed_months(by.area_id) if confirming else None,
        "query": asked.data.urlencode() if hasattr(asked.data, "urlencode") else "",
    }
    return render(request, "detection/list.html", context)


def places_of(by: Appointment) -> dict[str, Any]:
    """The signs and villages that a filter offers."""
    villages = list(Area.objects.current().at_level(4).inside(by.area)) if by.area and by.area.level < 4 else []
    return {"signs": signs_of(by), "villages": villages}


def signs_of(by: Appointment) -> list[Sign]:
    """The signs that count where somebody works, switched off ones too."""
    found: list[Sign] = Sign.objects.counting(by.area_id // 10**6 * 10**6 if by.area_id else None)
    return found


def _lists(by: Appointment, asked: OutreachFilter) -> dict[str, OutreachQuerySet]:
    place = Outreach.objects.in_area(asked.village) if asked.village else Outreach.objects.within(by)
    place = place.seen_with(asked.sign)
    waiting = place.open().filter(state=State.SHARED).order_by("found_on", "pk")
    lists = {
        "belum": place.unshared(),
        "jalan": waiting,
        "selesai": place.filter(state=State.CLOSED).order_by("-closed_on", "-pk"),
    }
    return ({"saya": Outreach.objects.of_officer(by.pk)} if may(by.role, "outreach.record") else {}) | lists


EMPTY = {
    "saya": lambda: _("Tidak ada yang menunggu kunjungan Anda."),
    "belum": lambda: _("Tidak ada yang belum dibagi. Tanda dicari lagi setiap malam."),
    "jalan": lambda: _("Tidak ada yang sedang menunggu kunjungan."),
    "selesai": lambda: _("Belum ada yang selesai."),
}


def _sizes(lists: dict[str, OutreachQuerySet], asked: OutreachFilter) -> dict[str, int]:
    """How many each list of open ones has."""
    names = [name for name in lists if name != "selesai"]
    return dict(zip(names, counted([asked.narrow(lists[name]) for name in names], cap=COUNTED), strict=True))


def _tabs(sizes: dict[str, int], kind: str, asked: OutreachFilter) -> list[Tab]:
    words = {"saya": _("Untuk saya"), "belum": _("Belum dibagi"), "jalan": _("Menunggu dikunjungi")}
    more = "".join(f"&{name}={asked.cleaned_data[name]}" for name in asked.fields if asked.cleaned_data.get(name))
    waiting = [Tab(words[name], f"?daftar={name}{more}", name == kind, size) for name, size in sizes.items()]
    return [*waiting, Tab(_("Selesai"), f"?daftar=selesai{more}", kind == "selesai")]


def _columns(kind: str) -> list[Column]:
    columns = [
        Column("name", _("Nama"), cell=lambda row: row.person.shown_name),
        Column("reason", _("Alasan"), cell=lambda row: telling.reason(row.facts)),
        Column("sign", _("Tanda"), cell=lambda row: row.sign.label, on_phone=False),
        Column("village", _("Desa"), cell=lambda row: row.village.name),
    ]
    if kind in {"jalan", "selesai"}:
        columns.append(Column("to", _("Petugas"), cell=lambda row: row.assignee.account.name if row.assignee else ""))
    if kind == "selesai":
        return [
            *columns,
            Column("result", _("Hasil"), cell=state_of),
            Column("closed", _("Tanggal"), cell=lambda row: row.closed_on, tight=True),
        ]
    return [*columns, Column("found", _("Ditemukan"), cell=lambda row: row.found_on, tight=True)]
