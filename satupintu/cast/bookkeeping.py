"""A year of the daybook: what posts wrote down each working day, and whom their people visited. Written set-wise, each
entry with the event that its action would have left, under the appointment of whoever wrote it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from satupintu.cast.officers import ARA, BIRA, BONTO_BAHARI, PANAKKUKANG
from satupintu.cast.past import happened
from satupintu.engine.events.models import Event
from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.scope import EVERYWHERE
from satupintu.foundation.offices.calendar import calendar_of
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind, Role
from satupintu.lib.periods import WorkCalendar
from satupintu.registry.people.models import Household
from satupintu.work.catalogue.models import Service
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Finding, Remark, ServiceRecord, Visit
from satupintu.work.daybook.rules import week_of_month
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

SERVED_BY = (Role.VILLAGE_FRONT, Role.TKSK, Role.DISTRICT_FRONT, Role.COORDINATOR)
"""Who keeps the book of a post: the first role that somebody there has."""
ASKED = {
    **{"pengecekan-desil": 9, "pengaktifan-bpjs": 7, "surat-terdaftar-dtks": 6},
    **{"pembuatan-dtks": 4, "rekomendasi-kip-kuliah": 3},
}
"""How often people come for a service; the others once."""
BUSY = {ARA: 0.95, BIRA: 0.8, PANAKKUKANG: 0.6}
"""On how many of the working days something is written; other villages are seldom that careful."""
SELDOM = 0.12
RECENT = timedelta(days=60)
"""How far back the book of a village goes that is not named in the cast."""
VISITS = {ARA: 110, BIRA: 45, PANAKKUKANG: 25}
FOUND = (
    "Rumah panggung, lantai bambu berlubang. Kepala keluarga melaut, baru pulang sore. KKS disimpan di pemilik warung.",
    "Keluarga makan dua kali sehari. Anak bungsu belum punya akta; disarankan ke Dukcapil hari Selasa.",
    "Nama di KK tidak sama dengan di KIS. Difoto untuk dibetulkan di Puskesos.",
    "Lansia tinggal sendiri, masih bisa berjalan. Tetangga mengantar makan. Mau didaftarkan usulan baru.",
    "Bayi lahir dua minggu lalu di rumah. Ibunya belum punya buku KIA.",
    "Sudah terima PKH tahap ini. Bantuan beras belum turun sejak dua bulan.",
    "Rumah kosong; menurut tetangga keluarga ini pindah ke Makassar sejak Lebaran.",
    "Atap bocor di kamar tengah. Layak diusulkan rumah layak huni.",
)
REMARKS = ("Ramai setelah pencairan bantuan.", "Banyak warga bertanya tentang desil.", "Pendataan di dusun pantai.", "")
TROUBLES = (
    "Jalan ke dusun putus karena hujan.",
    "Sinyal hilang di dekat tebing.",
    "Warga melaut, sulit ditemui siang.",
    "",
)


@dataclass
class Pages:
    """What one officer wrote: rows, each with the name and the facts of its event."""

    by: Appointment
    records: list[ServiceRecord] = field(default_factory=list)
    visits: list[tuple[Visit, str]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def write(seed: int, now: datetime, tell: Callable[[str], None]) -> tuple[int, int]:
    """Write the year up to ``now``; answers how many entries and visits. Run inside ``access.house``."""
    dice, services = Random(seed), list(Service.objects.filter(daily=True, area=None))
    posts = Office.objects.filter(kind__in=[OfficeKind.PUSKESOS, OfficeKind.PUSPELKESSOS, OfficeKind.SLRT])
    staff: dict[int, dict[str, Appointment]] = defaultdict(dict)
    for one in Appointment.objects.with_place().filter(office__in=posts).order_by("pk"):
        staff[one.office_id].setdefault(one.role, one)
    pages: list[Pages] = []
    calendar = calendar_of(posts.filter(kind=OfficeKind.SLRT).select_related("area").earliest("pk"))
    for office in posts.select_related("area").order_by("pk"):
        if not _keeps_a_book(office):
            continue
        there = staff[office.pk]
        keeper = next((there[role] for role in SERVED_BY if role in there), None)
        if keeper is None:
            continue
        pages.append(Pages(keeper, records=list(_entries(dice, office, keeper, services, calendar, now))))
        goes = there.get(Role.FACILITATOR)
        if goes is not None and office.area_id in VISITS:
            pages.append(_rounds(dice, goes, VISITS[office.area_id], calendar, now))
    records, visits = (sum(len(getattr(page, what)) for page in pages) for what in ("records", "visits"))
    tell(f"menulis {records} catatan dan {visits} kunjungan …")
    for page in pages:
        _keep(page)
    return records, visits


def _keeps_a_book(office: Office) -> bool:
    """The posts of the cast, its kecamatan, and every fifth village besides: not all have begun with it."""
    near = (office.area_id or 0) // 10**4 == BONTO_BAHARI // 10**4
    return office.kind != OfficeKind.PUSKESOS or near or office.area_id in BUSY or (office.area_id or 0) % 5 == 0


def _days(calendar: WorkCalendar, office: Office, now: datetime, back: timedelta) -> list[date]:
    today = now.astimezone(office.zone).date()
    days = (today - timedelta(days=n) for n in range(back.days, -1, -1))
    return [day for day in days if calendar.works_on(day)]


def _entries(
    dice: Random,
    office: Office,
    keeper: Appointment,
    services: Sequence[Service],
    calendar: WorkCalendar,
    now: datetime,
) -> Iterator[ServiceRecord]:
    named = office.kind != OfficeKind.PUSKESOS or office.area_id in BUSY
    often = BUSY.get(office.area_id or 0, 0.5 if named else SELDOM)
    weights = [ASKED.get(service.code, 1) for service in services]
    today = now.astimezone(office.zone).date()
    for day in _days(calendar, office, now, timedelta(days=365) if named else RECENT):
        if dice.random() > often and (day != today or not named):
            continue
        for service in dict.fromkeys(dice.choices(services, weights, k=dice.randint(1, 4))):
            visitors = min(1 + int(dice.expovariate(0.6)), 14)
            yield ServiceRecord(
                office=office, village_id=office.area_id or 0, day=day, service=service, visitors=visitors,
                kk=max(visitors - dice.choice([0, 0, 0, 1]), 0), by=keeper, by_label=keeper.label,
                at=_moment(dice, office, day, now),
            )  # fmt: skip


def _moment(dice: Random, office: Office, day: date, now: datetime) -> datetime:
    at = datetime.combine(day, time(9 + dice.randrange(6), dice.randrange(60), dice.randrange(60)), office.zone)
    return min(at, now)


def _rounds(dice: Random, goes: Appointment, many: int, calendar: WorkCalendar, now: datetime) -> Pages:
    """A facilitator's year on the road, and a word about each week of this month and the last."""
    page, days = Pages(goes), _days(calendar, goes.office, now, timedelta(days=365))
    homes = (
        Household.objects.filter(village=goes.area_id, head__isnull=False).select_related("head").order_by("pk")[:400]
    )
    known, asked = list(homes), _asked_for(goes)
    for on in sorted(dice.choices(days, k=many)):
        home = dice.choice(known) if known and dice.random() < 0.8 else None
        result = dice.choices(list(VisitResult), [16, 3, 1, 1])[0]
        matter = asked.pop() if asked and on > days[-30] else None
        surveys = [] if matter else dice.sample(list(Survey), dice.choices([1, 2], [3, 1])[0])
        visit = Visit(
            kind=VisitKind.HOME if home or matter else VisitKind.OUTREACH, on=on, visitor=goes, visitor_label=goes.label,
            author=goes, office=goes.office, village_id=goes.area_id or 0,
            household=home if matter is None else matter.household,
            person=home.head if home and matter is None else matter.person if matter else None,
            about=matter.about if matter else home.head.name if home and home.head else "",
            place=f"RT {dice.randint(1, 4)}/RW {dice.randint(1, 3)}", surveys=[survey.value for survey in surveys],
            result=result, origin_type="complaint" if matter else "", origin_id=matter.pk if matter else None,
            origin_number=matter.number if matter else "", at=_moment(dice, goes.office, on, now),
        )  # fmt: skip
        page.visits.append((visit, dice.choice(FOUND) if result == VisitResult.MET else ""))
    first = days[-1].replace(day=1)
    for month in ((first - timedelta(days=1)).replace(day=1), first):
        for week in range(1, 6 if month != first else week_of_month(days[-1]) + 1):
            words = {"remarks": dice.choice(REMARKS), "challenges": dice.choice(TROUBLES)}
            page.remarks.append(Remark(author=goes, village_id=goes.area_id or 0, month=month, week=week, **words))
    return page


def _asked_for(goes: Appointment) -> list[Complaint]:
    """Open matters of the village that a facilitator may know and would look into at home."""
    near = Complaint.objects.filter(village=goes.area_id, clearance=0, person__isnull=False).open()
    return list(near.select_related("person", "household").order_by("-received_at")[:4])


def _keep(page: Pages) -> None:
    """Write one officer's pages, as the wall demands: nobody writes in somebody else's name or book."""
    by = page.by
    with entered(Scope(spans=(EVERYWHERE,), office=by.office_id, appointment=by.pk, clearance=2)):
        ServiceRecord.objects.bulk_create(page.records, 500)
        Visit.objects.bulk_create([visit for visit, _text in page.visits], 500)
        Finding.objects.bulk_create([Finding(visit=visit, text=text) for visit, text in page.visits], 500)
        Remark.objects.bulk_create(page.remarks)
        Event.objects.bulk_create(
            [
                *(happened("daybook.recorded", row, row.at, by=by, **_counted(row)) for row in page.records),
                *(happened("visit.recorded", row, row.at, by=by, **_told(row)) for row, _text in page.visits),
            ],
            500,
        )


def _counted(row: ServiceRecord) -> dict[str, Any]:
    return {"service": row.service.name, "visitors": row.visitors, "kk": row.kk}


def _told(row: Visit) -> dict[str, Any]:
    facts = {"kind": row.kind, "result": row.result, "origin_type": row.origin_type, "origin": row.origin_id}
    return {name: fact for name, fact in facts.items() if fact}
