"""Numbers of early detection: sign by sign, and each sign village by village, with the way to the rows behind them."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Tab
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.offices.models import CAPITAL, Appointment
from satupintu.work.detection import report, rules
from satupintu.work.detection.desk.lists import signs_of
from satupintu.work.detection.models import Night
from satupintu.work.detection.report import Line
from satupintu.work.detection.words import FirstSign

MONTHS = 12
"""What ended longer ago is not counted any more."""


@officer("outreach.read", personal=False)
def figures(request: HttpRequest) -> HttpResponseBase:
    """What each sign found in the own area and what became of it; ``menurut=desa``: village by village, maybe of one sign."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if by.area is None:
        raise Http404
    labels = {one.code: one.label for one in signs_of(by)}
    code = request.GET.get("tanda", "")
    code = code if code in labels else ""
    by_village = by.area.level < 4 and (request.GET.get("menurut") == "desa" or bool(code))
    today = timezone.localdate(timezone=CAPITAL)
    rows = report.lines(by.area, by_village=by_village, code=code, since=rules.months_before(today, MONTHS))
    table = Table(
        request,
        sorted(rows, key=lambda row: (list(labels).index(row.code) if row.code in labels else 99, row.place)),
        columns=_columns(labels, by_village=by_village, whole="unduh" in request.GET, code=code),
        caption=_("Angka deteksi dini"),
        link=lambda row: _address(row, by_village=by_village, low=by.area is not None and by.area.level == 4),
        empty=_("Belum ada yang ditemukan. Tanda dicari setiap malam."),
        may_export=True,
        file_name=f"deteksi-dini {by.area.label}",
    )
    night = Night.objects.filter(pk=by.area.number // 10**6).first()
    tabs = [
        Tab(_("Menurut tanda"), "?", not by_village),
        *([Tab(_("Menurut desa"), "?menurut=desa", by_village)] if by.area.level < 4 else []),
    ]
    context = {
        "table": table,
        "tabs": tabs,
        "area": by.area,
        "sign": labels.get(code, ""),
        "searched": day(night.searched_on) if night else "",
    }
    return table.export() or render(request, "detection/figures.html", context)


def _address(row: Line, *, by_village: bool, low: bool) -> str:
    """To the rows behind a line (what waits longest to be done there), or to the villages behind a sign."""
    kind = "belum" if row.unshared else "jalan" if row.shared else "selesai"
    here = f"/jangkauan/?daftar={kind}&tanda={row.code}"
    if low:
        return here
    return f"{here}&desa={row.village}" if by_village else f"?menurut=desa&tanda={row.code}"


def _columns(labels: dict[str, str], *, by_village: bool, whole: bool, code: str) -> list[Column]:
    def amount(key: str, label: str, *, on_phone: bool = True) -> Column:
        return Column(key, label, numeric=True, sort=key, descending=True, on_phone=on_phone)

    sign = Column("code", _("Tanda"), cell=lambda row: labels.get(row.code, row.code))
    place = Column("place", _("Desa"), sort="place")
    return [
        *([place, sign] if by_village else [sign]),
        amount("found", _("Ditemukan")),
        amount("unshared", _("Belum dibagi")),
        amount("shared", _("Menunggu dikunjungi")),
        *([amount("same", _("Data masih sama"))] if whole or code == FirstSign.UNCONFIRMED else []),
        amount("visited", _("Dikunjungi"), on_phone=False),
        amount("in_need", _("Perlu bantuan")),
        amount("complaints", _("Keluhan dibuka"), on_phone=False),
        amount("unmet", _("Belum berhasil"), on_phone=False),
        *([amount("changed", _("Keadaan berubah"))] if whole else []),
        Column("oldest", _("Menunggu sejak"), cell=lambda row: row.oldest, sort="oldest", tight=True),
    ]
