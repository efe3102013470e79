"""Handing tables or names to another office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.engine.ui.moments import day
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.registry.people import panels
from satupintu.registry.people.models import Consent, Person
from satupintu.registry.people.words import ConsentPurpose
from satupintu.reports.sorting import columns, papers, picture, questions, receivers, rules
from satupintu.reports.sorting.models import HandedPerson, HandOver, Snapshot
from satupintu.reports.sorting.rules import PRESETS, Selection
from satupintu.reports.sorting.words import HandOverKind, HandOverState, LegalBasis, Population, TableKind


@dataclass(frozen=True)
class Request:
    """What the receiver is asked: for what purpose it gets the data, until when it shall report, and what else is said."""

    purpose: str
    due_on: date
    message: str = ""


@dataclass(frozen=True)
class Names:
    """A list: the people behind a cell (of all columns without ``column``), on what basis, with NIK or without."""

    selection: Selection
    area: Area
    table: TableKind
    basis: LegalBasis
    basis_text: str
    column: int | None = None
    with_nik: bool = False


@action("handover.send_tables")
def send_tables(
    *, by: Appointment, to: Office, population: Population, tables: Sequence[TableKind], request: Request
) -> HandOver:
    """Hand tables of a kabupaten to an office: frozen as of the last night's count, small counts hidden.

    Raises Refused for an office that cannot take them or an area that is no kabupaten, WrongState before the first count,
    or when that office holds tables whose difference would tell what these hide.
    """
    _may_go(by, to, names=False)
    area = by.area
    if area is None or area.level != 2:
        raise Refused("Tabel diserahkan per kabupaten.")
    snapshot = Snapshot.objects.of(area.number)
    if snapshot is None:
        raise WrongState(_("Tabel kabupaten ini belum pernah dihitung. Coba lagi besok."))
    _nothing_to_subtract(area, to, population, snapshot.as_of)
    selection = Selection(population, snapshot.as_of)
    made = HandOver(
        **_ends(by, to, HandOverKind.TABLES, area, request),
        heading=papers.title(selection, area.label, tables)[:200],
        population=population,
        as_of=snapshot.as_of,
        tables=[kind.value for kind in PRESETS if kind in tables],
        picture=_picture(area, selection),
        sent_at=timezone.now(),
    )
    made.save()
    record("handover.sent", made, by=by, to=to.name, kind=HandOverKind.TABLES)
    return made


@action("handover.send_names")
def send_names(names: Names, *, by: Appointment, to: Office, request: Request) -> HandOver:
    """Hand a list of names to a public body, on a legal basis; more than `rules.ONE_PERSON` of them wait for a second person.

    On consent only those are named who allowed it. Raises Refused for an office that may get no names, WrongState for an
    empty or endless list.
    """
    _may_go(by, to, names=True)
    rows = list(_named(names)[: rules.MOST_NAMES + 1])
    if not rows:
        raise WrongState(_("Tidak ada nama yang dapat diserahkan atas dasar ini."))
    if len(rows) > rules.MOST_NAMES:
        raise WrongState(_("Daftarnya terlalu panjang. Persempit dengan saringan."))
    alone = len(rows) <= rules.ONE_PERSON
    made = HandOver(
        **_ends(by, to, HandOverKind.NAMES, names.area, request),
        heading=_heading(names)[:200],
        population=names.selection.population,
        as_of=names.selection.on,
        tables=[names.table.value],
        basis=names.basis,
        basis_text=names.basis_text,
        people=len(rows),
        state=HandOverState.SENT if alone else HandOverState.PROPOSED,
        sent_at=timezone.now() if alone else None,
    )
    made.save()
    HandedPerson.objects.bulk_create(_written(made, rows, names), batch_size=2000)
    if alone:
        record("handover.sent", made, by=by, to=to.name, kind=HandOverKind.NAMES)
    else:
        record("handover.proposed", made, by=by, to=to.name, people=len(rows))
    return made


def _may_go(by: Appointment, to: Office, *, names: bool) -> None:
    if not receivers.takers(by, names=names).filter(pk=to.pk).exists():
        raise Refused("Kantor ini tidak dapat menerima penyerahan data.")


def _ends(by: Appointment, to: Office, kind: HandOverKind, area: Area, request: Request) -> dict[str, Any]:
    return {
        "number": next_number("D", by.office.code, timezone.localdate().year),
        "kind": kind,
        "village": area,
        "from_office": by.office,
        "to_office": to,
        "sender": by,
        "sender_label": by.label,
        "due_on": request.due_on,
        "purpose": request.purpose,
        "message": request.message,
    }


def _nothing_to_subtract(area: Area, to: Office, population: Population, as_of: date) -> None:
    """Raise WrongState when the office holds tables of this area that may not lie beside these."""
    held = HandOver.objects.received_by(to.pk).filter(kind=HandOverKind.TABLES, village=area, sent_at__isnull=False)
    for other, other_day in held.values_list("population", "as_of"):
        if not rules.may_hold_both(population, as_of, Population(other), other_day):
            told = {"office": to.name, "who": Population(other).label, "day": day(other_day)}
            raise WrongState(
                _(
                    "%(office)s sudah memegang tabel “%(who)s” per %(day)s. Selisih kedua tabel dapat membuka angka kecil; "
                    "serahkan lagi sesudah 30 hari."
                )
                % told
            )


def _picture(area: Area, selection: Selection) -> dict[str, Any]:
    """The veiled tables; what was handed over of the same night before is handed over as it was."""
    before = HandOver.objects.filter(
        kind=HandOverKind.TABLES, village=area, population=selection.population, as_of=selection.on
    )
    kept: dict[str, Any] | None = before.values_list("picture", flat=True).first()
    if kept:
        return kept
    answered = questions.cross_tabs(selection, PRESETS, area)
    return picture.veiled(answered.tables, answered.names)


def _named(names: Names) -> Any:
    rows = questions.behind(names.selection, names.area.number, names.table, names.column)
    if names.basis is LegalBasis.CONSENT:
        given = Consent.objects.standing().filter(person=OuterRef("pk"), purpose=ConsentPurpose.SHARING)
        rows = rows.filter(Exists(given))
    return rows.with_place().order_by("village_id", "name_key", "pk")


def _heading(names: Names) -> str:
    title = papers.title(names.selection, names.area.label, [names.table])
    column = next((one.label for one in columns.headings(names.table) if one.number == names.column), "")
    return f"{column}. {title}" if column else title


def _written(made: HandOver, rows: list[Person], names: Names) -> Iterator[HandedPerson]:
    variable = columns.VARIABLES.get(names.table)
    for place, person in enumerate(rows, 1):
        yield HandedPerson(
            handover=made,
            place=place,
            person=person,
            name=person.shown_name,
            nik=(person.nik or "") if names.with_nik else "",
            sex=person.sex,
            born=f"{person.birth_date:%d-%m-%Y}" if person.birth_date else str(person.birth_year or ""),
            address=panels.address(person)[:300],
            village_name=person.village.name[:120],
            about=person.trait(variable)[:200] if variable else "",
        )
