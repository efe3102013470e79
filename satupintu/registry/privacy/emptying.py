"""What an erasure does to each table, written as SQL from the catalogue: one reviewed function that only the house may call.

Emptied is what says who somebody is or what they told: words, numbers of papers, days of birth, places on a map, raw values.
What only counts stays: coded answers, sex, year of birth, the village, states and days of work; so no table of the house
counts otherwise afterwards. Rows whose whole sense was the person (search keys, files, papers, messages not yet sent) go.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from satupintu.engine.actions.models import Versioned
from satupintu.registry.people.models.person import ERASED
from satupintu.registry.privacy.holdings import Holding, holdings

DIGITS = "0" * 16
"""What stands where a constraint wants a number of sixteen digits."""
COUNTED = frozenset({"traits", "birth_year", "since", "until", "outcome", "system", "version", "code"})
"""Personal fields that count people and name nobody."""
GONE = frozenset(
    "people_nametoken documents_content documents_original documents_letterpaper notifications_envelope "
    "imports_stagedrow imports_formerrow matching_movedrow".split()
)
"""Tables whose rows go with the person."""
BY_HAND = frozenset({"people_nametoken"})
"""Tables without a number of their own, whose rows the house deletes directly."""


@dataclass(frozen=True)
class Emptying:
    """One table: its key, and what its personal columns are set to; without any its rows go."""

    table: str
    key: str
    sets: tuple[tuple[str, str], ...]

    @property
    def sql(self) -> str:
        """The statement for rows ``those``."""
        where = f"where {self.key} = any(those)"
        if not self.sets:
            return f"delete from public.{self.table} {where}"
        return f"update public.{self.table} set {', '.join(f'{one} = {value}' for one, value in self.sets)} {where}"


def emptyings() -> Iterator[Emptying]:
    """Every table that holds something to be emptied."""
    for one in holdings():
        table = one.model._meta.db_table
        if table in BY_HAND:
            continue
        sets = () if table in GONE else tuple(_sets(one))
        if sets or table in GONE:
            yield Emptying(table, str(one.model._meta.pk.column), sets)


def _sets(one: Holding) -> Iterator[tuple[str, str]]:
    changed = False
    for field in one.model._meta.concrete_fields:
        value = _emptied(field) if field.name in one.personal - COUNTED else None
        if value is not None:
            changed = True
            yield str(field.column), value
    if changed and issubclass(one.model, Versioned):
        yield "version", "version + 1"


def _emptied(field: Any) -> str | None:
    """What a field is set to, as SQL; None where it stays."""
    if isinstance(field, ArrayField):
        return "'{}'"
    if isinstance(field, models.JSONField):
        return "null" if field.null else "'[]'" if field.default is list else "'{}'"
    if isinstance(field, models.DateField):
        return "null" if field.name == "birth_date" else None
    if isinstance(field, models.DecimalField | models.FloatField):
        return "null" if field.null else None
    if not isinstance(field, models.CharField | models.TextField) or field.choices:
        return None
    if field.null:
        return "null"
    if field.name == "kk_number":
        return "''" if field.blank else f"'{DIGITS}'"
    said = ERASED.lower() if field.name == "name_key" else ERASED
    return "''" if field.blank else f"'{said[: field.max_length or None]}'"


SIGNATURE = "privacy_empty(text, bigint[])"
_FUNCTION = """
-- Empties rows of one table of what says who somebody is: for the house alone, which acts under no appointment and no office.
-- Only what stands here can be done, to no other table; the caller's scope decides which rows exist.
create or replace function privacy_empty(target text, those bigint[]) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    many integer := 0;
begin
    if coalesce(current_setting('app.appointment', true), '') <> ''
        or coalesce(current_setting('app.office', true), '') <> ''
    then
        raise exception 'only the house empties rows' using errcode = 'insufficient_privilege';
    end if;
    case target
{cases}
    end case;
    get diagnostics many = row_count;
    return many;
end
$$
"""


def function() -> str:
    """The definition of ``privacy_empty``, made anew each time the walls are built."""
    cases = "\n".join(f"    when '{one.table}' then {one.sql};" for one in emptyings())
    return _FUNCTION.replace("{cases}", cases)


class Functions:
    """The function as the walls ask for it: made when it is asked for, when every room has been loaded."""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        yield SIGNATURE, function()


def empty(rows: Mapping[str, list[int]]) -> int:
    """Empty these rows, by table, in one call; answers how many. Only inside the house's own scope."""
    asked = [(table, numbers) for table, numbers in rows.items() if numbers]
    if not asked:
        return 0
    calls = ", ".join(["privacy_empty(%s, %s::bigint[])"] * len(asked))
    with connection.cursor() as cursor:
        cursor.execute(f"select {calls}", [value for one in asked for value in one])
        return sum(cursor.fetchone())
