"""Checking a batch: its file is read in the limited child, its rows are compared, staged and counted."""

import gc
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import IO, Any

from django.db import connection
from django.utils import timezone

from satupintu.foundation.access import House, house
from satupintu.foundation.access.scope import Span
from satupintu.foundation.areas.models import Area
from satupintu.lib.sentences import say
from satupintu.lib.sheets import SheetRefused
from satupintu.registry.imports.layout import Book, Bound, Layout, Unbound, open_book
from satupintu.registry.imports.models import Batch, StagedRow, Upload
from satupintu.registry.imports.places import Places
from satupintu.registry.imports.problems import IN_SQL
from satupintu.registry.imports.reading import Reader, Told
from satupintu.registry.imports.staged import COLUMNS, as_lines
from satupintu.registry.imports.words import BatchState

SQL = Path(__file__).parent / "sql"
AT_ONCE = 5000
"""Rows that are read at once, and after which progress is shown."""
SHOWN = 20
"""First rows of a file that are kept as they were written, to show what its columns hold."""


def as_house(batch: Batch, reason: str) -> AbstractContextManager[House]:
    """Act as the house inside the area of the batch and nowhere else."""
    return house(f"{reason} {batch.trace} · {batch.uploaded_by}"[:200], spans=(batch.span,), quietly=True)


def find(batch_id: int) -> Batch:
    """The batch of that number, wherever it is. Raises Batch.DoesNotExist."""
    with house("Mencari berkas impor", quietly=True):
        found: Batch = Batch.objects.select_related("edition").get(pk=batch_id)
    return found


def check(batch_id: int) -> Batch:
    """Read the file of a batch, compare its rows, stage them, count. Nothing outside the batch changes.

    A file that cannot be read ends in the state failed, with a sentence. How many rows were read is committed every some
    thousand, so that progress is seen; the rows themselves are staged in one transaction at the end. Run again after it
    was killed, it starts from nothing.
    """
    batch = find(batch_id)
    if batch.word not in {BatchState.RECEIVED, BatchState.CHECKING}:
        return batch
    with as_house(batch, "Memeriksa"):
        StagedRow.objects.filter(batch=batch).delete()
        Batch.objects.filter(pk=batch.pk).update(state=BatchState.CHECKING, rows_read=0)
        content = Upload.objects.content(batch)
    with TemporaryFile(prefix="batch-") as lines:
        try:
            with NamedTemporaryFile(prefix="batch-") as file:
                file.write(content)
                file.flush()
                del content
                with open_book(file.name, batch.read_by) as book, _nothing_swept():
                    _read(batch, book, lines)
        except (SheetRefused, Unbound) as refusal:
            return _end(batch, lines, json.dumps(refusal.sentence.packed(), ensure_ascii=False))
        return _end(batch, lines)


@contextmanager
def _nothing_swept() -> Iterator[None]:
    """Keep Python from looking for circles of things, of which rows have none: again and again it would walk through some
    hundred thousand cells in vain (measured: a quarter of the time of reading).
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _end(batch: Batch, lines: IO[bytes], failure: str = "") -> Batch:
    """Compare, stage and count what was read, unless somebody cancelled the batch meanwhile."""
    with as_house(batch, "Memeriksa"):
        standing: Batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if standing.word is not BatchState.CHECKING:
            return standing
        for name in ("layout", "headings", "heading_row", "columns"):
            setattr(standing, name, getattr(batch, name))
        standing.rows_read, standing.failure = batch.rows_read, failure
        standing.state = BatchState.FAILED if failure else BatchState.CHECKED
        standing.counts = {} if failure else compare(batch, lines)
        standing.save()
    return standing


def _read(batch: Batch, book: Book, lines: IO[bytes]) -> None:
    """Read all rows into lines for COPY, telling from time to time how many there are."""
    bound = book.bound
    batch.layout = book.layout.document()
    batch.headings, batch.heading_row = list(bound.headings), bound.heading_row
    batch.columns = {str(place): column.value for place, column in bound.meanings.items()}
    batch.rows_read = 0
    with as_house(batch, "Memeriksa"):
        reader = reader_of(book.layout, bound, batch.span)
    for some in _chunks(book.rows):
        lines.write(as_lines(reader.read(some)))
        batch.rows_read += len(some)
        with as_house(batch, "Memeriksa"):
            Batch.objects.filter(pk=batch.pk).update(rows_read=batch.rows_read)
    if not batch.rows_read:
        raise Unbound(say("Di bawah judul kolom tidak ada baris."))


def reader_of(layout: Layout, bound: Bound, span: Span) -> Reader:
    """What reads the rows of a file for an area, as of today."""
    kecamatan = frozenset(Area.objects.at_level(3).values_list("number", flat=True))
    return Reader(layout, bound, Places.of(span, layout.areas), timezone.localdate(), kecamatan)


def _chunks(rows: Iterator[Told]) -> Iterator[list[Told]]:
    while some := list(islice(rows, AT_ONCE)):
        yield some


def compare(batch: Batch, lines: IO[bytes]) -> dict[str, int]:
    """Compare rows with each other and with the register, decide what becomes of each and stage it; the counts.

    The rows arrive in a table of this transaction alone: row-level security takes no COPY, and there they can be changed
    without being written twice.
    """
    plan_for_many()
    forget("arriving")
    values: dict[str, Any] = {"batch": batch.pk, "area": batch.area, "shown": SHOWN}
    values |= {f"say_{code}": sentence for code, sentence in IN_SQL.items()}
    run("arriving", values)
    lines.seek(0)
    with connection.cursor() as cursor:
        with cursor.copy(f"copy pg_temp.arriving ({', '.join(COLUMNS)}) from stdin") as into:
            while piece := lines.read(2**18):
                into.write(piece)
        cursor.execute("analyze pg_temp.arriving (number, nik, village, name_key, household_key)")
    for step in steps("check"):
        run(step, values)
    with connection.cursor() as cursor:
        cursor.execute(_text("count"), values)
        return dict(zip([column.name for column in cursor.description], cursor.fetchone(), strict=True))


def plan_for_many() -> None:
    """Let this transaction's set-wise steps be planned for many rows, not for the few that missing statistics suggest.

    Nobody has analysed rows that were written a moment ago, so the planner takes them for a handful and joins them by
    comparing each with each (measured: 72,000 × 2,000 comparisons, five seconds a step). Without that way of joining it
    takes an index or a hash. What it is then told of our own tables need not be told to the last digit.
    """
    with connection.cursor() as cursor:
        cursor.execute("set local enable_material = off")
        cursor.execute("set local work_mem = '64MB'")
        cursor.execute("set local default_statistics_target = 20")


def forget(*tables: str) -> None:
    """Drop tables of this transaction alone, should they be there already: where a transaction holds several batches."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"drop table if exists pg_temp.{table}")


def steps(phase: str) -> list[str]:
    """The names of the SQL steps of a phase, in their order."""
    return sorted(path.stem for path in SQL.glob(f"{phase}_*.sql"))


def run(step: str, values: dict[str, Any]) -> int:
    """Run one SQL step; answers how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(_text(step), values)
        return int(cursor.rowcount)


@cache
def _text(step: str) -> str:
    return (SQL / f"{step}.sql").read_text()
