"""The table of a page: what the address asks for (order, page, filter), as HTML or as a file."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import get_token
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from satupintu.engine.ui import numerals
from satupintu.engine.ui.forms.filters import CLEAR, KeptFilter
from satupintu.engine.ui.pieces import icon, markup
from satupintu.engine.ui.tables import files, html, paging
from satupintu.engine.ui.tables.column import Column

COUNT_CAP = 1000
"""Rows are counted up to here; beyond it reads "lebih dari 1.000"."""


class Table:
    """A list that can be sorted, filtered, paged and taken away.

    `rows` is a QuerySet (paged by key) or a list (paged by place). `order` is the first order: a column's key, `-key`
    downwards, or "" to keep the order of `rows`. `link` gives a row's address. `filters` is a bound form with
    `narrow(rows)`, sent by GET, or by POST if it is a `KeptFilter`.
    Exporting answers only with `may_export=True`, for at most `file_rows` rows; a `personal` table only with a stamp: its
    file is asked for on a page of its own. `{{ table }}` draws it.
    """

    def __init__(
        self,
        request: HttpRequest,
        rows: QuerySet[Any] | Sequence[Any],
        *,
        columns: Sequence[Column],
        caption: str,
        order: str = "",
        link: Callable[[Any], str] | None = None,
        filters: forms.Form | None = None,
        empty: str = "",
        size: int = 50,
        counted: bool = True,
        may_export: bool = False,
        file_name: str = "daftar",
        file_rows: int = 100_000,
        personal: bool = False,
    ) -> None:
        self.request = request
        self.columns = columns
        self.caption = str(caption)
        self.link = link
        self.filters = filters
        self.size = size
        self.counted = counted
        self.may_export = may_export
        self.file_name = file_name
        self.file_rows = file_rows
        self.personal = personal
        self._empty = str(empty)
        self._own_order = order
        self.rows = rows
        if filters is not None and filters.is_valid() and hasattr(filters, "narrow"):
            self.rows = filters.narrow(rows)

    @cached_property
    def sorted_by(self) -> str:
        """The order that the address asks for, when a column offers it; else the table's own."""
        asked = self.request.GET.get("urut", "")
        offered = {column.key for column in self.columns if column.fields}
        return asked if asked.removeprefix("-") in offered else self._own_order

    def _fields(self) -> list[str]:
        """The fields of the order; "" takes the order that the rows came with."""
        key = self.sorted_by
        for column in self.columns:
            if column.key == key.removeprefix("-"):
                return paging.flipped(column.fields) if key.startswith("-") else list(column.fields)
        if isinstance(self.rows, QuerySet):
            return [str(field) for field in self.rows.query.order_by or self.rows.model._meta.ordering or ("-pk",)]
        return []

    @cached_property
    def page(self) -> paging.Page[Any]:
        """The rows of this page."""
        asked = self.request.GET
        after, before = asked.get("sesudah", ""), asked.get("sebelum", "")
        if isinstance(self.rows, QuerySet):
            return paging.page(self.rows, self._fields(), self.size, after=after, before=before)
        rows = self._sorted_list()
        start = int(after) if after.isdecimal() else max(0, int(before) - self.size) if before.isdecimal() else 0
        end = start + self.size
        return paging.Page(rows[start:end], start or None, end if end < len(rows) else None)

    def _sorted_list(self) -> list[Any]:
        """A list in the asked order: by the value of the column, empty ones last."""
        rows = list(self.rows)
        for column in self.columns:
            if column.fields and column.key == self.sorted_by.removeprefix("-"):
                get = column.file_getter
                known = [row for row in rows if get(row) not in (None, "")]
                known.sort(key=get, reverse=self.sorted_by.startswith("-"))  # type: ignore[arg-type]
                return known + [row for row in rows if get(row) in (None, "")]
        return rows

    @cached_property
    def is_paged(self) -> bool:
        """Whether this is not the first page."""
        return bool(self.request.GET.get("sesudah") or self.request.GET.get("sebelum"))

    @cached_property
    def count(self) -> int | None:
        """How many rows there are, counted up to COUNT_CAP + 1; None when nobody counts."""
        if not isinstance(self.rows, QuerySet):
            return len(self.rows)
        if not self.is_paged and self.page.after is None:
            return len(self.page.rows)
        if not self.counted:
            return None
        return self.rows.order_by().values("pk")[: COUNT_CAP + 1].count()

    @property
    def count_words(self) -> str:
        """ "3 baris", or "lebih dari 1.000 baris"; nothing when nobody counts."""
        if self.count is None:
            return ""
        if self.count > COUNT_CAP:
            return gettext("lebih dari %(number)s baris") % {"number": numerals.number(COUNT_CAP)}
        return gettext("%(number)s baris") % {"number": numerals.number(self.count)}

    def address(self, **changes: str | None) -> str:
        """The address of this list with other parameters; a change of order goes back to the first page."""
        asked = self.request.GET.copy()
        for name in ("sesudah", "sebelum", "unduh", "salinan"):
            asked.pop(name, None)
        for name, value in changes.items():
            if value is None:
                asked.pop(name, None)
            else:
                asked[name] = value
        return f"?{asked.urlencode()}"

    @property
    def is_filtered(self) -> bool:
        """Whether the filter form narrows the list."""
        return self.filters is not None and any(self.filters.data.get(name) for name in self.filters.fields)

    def export(self, stamp: files.Stamp | None = None, rows: Sequence[Any] | None = None) -> HttpResponseBase | None:
        """Answer `?unduh=xlsx` or `?unduh=csv` with a file when the caller allows it; None for an ordinary page.

        `rows` are those of `file_source`, where the caller has read them already.
        Raises RuntimeError for a personal table without a stamp: no such row leaves unasked.
        """
        form = self.request.GET.get("unduh", "")
        if not self.may_export or form not in files.FORMATS:
            return None
        if self.personal and stamp is None:
            raise RuntimeError("rows about people leave only as a copy that somebody asked for")
        source = self.file_source() if rows is None else rows
        return files.response(form, self.columns, source, self.file_name, self.caption, stamp)

    def file_source(self) -> QuerySet[Any] | Sequence[Any]:
        """The rows that a file holds, in their order."""
        rows = self.rows.order_by(*paging.total_order(self._fields())) if isinstance(self.rows, QuerySet) else None
        return (self._sorted_list() if rows is None else rows)[: self.file_rows]

    def file_count(self) -> int:
        """How many rows a file holds, all of them counted."""
        return min(self.file_rows, self.rows.order_by().count() if isinstance(self.rows, QuerySet) else len(self.rows))

    def __str__(self) -> str:
        return self.__html__()

    def __html__(self) -> SafeString:
        """Draw the tools, the table (or the kind sentence of an empty one) and the pager."""
        parts = ['<div class="table-frame">', self._tools()]
        if self.page.rows:
            head = html.heads(self.columns, self.sorted_by, lambda key: self.address(urut=key))
            parts.append(html.whole(self.caption, head, html.body(self.columns, self.page.rows, self.link)))
        else:
            parts.append(self._nobody())
        page = self.page
        first = self.address() if page.before is not None else None
        before = self.address(sebelum=str(page.before)) if page.before is not None else None
        after = self.address(sesudah=str(page.after)) if page.after is not None else None
        parts.append(f"{html.pager(first, before, after)}</div>")
        return markup("".join(parts))

    def _tools(self) -> str:
        """The line above the rows: filter, count, order (phone), files."""
        form = ""
        if self.filters is not None:
            label, verb, undo = gettext("Saring daftar"), gettext("Saring"), gettext("Hapus saringan")
            clear = self._way_out(undo, "btn btn-link") if self.is_filtered else ""
            form = (
                f'<form class="filters" {self._sending()} role="search" aria-label="{label}">'
                f"{self.filters}{self._hidden()}"
                f'<div class="filter-end"><button class="btn">{icon("filter")}{verb}</button>{clear}</div>'
                "</form>"
            )
        if not self.page.rows and not self.is_paged:
            return form
        saves = ""
        if self.may_export:
            kept = "" if self.personal else " download"
            links = "".join(
                f'<a class="quiet-link" href="{escape(self.address(unduh=form))}"{kept}>{icon("download")}{name}</a>'
                for form, name in (("xlsx", "Excel"), ("csv", "CSV"))
            )
            saves = f'<div class="table-files">{links}</div>'
        menu = html.sort_menu(self.columns, self.sorted_by, lambda key: self.address(urut=key))
        if not (self.count_words or menu or saves):
            return form
        return f'{form}<div class="table-line"><p class="table-count">{self.count_words}</p>{menu}{saves}</div>'

    def _sending(self) -> str:
        """How the filter is sent; the order stays in the address of what is sent by POST."""
        return f'method="post" action="{escape(self.address())}"' if self._is_kept else 'method="get"'

    def _hidden(self) -> str:
        """What goes with the filter unseen: the token, or the order."""
        if self._is_kept:
            return f'<input type="hidden" name="csrfmiddlewaretoken" value="{get_token(self.request)}">'
        order = self.request.GET.get("urut", "")
        return f'<input type="hidden" name="urut" value="{escape(order)}">' if order else ""

    @property
    def _is_kept(self) -> bool:
        return isinstance(self.filters, KeptFilter)

    def _way_out(self, words: str, css: str) -> str:
        """What takes the filter off: a link, or inside its form a button."""
        if self._is_kept:
            return f'<button class="{css}" name="{CLEAR}" value="1">{words}</button>'
        return f'<a class="{css}" href="?">{words}</a>'

    def _nobody(self) -> str:
        """The kind sentence for no rows, and the way back when a filter or an old page is the reason."""
        if self.is_filtered or self.is_paged:
            words = gettext("Tidak ada yang cocok dengan saringan ini.") if self.is_filtered else self._empty
            words, way = words or gettext("Halaman ini sudah kosong."), self._way_out(gettext("Lihat semua"), "btn")
            if self._is_kept:
                way = f"<form {self._sending()}>{self._hidden()}{way}</form>"
            return f'<div class="empty">{icon("search")}<p>{escape(words)}</p>{way}</div>'
        words = self._empty or gettext("Belum ada apa-apa di sini.")
        return f'<div class="empty">{icon("inbox")}<p>{escape(words)}</p></div>'
