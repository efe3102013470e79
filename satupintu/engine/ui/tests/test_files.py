"""Files made of tables: nothing in them is alive, nothing in them is lost."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from django.http import HttpResponseBase
from django.test import RequestFactory
from django.utils.safestring import SafeString, mark_safe
from hypothesis import given, settings
from hypothesis import strategies as st

from satupintu.engine.ui.tables import Column, Table

DANGEROUS = "=+-@\t\r\n\x00＝＋－＠"
texts = st.one_of(
    st.text(max_size=40),
    st.tuples(st.sampled_from(DANGEROUS + " ;,\u200b'\""), st.sampled_from(DANGEROUS), st.text(max_size=20)).map(
        "".join
    ),
)
COLUMNS = (Column("text", "Isi", lambda row: row),)


def content(answer: HttpResponseBase | None) -> bytes:
    assert answer is not None
    return b"".join(answer)  # type: ignore[call-overload, no-any-return]


def saved(rows: list[Any], form: str, columns: tuple[Column, ...] = COLUMNS, **more: Any) -> bytes:
    request = RequestFactory().get("/", {"unduh": form})
    return content(Table(request, rows, columns=columns, caption="Isi", may_export=True, **more).export())


def sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).active


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=250, max_size=250))
def test_no_text_in_a_workbook_is_a_formula(rows: list[str]) -> None:
    cells = [cell for line in sheet(saved(rows, "xlsx")).iter_rows() for cell in line]
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_a_csv_opens_with_its_letters_and_its_columns() -> None:
    data = saved(["Dg. Mattawang é", "=1+1", "a;=cmd()"], "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert lines == [["Isi"], ["Dg. Mattawang é"], ["'=1+1"], ["a;'=cmd()"]]


def test_values_keep_their_kind() -> None:
    row = (
        12,
        date(2026, 11, 21),
        datetime(2026, 11, 21, 1, 0, tzinfo=UTC),
        "0812",
        mark_safe("<b>satu</b> &amp; dua"),
        None,
        True,
    )
    columns = tuple(Column(str(n), str(n), lambda row, n=n: row[n]) for n in range(len(row)))
    cells = [cell.value for cell in list(sheet(saved([row], "xlsx", columns)).iter_rows())[1]]
    assert cells[0] == 12
    assert cells[1] == datetime(2026, 11, 21)
    assert cells[2].hour in (8, 9)  # local time of the request, not that of the server
    assert cells[3:] == ["0812", "satu & dua", None, "Ya"]


@pytest.mark.parametrize("odd", [10**16 + 1, float("nan"), date(1800, 1, 1), "x" * 40_000, "\ud800 a", "\x01b"])
def test_what_a_workbook_cannot_hold_is_written_as_text(odd: object) -> None:
    assert isinstance(list(sheet(saved([odd], "xlsx")).iter_rows())[1][0].value, str)


def test_a_column_may_stay_out_of_the_file_or_give_it_another_value() -> None:
    columns = (
        Column("a", "A", lambda row: SafeString("<i>x</i>"), export=lambda row: 7),
        Column("b", "B", lambda row: "b", in_file=False),
    )
    lines = [[cell.value for cell in line] for line in sheet(saved([1], "xlsx", columns)).iter_rows()]
    assert lines == [["A"], [7]]


def test_nobody_takes_a_file_who_may_not() -> None:
    request = RequestFactory().get("/", {"unduh": "xlsx"})
    assert Table(request, ["a"], columns=COLUMNS, caption="Isi").export() is None
    assert "unduh" not in str(Table(request, ["a"], columns=COLUMNS, caption="Isi"))


def test_a_file_ends_at_its_limit_and_is_not_kept_by_the_browser() -> None:
    assert sheet(saved(["a"] * 30, "xlsx", file_rows=10)).max_row == 11
    request = RequestFactory().get("/", {"unduh": "csv"})
    answer = Table(request, ["a"], columns=COLUMNS, caption="Isi", may_export=True, file_name="Daftar Isi").export()
    assert answer is not None
    assert answer["Cache-Control"] == "no-store"
    assert "daftar-isi-20" in answer["Content-Disposition"]
    content(answer)


@pytest.mark.parametrize("title", ["[a]:*?/\\", "''", "x" * 60, ""])
def test_any_caption_makes_a_sheet(title: str) -> None:
    request = RequestFactory().get("/", {"unduh": "xlsx"})
    assert sheet(content(Table(request, ["a"], columns=COLUMNS, caption=title, may_export=True).export())).max_row == 2
