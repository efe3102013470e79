"""Batas waktu: what counts here, what counted before, and publishing a version for one's own area."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.ui.pieces import badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.work.deadlines import actions, rules, standing, telling
from satupintu.work.deadlines.examples import EXAMPLES
from satupintu.work.deadlines.forms import LimitForm
from satupintu.work.deadlines.models import TimeLimit
from satupintu.work.deadlines.timetable import Timetable, timetable
from satupintu.work.deadlines.words import Subject, TimeUnit


def _where(area: Area | None) -> str:
    return area.label if area else _t("Seluruh Indonesia")


@officer("office.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """The limits that count where one works, with what comes in now as an example, and all versions there were."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    today, clock = timezone.localdate(timezone=by.zone), timetable(by.office)
    rows = list(TimeLimit.objects.reaching(by.area_id).select_related("area"))
    in_force = standing.in_force([row.plain for row in rows], today)
    used = standing.used(in_force, by.area_id, today)
    by_id = {row.pk: row for row in rows}
    context = {
        "table": _table(request, [(limit, by_id[limit.id], limit.id in used) for limit in in_force], clock),
        "history": [
            {
                "what": f"{Subject(row.subject).label}: {telling.about(row.plain)}",
                "length": telling.length(row.amount, row.unit),
                "limit": row,
                "where": _where(row.area),
                "state": _state(row, in_force, today),
            }
            for row in reversed(rows)
        ],
        "examples": list(enumerate(EXAMPLES)),
        "may_publish": allows(by, "limit.publish", TimeLimit(area=by.area)),
    }
    return render(request, "deadlines/list.html", context)


def _state(row: TimeLimit, in_force: list[rules.Limit], today: Any) -> Any:
    if row.valid_from > today:
        return badge(_t("akan berlaku"), "waiting")
    return badge(_t("berlaku"), "done") if any(limit.id == row.pk for limit in in_force) else ""


Row = tuple[rules.Limit, TimeLimit, bool]
COLUMNS = [
    Column("subject", _("Untuk"), lambda row: Subject(row[0].subject).label),
    Column("about", _("Bidang dan sifat"), lambda row: telling.about(row[0])),
    Column("length", _("Dijawab dalam"), lambda row: telling.length(row[0].amount, row[0].unit)),
    Column("reminder", _("Diingatkan"), lambda row: _before(row[0])),
    Column("climbs", _("Naik tingkat lagi"), lambda row: _after(row[0])),
    Column("owner", _("Ditetapkan untuk"), lambda row: _owner(row)),
]


def _before(limit: rules.Limit) -> str:
    if not limit.remind_before:
        return _t("tidak")
    return _t("%(length)s sebelumnya") % {"length": telling.length(limit.remind_before, limit.unit)}


def _after(limit: rules.Limit) -> str:
    if not limit.climb_after:
        return _t("tidak")
    return _t("tiap %(length)s") % {"length": telling.length(limit.climb_after, limit.unit)}


def _owner(row: Row) -> Any:
    return _where(row[1].area) if row[2] else badge(_t("diganti aturan daerah"), "off")


def _table(request: HttpRequest, rows: list[Row], clock: Timetable) -> str:
    now = timezone.now()
    example = Column(
        "now", _t("Masuk sekarang, jatuh tempo"), lambda row: telling.moment(clock.kept(row[0], now).due_at, clock)
    )
    return str(
        Table(
            request,
            rows,
            columns=[*COLUMNS, example],
            caption=_t("Batas waktu yang berlaku di sini"),
            empty=_t("Belum ada batas waktu."),
            size=200,
        )
    )


@officer("limit.publish", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Publish a version for one's own area; before that, look at when things would fall due."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if not allows(by, "limit.publish", TimeLimit(area=by.area)):
        raise Refused(_t("Batas waktu ditetapkan kabupaten, provinsi, atau pusat."))
    form = LimitForm(request.POST if request.method == "POST" else None, area=by.area, initial=_example(request))
    preview: list[str] = []
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if "lihat" in request.POST:
            preview, status = _preview(form.limit(), timetable(by.office)), 200
        else:
            try:
                actions.publish(form.limit(), by=by, key=form.key)
            except (WrongState, Conflict) as problem:
                form.add_error(None, problem.sentence)  # type: ignore[attr-defined]
                status = 409
            else:
                messages.success(request, _t("Batas waktu ditetapkan."))
                return redirect(reverse("deadlines:list"))
    context = {"form": form, "preview": preview, "where": _where(by.area)}
    return render(request, "deadlines/new.html", context, status=status)


def _preview(limit: TimeLimit, clock: Timetable) -> list[str]:
    """What would become of a matter that comes in now, in sentences."""
    now = timezone.now()
    if limit.amount is None:
        return [_t("Aturan daerah ini dicabut; aturan di atasnya berlaku lagi.")]
    plain = rules.Limit(
        0, limit.area_id, limit.subject, limit.field, limit.urgency, limit.level, limit.amount,
        TimeUnit(limit.unit), limit.remind_before, limit.climb_after, limit.valid_from,
    )  # fmt: skip
    promise = clock.kept(plain, now)
    said = [_t("Yang masuk sekarang jatuh tempo %(moment)s.") % {"moment": telling.moment(promise.due_at, clock)}]
    if promise.clock_at != promise.due_at:
        said.append(_t("Kantor diingatkan %(moment)s.") % {"moment": telling.moment(promise.clock_at, clock)})
    said.append(_t("Kalau belum dijawab, kantor di atasnya diberi tahu saat itu juga."))
    higher = rules.climbs(plain, promise.due_at, clock.calendar)
    if higher:
        said.append(_t("Setingkat lagi di atasnya: %(moment)s.") % {"moment": telling.moment(higher, clock)})
    return said


def _example(request: HttpRequest) -> dict[str, Any]:
    """What a found limit fills into the form, for whoever asks for it."""
    asked = request.GET.get("contoh", "")
    if not asked.isdecimal() or int(asked) >= len(EXAMPLES):
        return {}
    one = EXAMPLES[int(asked)]
    return {
        "field": one.field,
        "urgency": "" if one.urgency is None else one.urgency.rank,
        "amount": one.amount,
        "unit": one.unit,
        "remind_before": max((one.amount or 0) // 3, 0),
        "climb_after": one.amount,
        "source": _t("Seperti %(source)s") % {"source": one.source},
    }
