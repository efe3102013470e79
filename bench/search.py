"""Searching a name with slips in it: how often the right one is among the first twenty, and how quickly."""

import time
from random import Random
from typing import Any

import psycopg
from django.utils import timezone

from bench.figure import Figure
from bench.ground import BULUKUMBA, SEE_ALL
from bench.measure import percentile
from bench.names import mistyped
from satupintu.foundation.access import Scope, entered
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people import search

ASKED = 400
FOUND, QUICK = 0.80, 0.070
"""The least share that must be found with the birth year, and the seconds that 95 of 100 searches may take."""
DRAWN = "select id, name, birth_year from people_person where kabupaten = %s order by md5(id::text) limit %s"


def figures(owner: psycopg.Connection[Any], by: Appointment) -> list[Figure]:
    """Everything behind the walls, as the page of the search asks it."""
    owner.execute(SEE_ALL)
    drawn = owner.execute(DRAWN, [BULUKUMBA, ASKED]).fetchall()
    (lives,) = owner.execute("select count(*) from people_person where kabupaten = %s", [BULUKUMBA]).fetchone() or (0,)
    with entered(Scope.of(by, timezone.localdate())):
        with_year = _asked(drawn, by, "{name} {year}")
        without = _asked(drawn, by, "{name}")
    name = "cari nama keliru + tahun lahir, " + f"{lives:,} orang".replace(",", ".")
    return [
        Figure(f"{name}: p95", "70 ms", with_year[1] / QUICK, 1.0, f"{with_year[1] * 1000:.0f} ms"),
        Figure(f"{name}: ada di 20 teratas", "paling sedikit 0,80", FOUND / with_year[0], 1.0, f"{with_year[0]:.3f}"),
        Figure("cari nama keliru tanpa tahun: ada di 20 teratas", "–", without[0], None, f"{without[1] * 1000:.0f} ms"),
    ]


def _asked(drawn: list[tuple[int, str, int]], by: Appointment, form: str) -> tuple[float, float]:
    """The share that was found, and the seconds at the 95th percentile."""
    dice, seconds, hits = Random(11), [], 0
    for pk, name, year in drawn:
        words = form.format(name=mistyped(name, dice), year=year)
        started = time.perf_counter()
        found = search.find(words, by)
        seconds.append(time.perf_counter() - started)
        hits += any(one.person.pk == pk for one in found.people)
    return hits / len(drawn), percentile(seconds, 95)
