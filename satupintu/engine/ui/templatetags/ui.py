"""Template tags and filters of the kit: `{% load ui %}`."""

from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from satupintu.engine.ui import moments, numerals, pieces

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "printer" %}`: an icon of the sprite, beside a word."""
    return pieces.icon(name)


@register.simple_tag
def badge(word: object, tone: str = "new") -> SafeString:
    """`{% badge row.state row.tone %}`: a state as word, colour and shape."""
    return pieces.badge(word, tone)


@register.simple_tag
def when(value: datetime | None) -> SafeString | str:
    """`{% when entry.at %}`: "5 menit lalu" with the exact time in the title; nothing for nothing."""
    return pieces.when(value) if value else ""


@register.simple_tag
def deadline(value: datetime | None) -> SafeString | str:
    """`{% deadline row.due_at %}`: "2 hari lagi" or a marked "terlambat 2 hari"; nothing for nothing."""
    return pieces.deadline(value) if value else ""


@register.simple_tag
def worklist(tasks: Sequence[pieces.Task]) -> SafeString:
    """`{% worklist tasks %}`: rows of pieces.Task."""
    return pieces.worklist(tasks)


@register.filter
def step_line(steps: Sequence[pieces.Step]) -> str:
    """`{{ steps|step_line }}`: "Langkah 3 dari 6: Dirujuk", where a phone has no room for the bar; nothing for no steps."""
    return pieces.step_line(steps)


@register.filter
def day(value: date | datetime | None) -> str:
    """`{{ value|day }}`: "21 Nov 2026" in the request's zone; nothing for nothing."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return moments.day(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """`{{ value|moment }}`: "21 Nov 2026 14.05 WITA" in the request's zone; nothing for nothing."""
    return moments.moment(value, timezone.get_current_timezone()) if value else ""


@register.filter
def number(value: int | float | None, decimals: int | None = None) -> str:
    """`{{ value|number }}` or `{{ value|number:1 }}`: 1.234,5; nothing for nothing."""
    return "" if value is None else numerals.number(value, decimals)
