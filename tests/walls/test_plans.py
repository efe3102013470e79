"""T6: what officers look up and list is found by an index, as the application's role and behind its walls.

The bench measures the same at a million persons; here there are enough rows for a wrong plan to show.
"""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.test import Client

from bench import cases, ground
from conftest import DATABASE
from tests import template

PERSONS = 21_000
FILLED = (
    "detection_outreach",
    "documents_letter",
    "referrals_referral",
    "complaints_complaint",
    "people_nametoken",
    "people_person",
)
COMPLAINTS = ["/keluhan/", "/keluhan/?status=received", "/keluhan/?late=on", "/keluhan/?elsewhere=on"]
LISTS = ["/", "/?daftar=tunggu", "/?daftar=terlambat", "/rujukan/", "/rujukan/?arah=keluar"]
LETTERS = ["/surat/", "/surat/?dari_mana=wilayah"]
OUTREACHES = [f"/jangkauan/?daftar={kind}" for kind in ("belum", "jalan", "selesai", "saya")]
OUTREACHES += ["/jangkauan/?daftar=belum&tanda=out_of_school", "/jangkauan/pembagian/"]
OUTREACHES += ["/jangkauan/?daftar=belum&tanda=unconfirmed", "/jangkauan/pembagian/?tanda=unconfirmed"]
SEARCHES = ["{nik}", "Rahmat Kadir 1987", "U17"]

OFFICERS = ["bulukumba_manajer", "bontobahari_supervisor", "ara_koordinator"]
QUESTIONS = [
    *((who, path, "") for who in OFFICERS for path in (*COMPLAINTS, *LISTS, *LETTERS)),
    *((who, "/cari/", text) for who in OFFICERS for text in SEARCHES),
    # Of one village so few are listed here that reading so few persons is cheaper; of a kecamatan an index must serve.
    *(("bontobahari_supervisor", path, "") for path in OUTREACHES),
    *(("bulukumba_dukcapil", path, "") for path in LISTS),
]


@pytest.fixture(scope="module")
def crowd(django_db_setup: None) -> Iterator[str]:
    """Many persons, complaints and letters; answers the NIK of one of them. All are gone afterwards."""
    with template.owner(DATABASE) as owner:
        owner.execute(ground.SEE_ALL)
        (office,) = owner.execute("select id from offices_office where code = 'S7302'").fetchone()
        (author,) = owner.execute("select min(id) from offices_appointment").fetchone()
        try:
            ground.add_persons(owner, 1, PERSONS)
            ground.add_complaints(owner, step=1, office=office, author=author)
            for statement in (ground.REFERRALS, ground.LETTERS, ground.OUTREACHES):
                owner.execute(statement, {"office": office, "elsewhere": elsewhere(owner), "author": author})
            owner.execute("analyze referrals_referral, documents_letter, detection_outreach")
            (nik,) = owner.execute("select nik from people_person where kabupaten = 7302 limit 1").fetchone()
            yield nik
        finally:
            for table in FILLED:
                owner.execute(f"delete from {table}")
                owner.execute(f"vacuum analyze {table}")


def elsewhere(owner: psycopg.Connection[Any]) -> int:
    """An office of another kabupaten."""
    (found,) = owner.execute("select id from offices_office where code = 'S7306'").fetchone()  # type: ignore[misc]
    return int(found)


@pytest.fixture
def app() -> Iterator[psycopg.Connection[Any]]:
    """A connection of the application's own role."""
    place = settings.DATABASES["default"]
    names = {"host": place["HOST"], "port": place["PORT"], "user": place["USER"], "password": place["PASSWORD"]}
    with psycopg.connect(dbname=DATABASE, autocommit=True, **names) as connection:
        yield connection


@pytest.mark.parametrize(("who", "path", "typed"), QUESTIONS)
def test_no_large_table_is_read_from_end_to_end(
    crowd: str, cast: Any, desk: Callable[[Any], Client], app: psycopg.Connection[Any], who: str, path: str, typed: str
) -> None:
    appointment = getattr(cast, who)
    scope = cases.settings_of(appointment)
    queries = cases.asked(desk(appointment), path, typed=typed.format(nik=crowd))
    assert queries
    for query in queries:
        assert cases.scanned(app, query, scope) == set(), query
