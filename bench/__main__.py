"""``./run bench [--persons N] [--turns N]``: fill a database, measure in pairs, print the ratios, keep them in docs."""

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Any

from bench import report
from bench.place import database, production

VACUUM = (
    "vacuum analyze complaints_complaint, people_person, people_nametoken, referrals_referral, events_event, "
    "daybook_servicerecord"
)
KEPT = Path(__file__).parent.parent / "docs" / "performance.md"


def main() -> int:
    """Run everything; exit status 1 when a figure breaks its limit."""
    options = argparse.ArgumentParser(prog="./run bench")
    options.add_argument("--persons", type=int, default=1_000_000)
    options.add_argument("--turns", type=int, default=200)
    options.add_argument(
        "--rows", type=int, default=150_000, help="baris berkas yang diimpor (berkas paling besar 50 MB)"
    )
    options.add_argument("--records", type=int, default=100_000, help="orang yang dicari data gandanya")
    options.add_argument("--only", default="", help="hanya bagian ini: pages, imports, matching; dipisah koma")
    options.add_argument("--keep", action="store_true", help="tulis hasilnya ke docs/performance.md")
    asked = options.parse_args()
    with database(), production():
        figures, notes = _measured(asked)
    text = report.page(figures, notes, asked.persons)
    sys.stdout.write(text)
    if asked.keep:
        KEPT.write_text(text)
    return 0 if all(figure.good for figure in figures) else 1


def _measured(asked: argparse.Namespace) -> tuple[list[Any], list[str]]:
    """The parts that were asked for, all of them unless some are named."""
    import psycopg
    from django.core.management import call_command

    from bench import ground, importing, matching

    parts = set(asked.only.split(",")) if asked.only else {"pages", "imports", "matching"}
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    ground.load_areas()
    figures, notes = _measure(asked.persons, asked.turns) if "pages" in parts else ([], [])
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        figures += importing.figures(owner, asked.rows) if "imports" in parts else []
    figures += matching.figures(asked.records) if "matching" in parts else []
    return figures, notes


def _measure(persons: int, turns: int) -> tuple[list[Any], list[str]]:
    import psycopg

    from bench import cases, ground, nights, rosters, search, sorting
    from bench.server import Server
    from satupintu.cast.stage import set_stage
    from satupintu.foundation.access import house

    started = time.monotonic()
    with house("mengukur"):
        set_stage(
            officers=[officer for officer in _officers() if officer.username in {"bulukumba.manajer", "ara.depan"}]
        )
    client, cookie, appointment = cases.browser("bulukumba.manajer")
    owner = psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True)
    app = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    small, notes = persons // 10, []
    ground.add_persons(owner, 1, small)
    ground.add_complaints(owner, step=5, office=appointment.office_id, author=appointment.pk)
    ground.add_papers(owner, office=appointment.office_id, author=appointment.pk)
    owner.execute(VACUUM)
    queries_file = Path(os.environ["BENCH_QUERIES"])
    nik = _nik_of(owner)
    before = cases.alone(cases.write_queries(queries_file, client, appointment, nik), app, turns=turns)
    owner.execute("truncate complaints_complaint, referrals_referral, daybook_servicerecord cascade")
    ground.add_persons(owner, small + 1, persons)
    ground.add_complaints(owner, step=5, office=appointment.office_id, author=appointment.pk)
    ground.add_papers(owner, office=appointment.office_id, author=appointment.pk)
    owner.execute(VACUUM)
    notes.append(f"Diisi dalam {time.monotonic() - started:.0f} detik.")
    queries = cases.write_queries(queries_file, client, appointment, nik)
    figures = cases.growth(before, cases.alone(queries, app, turns=turns))
    cases.open_the_walls(owner)
    with Server() as server:
        figures += cases.pages(server, cookie, nik, turns=turns)
        figures += cases.registering(server, owner, turns=turns)
        notes.append(f"Proses web memakai {server.resident / 2**20:.0f} MiB (batas 250).")
    figures += cases.walls(queries, owner, app, turns=turns)
    figures += search.figures(owner, appointment)
    figures += sorting.figures(owner, app, appointment, turns=turns)
    figures += nights.figures(owner, appointment)
    figures += rosters.figures(owner)
    return figures, notes


def _officers() -> Any:
    from satupintu.cast.officers import OFFICERS

    return OFFICERS


def _nik_of(owner: Any) -> str:
    """The NIK of somebody of Bulukumba."""
    owner.execute("select set_config('app.scope', '{[7302000000,7303000000)}', false)")
    (nik,) = owner.execute("select nik from people_person where nik is not null order by id limit 1").fetchone()
    return str(nik)


if __name__ == "__main__":
    sys.exit(main())
