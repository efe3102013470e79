"""Charts drawn on the server: bars beside words, never without the table that they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import markup


@dataclass(frozen=True)
class Bar:
    """One bar: its words, how long it is, the part of it that is marked, and where its rows are ("" = nowhere)."""

    label: str
    value: int
    marked: int = 0
    url: str = ""


def bars(points: Sequence[Bar], *, title: str, unit: str, marked: str = "") -> SafeString:
    """A bar for each point, as long as its value against the largest; ``marked`` names the darker part.

    The bars are for eyes only: a reader hears label and number of each line.
    """
    longest = max((point.value for point in points), default=0)
    if not longest:
        return markup("")
    lines = "".join(_line(point, longest, unit, marked) for point in points)
    key = f'<span class="chart-key">{escape(marked)}</span>' if marked and any(point.marked for point in points) else ""
    return markup(f'<figure class="chart"><figcaption>{escape(title)}{key}</figcaption><ul>{lines}</ul></figure>')


HEATS = 5
"""Grounds from pale to dark."""


def heat(count: int, largest: int, url: str, told: str) -> SafeString:
    """A count on a ground the darker the nearer it is to the largest (0: no ground), leading to its rows if ``url``.

    ``told`` is what a reader hears with it: which row and column.
    """
    degree = -(-HEATS * count // largest) if largest else 0
    css = f"heat heat-{degree}" if degree else "heat"
    words = f'<span class="visually-hidden">{escape(told)}: </span>{number(count)}'
    if url:
        return markup(f'<a class="{css}" href="{escape(url)}">{words}</a>')
    return markup(f'<span class="{css}">{words}</span>')


def _line(point: Bar, longest: int, unit: str, marked: str) -> str:
    label = escape(point.label)
    words = f'<a href="{escape(point.url)}">{label}</a>' if point.url else f"<span>{label}</span>"
    whole, part = (round(100 * value / longest, 2) for value in (point.value, point.marked))
    told = f"{number(point.value)} {escape(unit)}"
    if point.marked and marked:
        told += f", {number(point.marked)} {escape(marked)}"
    return (
        f'<li>{words}<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="bar" width="{whole}" height="4" /><rect class="bar-part" width="{part}" height="4" /></svg>'
        f'<strong aria-hidden="true">{number(point.value)}</strong><span class="visually-hidden">{told}</span></li>'
    )
