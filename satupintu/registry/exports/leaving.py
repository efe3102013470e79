"""The one way by which rows about people leave as a file: the list itself asks for what, and hands out the copy.

    table = Table(request, rows, …, may_export=allows(by, "export.complaints"), personal=True)
    if leaves := leaving(request, of_table(table), "complaint.listed"):
        return leaves

``?unduh=xlsx`` opens the question; ``&salinan=U…`` is the copy that was asked for, made anew under the walls of whoever
fetches it, who is whoever asked. What the list may show, and to whom, stays the list's own affair.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events import Reach
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.tables import Stamp, Table
from satupintu.engine.ui.tables.files import FORMATS
from satupintu.foundation.access.confirmation import confirm_first
from satupintu.foundation.access.reading import opened
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.exports import actions, rules
from satupintu.registry.exports.forms import AskForm
from satupintu.registry.exports.marks import stamp_of
from satupintu.registry.exports.models import Export

OURS = ("unduh", "salinan", "sesudah", "sebelum")
"""Parts of an address that choose no rows."""
Made = Callable[[Stamp, Sequence[Any]], HttpResponseBase]


@dataclass(frozen=True)
class Leaving:
    """A list that may leave: what it is called, how many rows it has, what they are, and how a file of them is made.

    ``ids`` are the numbers that the reading names; ``forms`` the kinds of file; ``back`` the page it leaves from, this very
    one where none is named; ``about`` is the row whose file it is, named by the reading of the question too.
    """

    title: str
    count: Callable[[], int]
    rows: Callable[[], Sequence[Any]]
    made: Made
    ids: Callable[[Sequence[Any]], Iterable[int]]
    forms: tuple[str, ...] = tuple(FORMATS)
    back: str = ""
    about: tuple[int, ...] = ()


def of_table(
    table: Table, *, ids: Callable[[Sequence[Any]], list[int]] | None = None, paper: Made | None = None, most: int = 0
) -> Leaving | None:
    """A table as a list that may leave; None when this officer may not take it. ``paper`` makes a PDF of its first ``most``
    rows."""
    if not table.may_export:
        return None

    printed = paper is not None and table.request.GET.get("unduh") == "pdf"

    def made(stamp: Stamp, rows: Sequence[Any]) -> HttpResponseBase:
        if printed and paper is not None:
            return paper(stamp, rows)
        file = table.export(stamp, rows)
        assert file is not None
        return file

    return Leaving(
        title=table.caption,
        count=lambda: min(table.file_count(), most) if printed else table.file_count(),
        rows=lambda: list(table.file_source()[:most] if printed else table.file_source()),
        made=made,
        ids=ids or _keys,
        forms=(*FORMATS, "pdf") if paper else tuple(FORMATS),
    )


def _keys(rows: Sequence[Any]) -> list[int]:
    return [row.pk for row in rows]


def leaving(
    request: HttpRequest, what: Leaving | None, event: str, *, reach: Reach | None = None
) -> HttpResponseBase | None:
    """The question for what, or the copy; None when the page itself is asked for. ``event`` is the reading of the list."""
    form = request.GET.get("unduh", "")
    if what is None or form not in what.forms:
        return None
    if "salinan" not in request.GET and not what.count():
        return None
    return _answered(request, what, form, event, reach)


def file_of(request: HttpRequest, what: Leaving, event: str, *, reach: Reach | None = None) -> HttpResponseBase:
    """The same at an address that is nothing but the file, the first of ``forms`` where none is asked for; Http404 for a
    form that it does not have."""
    form = request.GET.get("unduh", what.forms[0])
    if form not in what.forms:
        raise Http404
    return _answered(request, what, form, event, reach)


def _answered(request: HttpRequest, what: Leaving, form: str, event: str, reach: Reach | None) -> HttpResponseBase:
    if "salinan" in request.GET:
        return _fetched(request, what, form, event, reach)
    return _asking(request, what, form, event, reach)


def _query(request: HttpRequest) -> str:
    """The filter and order of the address."""
    asked = request.GET.copy()
    for name in OURS:
        asked.pop(name, None)
    return asked.urlencode()


def _asking(request: HttpRequest, what: Leaving, form: str, event: str, reach: Reach | None) -> HttpResponseBase:
    """The password first, then for what."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    confirm_first(request)
    asked, count = AskForm(request.POST or None), what.count()
    wanted = actions.Asked(what.title, request.path, _query(request), form, count)
    if request.method == "POST" and asked.is_valid():
        try:
            made = actions.ask(wanted, by=by, key=asked.key, **asked.cleaned_data)
        except WrongState as problem:
            asked.add_error(None, problem.sentence)
        else:
            return redirect(made.address)
    opened(request, event if what.about else "export.prepared", what.about, shown="title", reach=reach)
    context = {
        "form": asked,
        "title": what.title,
        "count": count,
        "alone": settings.EXPORT_ALONE,
        "waits": actions.needs_second(wanted, by),
        "back": what.back or f"{request.path}?{wanted.query}",
        "kind": {"xlsx": "Excel", "csv": "CSV", "pdf": "PDF"}.get(form, form.upper()),
    }
    return render(request, "exports/ask.html", context, status=422 if asked.is_bound else 200)


def _fetched(request: HttpRequest, what: Leaving, form: str, event: str, reach: Reach | None) -> HttpResponseBase:
    """The copy, for whoever asked for it, of this very list and filter, while it may be fetched and has not outgrown what
    was asked for."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = {"path": request.path, "query": _query(request), "form": form}
    found: Export | None = Export.objects.of(by).filter(number=request.GET["salinan"], **asked).first()
    if found is None:
        raise Http404
    if not found.is_open(timezone.now()):
        return redirect(found.address)
    confirm_first(request)
    rows = what.rows()
    by_two = found.decided_by_id is not None
    if not rules.may_hold(len(rows), asked=found.rows, alone=found.alone, by_two=by_two):
        told = {"then": number(found.rows), "now": number(len(rows))}
        messages.error(request, _("Daftarnya sudah bertambah dari %(then)s menjadi %(now)s baris. Minta lagi.") % told)
        return redirect(found.address)
    opened(request, event, what.ids(rows), shown="file", reach=reach, why=f"{found.number}: {found.text}")
    return what.made(stamp_of(found.number, found.mark, found.office.name, found.purpose_word.label), rows)
