"""Hand-overs of the demo, made by the very actions that officers use: reported on, waiting, overdue, a list of names."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from satupintu.cast.acting import acting, officer
from satupintu.cast.officers import BULUKUMBA
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.rupiah import format_number
from satupintu.reports.sorting import actions
from satupintu.reports.sorting.actions import Names, Request
from satupintu.reports.sorting.models import HandOver
from satupintu.reports.sorting.rules import Selection
from satupintu.reports.sorting.words import LegalBasis, Population, TableKind

WHY = "penyerahan contoh"
OUT_OF_SCHOOL = 2
"""The column "tidak bersekolah lagi"."""


def have_handed() -> bool:
    """Whether there are hand-overs already."""
    with house(WHY, quietly=True):
        return HandOver.objects.exists()


def hand(tell: Callable[[str], None]) -> str:
    """Tables of the children to three offices, and a list of names to one."""
    tell("menyerahkan tabel dan menunggu laporannya …")
    manager = officer("bulukumba.manajer")
    with acting(manager):
        school = _tables(
            manager,
            "D7302DIKBUD",
            [TableKind.SCHOOLING, TableKind.NUMBER],
            "Menyusun rencana pengembalian anak ke sekolah",
            "Mohon dilihat kecamatan dengan anak tidak bersekolah terbanyak.",
            days=20,
        )
        health = [TableKind.ILLNESS, TableKind.DISABILITY]
        _tables(manager, "D7302DINKES", health, "Menyusun jadwal kunjungan Puskesmas", "", days=14)
        late = _tables(manager, "D7302DUKCAPIL", [TableKind.PAPERS], "Peluncuran KIA bersama PKSAI", "", days=-4)
        names = _names(manager)
    clerk = officer("bulukumba.dikbud")
    with acting(clerk):
        actions.acknowledge(school, by=clerk)
        done = "Kepala SD dan SMP di tiga kecamatan sudah diminta mencocokkan data dengan Dapodik."
        actions.report(school, by=clerk, text=done, done_on=timezone.localdate(), is_last=False, reached=118)
    clerk = officer("bulukumba.dukcapil")
    with acting(clerk):
        actions.acknowledge(late, by=clerk)
    return f"4 penyerahan, {format_number(names.people)} nama"


def _tables(by: Appointment, code: str, tables: list[TableKind], purpose: str, message: str, *, days: int) -> HandOver:
    request = Request(purpose, timezone.localdate() + timedelta(days=days), message)
    to = Office.objects.get(code=code)
    made: HandOver = actions.send_tables(by=by, to=to, population=Population.CHILDREN, tables=tables, request=request)
    return made


def _names(by: Appointment) -> HandOver:
    """Children out of school whose parents allowed it."""
    names = Names(
        selection=Selection(Population.CHILDREN, timezone.localdate(), age_from=7),
        area=Area.objects.get(pk=BULUKUMBA),
        table=TableKind.SCHOOLING,
        basis=LegalBasis.CONSENT,
        basis_text="Formulir persetujuan orang tua, PKSAI Bulukumba",
        column=OUT_OF_SCHOOL,
    )
    request = Request("Mengajak anak kembali ke sekolah", timezone.localdate() + timedelta(days=30))
    made: HandOver = actions.send_names(names, by=by, to=Office.objects.get(code="D7302DIKBUD"), request=request)
    return made
