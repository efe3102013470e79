"""Tables on a page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from satupintu.engine.ui.forms import FilterForm
from satupintu.engine.ui.tables import Column, Table


@dataclass
class Row:
    number: int
    name: str
    began: date | None = None


COLUMNS = (
    Column("name", "Nama", sort="name"),
    Column("number", "Nilai", sort="number", numeric=True, descending=True),
    Column("began", "Mulai", on_phone=False),
)


class Filter(FilterForm):
    nama = forms.CharField(label="Nama memuat")

    def narrow(self, rows: Any) -> Any:
        return [row for row in rows if self.cleaned_data["nama"] in row.name]


def table(rows: list[Row], asked: str = "", **more: Any) -> Table:
    request = RequestFactory().get(f"/daftar/?{asked}")
    return Table(request, rows, columns=COLUMNS, caption="Daftar", **more)


def test_whatever_was_typed_is_shown_as_text() -> None:
    html = str(table([Row(1, "<script>alert(1)</script>")], link=lambda row: '/x/?"><script>'))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_markup_of_the_house_stays_markup() -> None:
    columns = (Column("x", "X", lambda row: mark_safe("<b>ya</b>")),)
    assert "<b>ya</b>" in str(Table(RequestFactory().get("/"), [1], columns=columns, caption="x"))


def test_values_are_written_for_people() -> None:
    html = str(table([Row(1234567, "Siti", date(2026, 11, 21)), Row(2, "")]))
    assert "1.234.567" in html
    assert "21&nbsp;Nov&nbsp;2026" in html
    assert html.count('<span class="nothing">–</span>') == 2


def test_a_card_on_a_phone_says_the_same_words() -> None:
    html = str(table([Row(1, "Siti")]))
    assert 'data-label="Nilai"' in html
    assert 'class="not-on-phone" data-label="Mulai"' in html
    for role in ("table", "rowgroup", "row", "columnheader", "rowheader", "cell"):
        assert f'role="{role}"' in html


def test_the_first_column_heads_its_row_and_links_to_it() -> None:
    html = str(table([Row(7, "Siti")], link=lambda row: f"/orang/{row.number}/"))
    assert '<th role="rowheader" scope="row"><a class="row-link" href="/orang/7/">Siti</a></th>' in html


def test_an_empty_list_has_a_kind_sentence_and_no_table() -> None:
    html = str(table([], empty="Tidak ada yang menunggu."))
    assert "Tidak ada yang menunggu." in html
    assert "<table" not in html


def test_a_list_is_sorted_by_what_the_address_asks() -> None:
    rows = [Row(2, "Baso"), Row(10, "Ani"), Row(1, "Cica")]
    assert [row.name for row in table(rows, "urut=name").page.rows] == ["Ani", "Baso", "Cica"]
    assert [row.number for row in table(rows, "urut=-number").page.rows] == [10, 2, 1]
    assert [row.number for row in table(rows, "urut=rahasia").page.rows] == [2, 10, 1]
    assert [row.number for row in table(rows, order="number").page.rows] == [1, 2, 10]


def test_the_head_says_how_it_is_sorted_and_turns_it() -> None:
    html = str(table([Row(1, "a")], "urut=name"))
    assert 'aria-sort="ascending"><a href="?urut=-name">' in html
    assert 'href="?urut=-number"' in html  # the first click sorts numbers downwards


def test_a_filter_narrows_and_survives_sorting() -> None:
    asked = RequestFactory().get("/?nama=An&urut=name")
    rows = [Row(1, "Ani"), Row(2, "Baso")]
    shown = Table(asked, rows, columns=COLUMNS, caption="Daftar", filters=Filter(asked.GET))
    assert [row.name for row in shown.page.rows] == ["Ani"]
    assert "nama=An&amp;urut=-name" in str(shown)
    assert "Hapus saringan" in str(shown)


def test_what_is_typed_into_a_filter_comes_back_as_text_only() -> None:
    asked = RequestFactory().get("/", {"nama": '"><script>'})
    shown = str(Filter(asked.GET))
    assert 'value="&quot;&gt;&lt;script&gt;"' in shown
    assert "<script>" not in shown


def test_a_filter_that_finds_nothing_shows_the_way_back() -> None:
    asked = RequestFactory().get("/?nama=zz")
    shown = str(Table(asked, [Row(1, "Ani")], columns=COLUMNS, caption="Daftar", filters=Filter(asked.GET)))
    assert "Tidak ada yang cocok" in shown
    assert 'href="?">Lihat semua' in shown


def test_a_list_is_paged_by_place() -> None:
    rows = [Row(n, str(n)) for n in range(120)]
    first = table(rows)
    assert (len(first.page.rows), first.page.before, first.page.after) == (50, None, 50)
    last = table(rows, "sesudah=100")
    assert ([row.number for row in last.page.rows], last.page.after) == (list(range(100, 120)), None)
    assert [row.number for row in table(rows, f"sebelum={last.page.before}").page.rows] == list(range(50, 100))
    assert "Berikutnya" in str(first)
    assert "Sebelumnya" not in str(first)


def test_an_address_that_makes_no_sense_shows_the_first_page() -> None:
    rows = [Row(n, str(n)) for n in range(60)]
    for asked in ("sesudah=abc", "sebelum=-5", "sesudah=%00", "sebelum=0"):
        assert table(rows, asked).page.rows[0].number == 0
