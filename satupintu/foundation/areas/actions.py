"""What may be done to the list of areas: adopt its next edition. Nothing else changes an area."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.actions import Conflict, Refused, WrongState, action
from satupintu.engine.actions.gate import Actor
from satupintu.engine.events import record
from satupintu.foundation.areas import rules
from satupintu.foundation.areas.editions import Comparison, Row, compare
from satupintu.foundation.areas.models import COUNTRY, Area, Edition, FormerName, Succession
from satupintu.foundation.areas.successors import Successor
from satupintu.foundation.areas.words import Kind, Reason
from satupintu.lib.codes import area_level, area_parent

NATIONAL_ONLY = gettext_lazy("Kode wilayah berlaku se-Indonesia; hanya admin tingkat nasional yang menetapkannya.")


@dataclass(frozen=True)
class Draft:
    """An edition to be adopted: its decree and rows, and the successors a person decided (old → new numbers)."""

    decree: str
    decree_date: date
    rows: Sequence[Row]
    source: str = ""
    decided: dict[int, list[int]] = field(default_factory=dict)


def current_rows() -> list[Row]:
    """The list in force as plain rows."""
    values = Area.objects.current().values_list("number", "name", "kind")
    return [Row(number, name, Kind(kind)) for number, name, kind in values.iterator(chunk_size=20_000)]


@action("area.adopt_edition")
def adopt_edition(newest: Edition | None, draft: Draft, *, by: Actor) -> Edition:
    """Put ``draft`` in the place of ``newest``, the edition in force (None: the first load).

    Ended areas stay in the table, names that changed stay as former names, successors are written down; the event
    lets the rooms above renumber their rows (``edition.successions.numbers()``).
    Raises Refused unless ``by`` works for the whole country, Conflict when another edition was adopted meanwhile,
    WrongState when the draft is not newer than the edition in force or ends so much that it can only be a part.
    """
    if getattr(by, "span", COUNTRY) != COUNTRY:
        raise Refused(str(NATIONAL_ONLY))
    if Edition.objects.newest() != newest:
        raise Conflict(
            _("Edisi lain baru saja ditetapkan. Periksa lagi perbedaannya."), current=Edition.objects.newest()
        )
    if Edition.objects.filter(decree=draft.decree).exists():
        known = _("Edisi “%(decree)s” sudah pernah ditetapkan.") % {"decree": draft.decree}
        raise WrongState(known)
    if newest is not None and draft.decree_date <= newest.decree_date:
        older = _("Edisi ini tidak lebih baru daripada yang berlaku (%(decree)s).") % {"decree": newest.decree}
        raise WrongState(older)
    changes = compare(current_rows(), draft.rows)
    if changes.incomplete:
        ended = {"count": len(changes.ended)}
        part = _("Berkas ini mengakhiri %(count)d kode. Tampaknya daftarnya tidak lengkap.") % ended
        raise WrongState(part)
    edition = Edition.objects.create(decree=draft.decree, decree_date=draft.decree_date, source=draft.source)
    _begin(edition, changes.began)
    _rename(edition, changes, draft.rows)
    Area.objects.filter(pk__in=[row.number for row in changes.ended]).update(ended=edition)
    _succeed(edition, [*changes.certain, *_decided(changes, draft)])
    record(
        "area.edition_adopted",
        edition,
        by=by,
        decree=edition.decree,
        began=len(changes.began),
        ended=len(changes.ended),
        renamed=len([renamed for renamed in changes.renamed if not renamed.only_written]),
    )
    return edition


def _begin(edition: Edition, rows: Sequence[Row]) -> None:
    """New codes by COPY; a code that ended once and comes back begins anew."""
    old = set(Area.objects.filter(ended__isnull=False).values_list("pk", flat=True))
    back = {row.number for row in rows} & old
    _copy(edition, (row for row in rows if row.number not in back))
    again = [row for row in rows if row.number in back]
    if not again:
        return
    came_back = Area.objects.filter(pk__in=back)
    _keep_former(edition, came_back.values_list("pk", "name"))
    came_back.update(began=edition, ended=None)
    _write_names(again)


def _copy(edition: Edition, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor:
        columns = "number, name, name_key, kind, parent_id, began_id"
        with cursor.copy(f"copy areas_area ({columns}) from stdin") as copy:
            for row in rows:
                level = area_level(row.number)
                key = rules.name_key(row.name, level)
                copy.write_row((row.number, row.name, key, row.kind.value, area_parent(row.number), edition.pk))


def _rename(edition: Edition, changes: Comparison, rows: Sequence[Row]) -> None:
    _keep_former(edition, [(each.number, each.old) for each in changes.renamed if not each.only_written])
    touched = {each.number for each in changes.renamed} | {row.number for row in changes.rekinded}
    _write_names([row for row in rows if row.number in touched])


def _keep_former(edition: Edition, names: Iterable[tuple[int, str]]) -> None:
    FormerName.objects.bulk_create(
        FormerName(area_id=number, name=name, name_key=rules.name_key(name, area_level(number)), until=edition)
        for number, name in names
    )


def _write_names(rows: Sequence[Row]) -> None:
    """Name and kind of many areas in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update areas_area a set name = n.name, name_key = n.name_key, kind = n.kind "
            "from unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) as n (number, name, name_key, kind) "
            "where a.number = n.number",
            [
                [row.number for row in rows],
                [row.name for row in rows],
                [rules.name_key(row.name, area_level(row.number)) for row in rows],
                [row.kind.value for row in rows],
            ],
        )


def _decided(changes: Comparison, draft: Draft) -> list[Successor]:
    """The successors a person decided. Raises WrongState for a code that stays or a successor that is not there."""
    left = {row.number for row in changes.ended} | {each.old for each in changes.successors}
    there = {row.number for row in draft.rows}
    found = []
    for old, news in draft.decided.items():
        for new in news:
            if old not in left or new not in there:
                impossible = _("Pengganti %(old)s → %(new)s tidak mungkin.") % {"old": old, "new": new}
                raise WrongState(impossible)
            found.append(Successor(old, new, Reason.DECIDED))
    return found


def _succeed(edition: Edition, successors: Iterable[Successor]) -> None:
    Succession.objects.bulk_create(
        Succession(old_id=each.old, new_id=each.new, edition=edition, reason=each.reason) for each in successors
    )
