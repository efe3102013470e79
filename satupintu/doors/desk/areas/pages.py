"""Looking areas up: search, walking down, history, suggestions for fields. No personal data stands here."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from satupintu.doors.desk.areas.adoption import may_adopt
from satupintu.engine.ui.moments import long_day
from satupintu.engine.ui.pieces import Fact, Tone, badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.areas.forms import AreaFilter, AreaSearch, offer
from satupintu.foundation.areas.models import COUNTRY, Area, AreaQuerySet, Edition, Succession
from satupintu.lib.periods import zone_name

SHOWN = 20
"""Hits on the search page."""
OFFERED = 8
"""Hits under a field."""


@officer("area.read", personal=False)
def listing(request: HttpRequest) -> HttpResponseBase:
    """Search, and the provinces to walk down from."""
    text = request.GET.get("q", "").strip()
    table = _children(request, Area.objects.children_of(None), _("Provinsi"))
    if answer := table.export():
        return answer
    context = {
        "q": text,
        "hits": _hits(request, text) if text else None,
        "table": table,
        "edition": Edition.objects.newest(),
    }
    return render(request, "areas/list.html", context)


@officer("area.read", personal=False)
def detail(request: HttpRequest, code: str) -> HttpResponseBase:
    """One area: where it lies, what is in it, what it was and what replaced it."""
    area = Area.objects.select_related("began", "ended").with_code(code)
    if area is None:
        raise Http404
    if code != area.code:
        return redirect(area)
    table = _children(request, Area.objects.children_of(area), _("Di dalam %(name)s") % {"name": area.label})
    if answer := table.export():
        return answer
    context = {
        "area": area,
        "path": list(reversed(area.path())),
        "facts": _facts(area),
        "table": table if area.level < 4 else None,
        "former": area.former_names.select_related("until").order_by("-until__decree_date"),
        "after": area.successions.select_related("new", "edition").order_by("new_id"),
        "before": area.predecessions.select_related("old", "edition").order_by("old_id"),
    }
    return render(request, "areas/detail.html", context)


@officer("area.read", personal=False)
def suggestions(request: HttpRequest) -> HttpResponse:
    """What a typed text may mean: a fragment of choices for a field, or JSON for whoever accepts only that.

    ``nama`` names the parameter that carries the text (``q`` if left out) and the field of the choices; ``tingkat`` is
    a level, ``dari`` and ``sampai`` a half-open span of numbers.
    """
    asked = request.GET
    name = asked.get("nama", "")
    level = asked.get("tingkat", "")
    low, high = asked.get("dari", ""), asked.get("sampai", "")
    inside = (int(low), int(high)) if low.isdecimal() and high.isdecimal() else COUNTRY
    found = Area.objects.suggest(
        asked.get(name or "q", ""), inside, int(level) if level in {"1", "2", "3", "4"} else None, OFFERED
    )
    if "application/json" in request.headers.get("Accept", ""):
        keys = ("number", "code", "name", "kind", "level", "full_name")
        return JsonResponse({"wilayah": [{key: getattr(area, key) for key in keys} for area in found]})
    context = AreaSearch.offered(name, asked.get(name or "q", ""), [offer(area) for area in found])
    return render(request, "ui/forms/offers.html", context)


@officer("area.read", personal=False)
def editions(request: HttpRequest) -> HttpResponseBase:
    """The editions of the list, newest first."""
    columns = (
        Column("decree", _("Keputusan")),
        Column("decree_date", _("Tanggal"), tight=True),
        Column("source", _("Sumber"), on_phone=False),
        Column("adopted_at", _("Ditetapkan di sini"), on_phone=False),
    )
    table = Table(
        request,
        Edition.objects.order_by("-decree_date", "-pk"),
        columns=columns,
        caption=_("Edisi kode wilayah"),
        link=lambda edition: f"/wilayah/edisi/{edition.pk}/",
        empty=_("Belum ada edisi yang termuat."),
    )
    context = {"table": table, "may_adopt": may_adopt(request.appointment)}  # type: ignore[attr-defined]
    return render(request, "areas/editions.html", context)


@officer("area.read", personal=False)
def edition(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One edition: what replaced what."""
    found = get_object_or_404(Edition, pk=pk)
    columns = (
        Column("old.code", _("Kode lama"), sort="old_id", tight=True),
        Column("old.name", _("Nama lama")),
        Column("new.code", _("Kode baru"), sort="new_id", tight=True),
        Column("new.name", _("Nama baru")),
        Column("why", _("Alasan"), lambda row: row.why.label, on_phone=False),
    )
    table = Table(
        request,
        Succession.objects.filter(edition=found).select_related("old", "new"),
        columns=columns,
        caption=_("Pengganti"),
        order="old.code",
        empty=_("Tidak ada kode yang diganti oleh edisi ini."),
        may_export=True,
        file_name="pengganti-kode-wilayah",
    )
    if answer := table.export():
        return answer
    facts = [
        Fact(_("Tanggal"), long_day(found.decree_date)),
        Fact(_("Kode mulai berlaku"), Area.objects.filter(began=found).count()),
        Fact(_("Kode berakhir"), Area.objects.filter(ended=found).count()),
        Fact(_("Sumber"), found.source),
    ]
    return render(request, "areas/edition.html", {"edition": found, "table": table, "facts": facts})


def _hits(request: HttpRequest, text: str) -> Table:
    columns = (
        Column("label", _("Nama")),
        Column("place", _("Terletak di")),
        Column("code", _("Kode"), tight=True),
    )
    return Table(
        request,
        Area.objects.suggest(text, limit=SHOWN),
        columns=columns,
        caption=_("Hasil pencarian"),
        link=lambda area: area.get_absolute_url(),
        empty=_("Tidak ada wilayah yang mirip “%(text)s”. Periksa ejaannya, atau tulis kodenya.") % {"text": text},
        size=SHOWN,
    )


def _children(request: HttpRequest, rows: AreaQuerySet, caption: str) -> Table:
    columns = (
        Column("name", _("Nama"), lambda area: area.label, sort="name_key", export=lambda area: area.name),
        Column("code", _("Kode"), sort="number", tight=True),
        Column("kind", _("Jenis"), lambda area: area.word.label, on_phone=False),
        Column("villages", _("Desa / kelurahan"), numeric=True),
    )
    some_ended = rows.filter(ended__isnull=False).exists()
    return Table(
        request,
        (rows if some_ended else rows.current()).with_villages(),
        columns=columns,
        caption=caption,
        order="code",
        link=lambda area: area.get_absolute_url(),
        filters=AreaFilter(request.GET) if some_ended else None,
        empty=_("Belum ada wilayah di sini."),
        may_export=True,
        file_name="wilayah",
    )


def _facts(area: Area) -> list[Fact]:
    state = badge(_("berakhir"), Tone.OFF) if area.ended_id else badge(_("berlaku"), Tone.DONE)
    return [
        Fact(_("Keadaan"), state),
        Fact(_("Kode"), area.code),
        Fact(_("Jenis"), area.word.label),
        Fact(_("Zona waktu"), zone_name(area.number)),
        Fact(_("Mulai berlaku"), area.began.decree, long_day(area.began.decree_date)),
        *([Fact(_("Berakhir"), area.ended.decree, long_day(area.ended.decree_date))] if area.ended else []),
    ]
