"""The small parts of a page, drawn in Python so that a long list stays fast; the larger ones are cotton components.

Whatever comes in is escaped here, save what is already safe. Tones keep their meaning on every page: amber only for
what is urgent, red only for danger, green only for what is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from functools import lru_cache
from html import escape

from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from satupintu.engine.ui import moments
from satupintu.lib.periods import WorkCalendar


def markup(text: str) -> SafeString:
    """Call a text safe: the one place that does. Whoever calls it has escaped every part that came from outside."""
    return mark_safe(text)  # noqa: S308 - format_html is too slow for the cells of a long list


def escaped(words: object) -> str:
    """Escape words unless they are markup already."""
    if hasattr(words, "__html__"):
        return str(words.__html__())
    return escape(str(words))


class Tone(StrEnum):
    """What a state means for the reader; each tone has one colour and one shape."""

    NEW = "new"
    DOING = "doing"
    WAITING = "waiting"
    URGENT = "urgent"
    DANGER = "danger"
    DONE = "done"
    REFUSED = "refused"
    OFF = "off"


SHAPES = {
    Tone.NEW: "circle",
    Tone.DOING: "circle-dot",
    Tone.WAITING: "hourglass",
    Tone.URGENT: "alert-triangle",
    Tone.DANGER: "ban",
    Tone.DONE: "circle-check",
    Tone.REFUSED: "circle-x",
    Tone.OFF: "circle-minus",
}


@lru_cache(maxsize=256)
def icon(name: str) -> SafeString:
    """Draw an icon of the sprite; it is silent to a screen reader, so a word always stands beside it."""
    sprite = static("ui/icons.svg")
    safe = escaped(name)
    return markup(f'<svg class="icon" aria-hidden="true" focusable="false"><use href="{sprite}#{safe}"/></svg>')


@lru_cache(maxsize=1024)
def _badge(word: str, tone: Tone) -> SafeString:
    return markup(f'<span class="badge is-{tone}">{icon(SHAPES[tone])}{escaped(word)}</span>')


def badge(word: object, tone: Tone | str = Tone.NEW) -> SafeString:
    """Show a state as a word, a colour and a shape. Raises ValueError for a tone that does not exist."""
    return _badge(str(word), Tone(tone))


def mark(word: object) -> SafeString:
    """Show a small neutral label beside a name, without meaning of its own colour."""
    return markup(f'<span class="mark">{escaped(word)}</span>')


def marks(words: Sequence[object]) -> SafeString:
    """Show several small labels in one line; nothing for none."""
    return markup(" ".join(mark(word) for word in words))


def _time(value: datetime, words: str, zone: tzinfo, language: str) -> SafeString:
    exact = moments.moment(value, zone, language=language)
    return markup(f'<time datetime="{value.isoformat()}" title="{exact}">{words}</time>')


def when(value: datetime, now: datetime | None = None, zone: tzinfo | None = None) -> SafeString:
    """Say how long ago something was; the exact time stands in the title. Zone: that of the request."""
    language = get_language() or "id"
    words = moments.ago(value, now or timezone.now(), language=language)
    return _time(value, words, zone or timezone.get_current_timezone(), language)


def deadline(
    value: datetime,
    now: datetime | None = None,
    zone: tzinfo | None = None,
    *,
    calendar: WorkCalendar | None = None,
    hourly: bool = False,
) -> SafeString:
    """Say how far a deadline is, marked when it has passed; the exact time stands in the title.

    With a `calendar` the days to come are counted as working days, `hourly` in hours up to two days.
    """
    now, zone, language = now or timezone.now(), zone or timezone.get_current_timezone(), get_language() or "id"
    words = moments.due_at(value, now, zone, calendar=calendar, hourly=hourly, language=language)
    told = _time(value, words, zone, language)
    return late(told) if value < now else told


def late(words: object) -> SafeString:
    """Mark words about a deadline that has passed: amber and a triangle."""
    return markup(f'<span class="late">{icon("alert-triangle")}{escaped(words)}</span>')


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a step bar. state: done, now, next, refused or skipped."""

    label: str
    state: str = "next"
    when: str = ""
    who: str = ""

    @property
    def shape(self) -> str:
        """The icon that shows the state without colour."""
        shapes = {"done": "check", "now": "circle-dot", "refused": "x", "skipped": "circle-minus"}
        return shapes.get(self.state, "circle")


def step_line(steps: Sequence[Step]) -> str:
    """Where things stand in one line: the step that is on now, else the last one that was reached."""
    reached = [place for place, step in enumerate(steps, 1) if step.state in {"done", "now", "refused"}]
    now = next((place for place, step in enumerate(steps, 1) if step.state == "now"), reached[-1] if reached else 1)
    if not steps:
        return ""
    return gettext("Langkah %(now)s dari %(all)s: %(label)s") % {
        "now": now,
        "all": len(steps),
        "label": steps[now - 1].label,
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of a timeline: what happened, when (aware), who did it in which role and office, words of theirs."""

    sentence: str
    at: datetime
    who: str = ""
    role: str = ""
    office: str = ""
    note: str = ""
    tone: str = "new"

    @property
    def byline(self) -> str:
        """Who, role and office in one line, without the empty ones."""
        return " · ".join(part for part in (self.who, self.role, self.office) if part)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a fact list; an empty value is shown as a dash, so that the reader knows it is not known."""

    label: str
    value: object = ""
    hint: str = ""

    @property
    def known(self) -> bool:
        """Whether there is a value; zero is one."""
        return self.value is not None and self.value != ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that is a link. tone: "" or "urgent" (amber, only while it is above zero)."""

    number: int
    label: str
    url: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A plain link in a row of links; the active one is where one is."""

    label: str
    url: str
    active: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a worklist: who, what, where, its number (which never breaks), how long, and the next action.

    `state` and `due` may be markup made by `badge`, `when`, `deadline`; `urgent` draws the amber edge.
    """

    title: str
    url: str
    what: str = ""
    where: str = ""
    state: str = ""
    due: str = ""
    action: str = ""
    urgent: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """An attached file: name, address, kind and size in words, and whether it opens only on demand."""

    name: str
    url: str
    detail: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter between two ends, drawn as a card of its own."""

    number: str
    sender: str
    receiver: str
    date: str
    subject: str = ""
    body: str = ""
    due: str = ""
    state: str = ""
    url: str = ""
    steps: Sequence[Step] = ()
    facts: Sequence["Fact"] = ()


def worklist(tasks: Sequence[Task]) -> SafeString:
    """Draw a worklist; the whole row is one link. An empty one is the caller's to word (cotton `empty`)."""
    arrow = icon("chevron-right")
    rows = []
    for task in tasks:
        parts = [escaped(part) for part in (task.what, task.where) if part]
        parts += [f'<span class="tight">{escaped(task.number)}</span>'] if task.number else []
        rows.append(
            f'<li class="task{" is-urgent" if task.urgent else ""}"><div class="task-words">'
            f'<a class="row-link" href="{escaped(task.url)}">{escaped(task.title)}</a>'
            f'<p class="task-what">{" · ".join(parts)}</p></div>'
            f'<div class="task-state">{escaped(task.state)}<span>{escaped(task.due)}</span></div>'
            f'<div class="task-action">{escaped(task.action)}{arrow}</div></li>'
        )
    return markup(f'<ol class="worklist" data-list>{"".join(rows)}</ol>')
