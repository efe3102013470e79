"""Decisions of early detection on plain values: whom a sign means, how long a result keeps it silent, who goes where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from satupintu.registry.people import meanings
from satupintu.registry.people.words import Variable
from satupintu.work.daybook.words import VisitResult
from satupintu.work.detection.words import Paper, Result

OLDEST = 130
ADDENDS: Mapping[Paper, int] = {Paper.BIRTH_CERTIFICATE: meanings.BIRTH_CERTIFICATE, Paper.KTP: meanings.KTP}
"""What each paper adds to the sum of papers."""
NEVER_SILENT = frozenset({Result.CHANGED, Result.MERGED})
"""After these nobody has been visited, so the same person may be found again the next night."""
AGAIN_SOON = 1
"""Months after which somebody who was not met is listed again, however long other results keep a sign silent."""
VISITED: Mapping[Result, VisitResult] = {
    Result.IN_NEED: VisitResult.MET,
    Result.HELPED: VisitResult.MET,
    Result.NOT_FOUND: VisitResult.NOT_MET,
    Result.MOVED: VisitResult.MOVED,
    Result.REFUSED: VisitResult.DECLINED,
    Result.WRONG_DATA: VisitResult.MET,
    Result.SAME: VisitResult.MET,
}
"""What an officer may say, and how the daybook tells the same visit."""


@dataclass(frozen=True, slots=True)
class Asks:
    """Whom a sign means: full years from … to …, sex, codes of a variable's first list, papers that are lacking, and so on.

    What is None, False or empty asks for nothing.
    """

    age_from: int | None = None
    age_to: int | None = None
    sex: str = ""
    traits: Mapping[str, Sequence[str]] = field(default_factory=dict)
    papers: Sequence[str] = ()
    desil_to: int | None = None
    alone: bool = False
    without_aid: bool = False
    without_nik: bool = False
    heads: bool = False
    unconfirmed_months: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows of somebody on a day, as a sign looks at it.

    ``unconfirmed`` are the full months since somebody last registered, changed, met or confirmed them or their household.
    """

    age: int | None = None
    sex: str = ""
    traits: Mapping[str, Sequence[str]] = field(default_factory=dict)
    has_nik: bool = False
    desil: int | None = None
    alone: bool = False
    aided: bool = False
    present: bool = True
    heads: bool = False
    unconfirmed: int = 0


def holds(asks: Asks, known: Known) -> bool:
    """Whether a sign means somebody. What is not known fulfils nothing that is asked for."""
    if not known.present or not _aged(asks, known.age):
        return False
    if asks.sex and known.sex != asks.sex:
        return False
    for name, codes in asks.traits.items():
        if list(known.traits.get(name, ())) not in meanings.stored(Variable(name), codes):
            return False
    held = list(known.traits.get(Variable.IDENTITY_PAPERS, ()))
    if any(held not in meanings.without_paper(ADDENDS[Paper(paper)]) for paper in asks.papers):
        return False
    if asks.desil_to is not None and (known.desil is None or known.desil > asks.desil_to):
        return False
    if asks.unconfirmed_months is not None and known.unconfirmed < asks.unconfirmed_months:
        return False
    return not (
        (asks.heads and not known.heads)
        or (asks.alone and not known.alone)
        or (asks.without_aid and known.aided)
        or (asks.without_nik and known.has_nik)
    )


def _aged(asks: Asks, age: int | None) -> bool:
    if asks.age_from is None and asks.age_to is None:
        return True
    return age is not None and (asks.age_from or 0) <= age and (asks.age_to is None or age <= asks.age_to)


def asks_something(asks: Asks) -> bool:
    """Whether a sign asks for anything but age and sex: a sign that means everybody is none."""
    return bool(
        any(asks.traits.values())
        or asks.papers
        or asks.desil_to is not None
        or asks.alone
        or asks.without_aid
        or asks.without_nik
        or asks.unconfirmed_months is not None
    )


def months_before(day: date, months: int) -> date:
    """The day so many months ago, not later than the 28th."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))


def silent_since(result: Result, months: int, today: date) -> date | None:
    """A result of later than this day keeps the sign silent for its person; None: it does not at all."""
    if result in NEVER_SILENT or months == 0:
        return None
    return months_before(today, min(months, AGAIN_SOON) if result is Result.NOT_FOUND else months)


def suggested(
    places: Sequence[int], loads: Mapping[int, int], reach: Mapping[int, tuple[int, int]]
) -> list[int | None]:
    """Who might go, row by row: of those who work in the row's village whoever has the least to do, so that work is even.

    ``places`` are the villages of the rows, ``loads`` what each officer has already, ``reach`` the span each works in.
    None where nobody works.
    """
    busy, chosen = dict(loads), []
    for village in places:
        there = [one for one, (start, end) in reach.items() if start <= village < end]
        best = min(there, key=lambda one: (busy.get(one, 0), one), default=None)
        if best is not None:
            busy[best] = busy.get(best, 0) + 1
        chosen.append(best)
    return chosen
