"""What the night counts of a whole kabupaten, against reading each of its people once."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import psycopg
from django.db import transaction
from django.utils import timezone

from bench.figure import Figure
from bench.ground import BULUKUMBA, SEE_ALL
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.quality import actions as quality
from satupintu.reports.sorting import actions as sorting
from satupintu.work.detection import actions as detection

ONCE = "select village, count(*), count(nik), max(traits::text) from people_person where kabupaten = %s group by 1"


def figures(owner: psycopg.Connection[Any], by: Appointment) -> list[Figure]:
    """Each count once, as the clock makes it: under the walls of the house in that kabupaten, in one transaction."""
    assert by.area_id is not None
    kabupaten = by.area_id
    owner.execute(SEE_ALL)
    once = _seconds(lambda: owner.execute(ONCE, [BULUKUMBA]).fetchall())
    counts: dict[str, Callable[[Any], object]] = {
        "hitungan malam sortir data": lambda by: sorting.count(by=by, kabupaten=kabupaten),
        "hitungan malam mutu data": lambda by: quality.count(by=by, kabupaten=kabupaten, today=timezone.localdate()),
        "pencarian malam deteksi dini": lambda by: detection.find(
            by=by, kabupaten=kabupaten, today=timezone.localdate()
        ),
    }
    found = []
    for name, count in counts.items():
        with house("mengukur", spans=(by.span,), quietly=True) as counter, transaction.atomic():
            seconds = _seconds(partial(count, counter))
        note = f"{seconds:.1f} s / {once:.2f} s"
        found.append(Figure(f"{name}, satu kabupaten", "sekali baca semua orangnya", seconds / once, None, note))
    return found


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
