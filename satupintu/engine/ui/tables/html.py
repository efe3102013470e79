"""A table as HTML: no template per cell, one escape per value, roles kept so that cards on a phone stay a table."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from satupintu.engine.ui import moments, numerals
from satupintu.engine.ui.pieces import icon, markup
from satupintu.engine.ui.tables.column import Column

NOTHING = '<span class="nothing">–</span>'


def words_of() -> Callable[[object], str]:
    """Return the function that turns a value into escaped words, for the language and zone of this request."""
    language, zone = get_language() or "id", timezone.get_current_timezone()
    yes, no = gettext("Ya"), gettext("Tidak")

    def words(value: object) -> str:
        kind = value.__class__
        if kind is SafeString:
            return value or NOTHING  # type: ignore[return-value]
        if kind is str:
            return escape(value) if value else NOTHING  # type: ignore[arg-type]
        if value is None:
            return NOTHING
        if kind is bool:
            return yes if value else no
        if isinstance(value, int | float | Decimal):
            return numerals.number(value, language=language)
        if isinstance(value, datetime):
            return _unbroken(moments.moment(value, zone, language=language))
        if isinstance(value, date):
            return moments.day(value, language=language).replace(" ", "&nbsp;")
        if hasattr(value, "__html__"):
            return value.__html__() or NOTHING
        return escape(str(value)) or NOTHING

    return words


def _unbroken(moment: str) -> str:
    """A day and a time, which may part from each other but not in themselves."""
    day, month, year, time, zone = moment.split(" ", 4)
    return f"{day}&nbsp;{month}&nbsp;{year} {time}&nbsp;{zone}"


def body(columns: Sequence[Column], rows: Sequence[Any], link: Callable[[Any], str] | None) -> str:
    """Draw the rows; the first column heads its row and carries the row's link, which covers the whole row."""
    words = words_of()
    head, *rest = columns
    get_head = head.getter
    tight = ' class="tight"' if head.tight else ""
    opening = f'<tr role="row"><th role="rowheader" scope="row"{tight}>'
    cells = [(column.getter, _opening(column)) for column in rest]
    out: list[str] = []
    put = out.append
    for row in rows:
        first = words(get_head(row))
        if link is not None:
            first = f'<a class="row-link" href="{escape(link(row))}">{first}</a>'
        put(f"{opening}{first}</th>")
        for get, cell in cells:
            put(cell)
            put(words(get(row)))
            put("</td>")
        put("</tr>")
    return "".join(out)


def _opening(column: Column) -> str:
    classes = " ".join(
        name
        for name, holds in (("num", column.numeric), ("tight", column.tight), ("not-on-phone", not column.on_phone))
        if holds
    )
    css = f' class="{classes}"' if classes else ""
    return f'<td role="cell"{css} data-label="{escape(str(column.label))}">'


def heads(columns: Sequence[Column], sorted_by: str, address: Callable[[str], str]) -> str:
    """Draw the heads; a sortable one is a link that turns the order. `sorted_by` is a column key, `-key` downwards."""
    out = []
    for column in columns:
        label = escape(str(column.label))
        classes = "num" if column.numeric else ""
        sort = ""
        if column.fields:
            sort, shape, turn = _turn(column, sorted_by)
            label = f'<a href="{escape(address(turn))}">{label}{icon(shape) if sort else ""}</a>'
        css = f' class="{classes}"' if classes else ""
        out.append(f'<th role="columnheader" scope="col"{css}{sort}>{label}</th>')
    return f'<tr role="row">{"".join(out)}</tr>'


def _turn(column: Column, sorted_by: str) -> tuple[str, str, str]:
    """Return the aria-sort attribute, the icon and the next order of a sortable column."""
    if sorted_by == column.key:
        return ' aria-sort="ascending"', "arrow-up", f"-{column.key}"
    if sorted_by == f"-{column.key}":
        return ' aria-sort="descending"', "arrow-down", column.key
    return "", "arrows-sort", f"-{column.key}" if column.descending else column.key


def sort_menu(columns: Sequence[Column], sorted_by: str, address: Callable[[str], str]) -> str:
    """Draw the orders as a menu: on a phone the heads are not seen."""
    items = []
    for column in columns:
        if column.fields:
            _, shape, turn = _turn(column, sorted_by)
            current = ' aria-current="true"' if sorted_by.lstrip("-") == column.key else ""
            items.append(
                f'<li><a href="{escape(address(turn))}"{current}>{escape(str(column.label))}{icon(shape)}</a></li>'
            )
    if not items:
        return ""
    words = gettext("Urutkan")
    return (
        f'<details class="menu only-phone"><summary>{icon("arrows-sort")}{words}</summary>'
        f'<ul class="menu-list">{"".join(items)}</ul></details>'
    )


def pager(first: str | None, before: str | None, after: str | None) -> str:
    """Draw the links to the neighbouring pages; nothing when there is just one page."""
    if before is None and after is None:
        return ""
    links = []
    if before is not None:
        if first is not None:
            words = gettext("Halaman pertama")
            links.append(f'<a class="btn" href="{escape(first)}">{words}</a>')
        words = gettext("Sebelumnya")
        links.append(f'<a class="btn" rel="prev" href="{escape(before)}">{icon("chevron-left")}{words}</a>')
    if after is not None:
        words = gettext("Berikutnya")
        links.append(f'<a class="btn" rel="next" href="{escape(after)}">{words}{icon("chevron-right")}</a>')
    words = gettext("Halaman")
    return f'<nav class="pager" aria-label="{words}">{"".join(links)}</nav>'


def whole(caption: str, head: str, inner: str) -> SafeString:
    """Put heads and rows into the table."""
    title = escape(caption)
    return markup(
        f'<div class="table-room" role="region" aria-label="{title}" tabindex="0">'
        f'<table class="rows" role="table" data-list><caption class="visually-hidden">{title}</caption>'
        f'<thead role="rowgroup">{head}</thead><tbody role="rowgroup">{inner}</tbody></table></div>'
    )
