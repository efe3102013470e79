"""Two things at once: every cell is counted once, adds up, and leads to exactly its rows."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some
from python_calamine import CalamineWorkbook

from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.reports.indicators.crossing import REST, WIDEST, crossing, laid_out
from satupintu.reports.indicators.tests.test_questions import four, told, year
from satupintu.reports.indicators.words import Dimension
from satupintu.work.complaints import actions
from satupintu.work.complaints.models import Complaint

__all__ = ["four"]
Desk = Callable[[Any], Client]
PAIRS = [(down, across) for down in Dimension for across in Dimension if down != across]


@pytest.fixture
def spread(four: list[Complaint], cast: Any, under: Any) -> list[Complaint]:
    """The four, and two of social matters: one with a programme, one forty days older."""
    with under(cast.ara_depan):
        more = [actions.register(told(field=ServiceField.SOCIAL), by=cast.ara_depan) for _turn in range(2)]
        Complaint.objects.filter(pk=more[0].pk).update(programme=Programme.PKH)
        Complaint.objects.filter(pk=more[1].pk).update(received_at=timezone.now() - timedelta(days=40))
    return [*four, *more]


@pytest.mark.parametrize(("down", "across"), PAIRS)
def test_every_pair_counts_each_complaint_once(
    down: Dimension, across: Dimension, spread: list[Complaint], cast: Any, under: Any
) -> None:
    with under(cast.bulukumba_manajer):
        found = crossing(cast.bulukumba_manajer, *year(), down, across)
    assert found.total == 6
    assert sum(map(found.line, found.rows)) == sum(map(found.column, found.columns)) == 6
    assert set(found.rows) == set(found.row_names) and set(found.columns) == set(found.column_names)


def test_the_next_village_counts_nothing_of_this_one(spread: list[Complaint], cast: Any, under: Any) -> None:
    with under(cast.bira_koordinator):
        assert crossing(cast.bira_koordinator, *year(), Dimension.FIELD, Dimension.MONTH).total == 0


def test_what_an_office_owns_from_elsewhere_is_counted_where_it_lies(
    spread: list[Complaint], cast: Any, under: Any
) -> None:
    by = cast.gowa_manajer
    with under(cast.bulukumba_manajer):
        Complaint.objects.filter(pk=spread[0].pk).update(handler_office=by.office, away=True)
    with under(by):
        assert Complaint.objects.get() == spread[0]
        assert crossing(by, *year(), Dimension.FIELD, Dimension.MONTH).total == 0


def test_a_thing_is_not_crossed_with_itself(cast: Any, under: Any, desk: Desk) -> None:
    with under(cast.bulukumba_manajer), pytest.raises(ValueError, match="two dimensions"):
        crossing(cast.bulukumba_manajer, *year(), Dimension.FIELD, Dimension.FIELD)
    page = desk(cast.bulukumba_manajer).get("/analisis/?by=field&across=field").content.decode()
    assert "Di mana keluhan menumpuk" in page


@given(some.lists(some.tuples(some.integers(0, 5), some.integers(0, 30), some.integers(1, 9)), max_size=60))
def test_no_count_is_lost_however_many_columns_there_are(found: list[tuple[int, int, int]]) -> None:
    for ordered in (False, True):
        rows, columns, cells = laid_out(found, in_order=(False, ordered))
        assert sum(cells.values()) == sum(count for _row, _column, count in found)
        assert set(cells) <= {(row, column) for row in rows for column in columns}
        assert len(columns) <= WIDEST + 1
        totals = Counter[Any]()
        for _row, column, count in found:
            totals[column] += count
        own = [column for column in columns if column is not REST]
        assert all(sum(cells[row, column] for row in rows) == totals[column] for column in own)
        if ordered:
            assert own == sorted(totals)[-WIDEST:]
            assert REST not in columns or columns[0] is REST


def test_each_number_leads_to_exactly_its_rows(spread: list[Complaint], cast: Any, desk: Desk) -> None:
    reader = desk(cast.bulukumba_manajer)
    for query in (
        "by=field&across=month",
        "by=programme&across=month",
        "by=area&across=field",
        "by=nature&across=field",
    ):
        page = reader.get(f"/analisis/?{query}").content.decode()
        cells = re.findall(r'<a class="heat[^"]*" href="([^"]+)">.*?</span>(\d+)</a>', page)
        assert len(cells) >= 3, query
        for address, count in cells:
            listed = reader.get(unescape(address)).content.decode()
            assert sum(row.number in listed for row in spread) == int(count), address


def test_what_has_no_value_is_counted_and_leads_nowhere(spread: list[Complaint], cast: Any, desk: Desk) -> None:
    page = desk(cast.bulukumba_manajer).get("/analisis/?by=programme&across=field").content.decode()
    row = page[page.index("Tanpa") :]
    assert re.search(r'<span class="heat heat-\d"><span class="visually-hidden">Tanpa, Kesehatan: </span>3</span>', row)


def test_the_cross_table_goes_into_a_workbook(spread: list[Complaint], cast: Any, desk: Desk) -> None:
    answer = desk(cast.bulukumba_manajer).get("/analisis/?by=field&across=month&unduh=xlsx")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    last = next(row for row in rows if row and row[0] == "Semua")
    assert last[-1] == 6 and sum(last[1:-1]) == 6


def test_a_manager_reaches_each_question_from_the_start_page_in_one_touch(cast: Any, desk: Desk) -> None:
    page = desk(cast.bulukumba_manajer).get("/").content.decode()
    for address in ("by=field", "by=programme", "by=office", "by=month", "by=field&amp;across=month"):
        assert f'href="/analisis/?{address}"' in page
    assert 'href="/analisis/penerima/"' in page
    assert "/analisis/" not in desk(cast.ara_depan).get("/").content.decode()


def test_months_before_a_year_stand_together(cast: Any, under: Any) -> None:
    first = date(2024, 1, 15)
    months = [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(20)]
    _rows, columns, cells = laid_out([("a", month, 1) for month in months], in_order=(False, True))
    assert columns == [REST, *months[-WIDEST:]] and cells["a", REST] == 20 - WIDEST
