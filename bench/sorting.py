"""A sort table against DuckDB over parquet of the same columns: the widest scope, behind the walls, from the night's count."""

import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.cases import _asker, _milliseconds
from bench.figure import Figure
from bench.measure import in_turn
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.sorting import actions, questions
from satupintu.reports.sorting.rules import Selection
from satupintu.reports.sorting.words import Population, TableKind

LIMIT = 2.0
TRAITS = """
update people_person set traits = jsonb_build_object(
    'schooling', jsonb_build_array('bdt', '2015', (id % 3)::text),
    'disability', jsonb_build_array('bdt', '2015',
        lpad((case when id % 50 = 0 then 1 + id / 50 % 12 else 0 end)::text, 2, '0')),
    'identity_papers', jsonb_build_array('bdt', '2015', (id / 3 % 16)::text))
"""
COLUMNS = """
copy (select kecamatan, kabupaten, birth_date, sex, traits -> 'schooling' ->> 2 as schooling,
    traits -> 'disability' ->> 2 as disability, traits -> 'identity_papers' ->> 2 as papers from people_person)
to stdout with csv header
"""
ASKED = {
    Population.CHILDREN: (TableKind.SCHOOLING, "birth_date > current_date - interval 18 year"),
    Population.ELDERLY: (TableKind.DISABILITY, "birth_date <= current_date - interval 60 year"),
    Population.EVERYBODY: (TableKind.PAPERS, "true"),
}
"""Population → a table, and who belongs to it in the words of DuckDB."""


def figures(
    owner: psycopg.Connection[Any], app: psycopg.Connection[Any], by: Appointment, *, turns: int
) -> list[Figure]:
    """Our SQL as the application's role under its walls, against DuckDB; nothing where DuckDB is not installed."""
    if find_spec("duckdb") is None:
        return []
    owner.execute(TRAITS)
    assert by.area_id is not None
    with house("mengukur", spans=(by.span,), quietly=True) as counter:
        actions.count(by=counter, kabupaten=by.area_id)
    owner.execute("vacuum analyze sorting_tally")
    with tempfile.TemporaryDirectory() as folder:
        return [_figure(owner, app, by, Path(folder), population, turns) for population in ASKED]


def _figure(
    owner: psycopg.Connection[Any],
    app: psycopg.Connection[Any],
    by: Appointment,
    folder: Path,
    population: Population,
    turns: int,
) -> Figure:
    kind, who = ASKED[population]
    source = _parquet(owner, folder)
    query = f"select kecamatan, {kind.value}, count(*) from '{source}' where kabupaten = 7302 and {who} group by 1, 2"
    scope = Scope.of(by, timezone.localdate())
    texts = _queries(by, scope, Selection(population, questions.Snapshot.objects.get().as_of), kind)
    spans = "{" + ",".join(f"[{start},{end})" for start, end in scope.spans) + "}"
    ours = _asker(app, texts, [spans, str(scope.office), str(scope.appointment)])
    pair = in_turn(ours, _duck(query), turns=turns)
    name = f"tabel sortir: {population.label}, {kind.label}"
    return Figure(name, "DuckDB atas parquet kolom yang sama", pair.at_median, LIMIT, _milliseconds(pair))


def _queries(by: Appointment, scope: Scope, selection: Selection, kind: TableKind) -> list[str]:
    """The SQL by which the page reads a table."""
    with entered(scope), CaptureQueriesContext(connection) as captured:
        questions.counted(selection, kind, Area.objects.get(pk=by.area_id or 0))
    return [one["sql"] for one in captured if "sorting_tally" in one["sql"]]


def _duck(query: str) -> Callable[[], object]:
    import duckdb

    session = duckdb.connect()
    return lambda: session.execute(query).fetchall()


def _parquet(owner: psycopg.Connection[Any], folder: Path) -> Path:
    """The columns of everybody as parquet, written once."""
    import duckdb

    place, source = folder / "people.parquet", folder / "people.csv"
    if not place.exists():
        with source.open("wb") as file, owner.cursor().copy(COLUMNS) as rows:
            for piece in rows:
                file.write(piece)
        duckdb.execute(f"copy (select * from read_csv('{source}', all_varchar=true)) to '{place}' (format parquet)")
        kept = (
            "select kecamatan::bigint kecamatan, kabupaten::bigint kabupaten, birth_date::date birth_date, * exclude "
        )
        kept += "(kecamatan, kabupaten, birth_date)"
        typed = folder / "typed.parquet"
        duckdb.execute(f"copy ({kept} from '{place}') to '{typed}' (format parquet)")
        typed.rename(place)
    return place
