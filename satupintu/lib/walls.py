"""Walls: who may see which row, written as PostgreSQL row-level security.

A room declares its walls in ``access.py``; ``manage.py migrate`` builds them from there each time, so that the
database and the declaration cannot drift apart. The application's role holds no right on a table that nobody
declared: a forgotten table is closed, not open.

The guard is measured, not guessed: comparing the row's area with a multirange from an uncorrelated sub-select costs
nothing, never becomes an index condition, and denies when the setting is unset or empty (``SET LOCAL`` leaves an
empty string behind, hence ``nullif``).
"""

from dataclasses import dataclass, field

SCOPE = "(select nullif(current_setting('app.scope', true), '')::int8multirange)"
AUDIT = "(select nullif(current_setting('app.audit', true), '')::int8multirange)"
OPERATIONS = "(select nullif(current_setting('app.operations', true), '')::int8multirange)"
OFFICE = "(select nullif(current_setting('app.office', true), '')::bigint)"
APPOINTMENT = "(select nullif(current_setting('app.appointment', true), '')::bigint)"
FOLLOW = "(select nullif(current_setting('app.follow', true), '')::bigint)"
FIELDS = "(select nullif(current_setting('app.fields', true), '')::text[])::text[]"
ANY_FIELD = "(select coalesce('*' = any(nullif(current_setting('app.fields', true), '')::text[]), false))"
HANDLES = "(select nullif(current_setting('app.handles', true), '')::bigint)"
PROOF = "(select nullif(current_setting('app.proof', true), ''))"
GUEST = "(select nullif(current_setting('app.guest', true), ''))"
CLEARANCE = "(select coalesce(nullif(current_setting('app.clearance', true), '')::int, -1))"


def in_scope(column: str = "village") -> str:
    """The row lies in the area of the appointment one works under."""
    return f"coalesce({column} <@ {SCOPE}, false)"


def in_audit(column: str = "village") -> str:
    """The row lies in the area that an auditor may read events of."""
    return f"coalesce({column} <@ {AUDIT}, false)"


def in_operation(column: str = "village") -> str:
    """The row lies in the area whose machinery one looks after."""
    return f"coalesce({column} <@ {OPERATIONS}, false)"


def own_office(*columns: str) -> str:
    """One of the row's offices is the office one works in: a letter has two ends."""
    return "coalesce(" + OFFICE + " in (" + ", ".join(columns) + "), false)"


def among_offices(column: str) -> str:
    """The office one works in is among the row's array of offices."""
    return f"coalesce({OFFICE} = any({column}), false)"


def cleared(column: str) -> str:
    """The row is not more sensitive than the role's clearance."""
    return f"coalesce({column} <= {CLEARANCE}, false)"


def in_field(column: str) -> str:
    """The row's service field is one of those that the appointment is for; "*" stands for all of them."""
    return f"({ANY_FIELD} or coalesce({column} = any({FIELDS}), false))"


def on_topic(column: str = "topic") -> str:
    """The row belongs to a service field that the appointment is for, or to none at all."""
    return f"({column} = '' or {in_field(column)})"


def handled(*columns: str) -> str:
    """One of the row's offices is the one that the role handles matters for, wherever they lie."""
    return "coalesce(" + HANDLES + " in (" + ", ".join(columns) + "), false)"


def mine(column: str) -> str:
    """The row was written under the appointment one works under."""
    return f"coalesce({column} = {APPOINTMENT}, false)"


def followed(column: str = "id") -> str:
    """The row is the one whose code a citizen has shown."""
    return f"coalesce({column} = {FOLLOW}, false)"


def not_followed() -> str:
    """Nobody is here by a code alone: for what a code does not open, though it opens the row that it belongs to."""
    return f"{FOLLOW} is null"


def unattended() -> str:
    """Neither an appointment nor an office is in force: the house acts by itself, in the scope that stands beside this."""
    return f"({APPOINTMENT} is null and {OFFICE} is null)"


def by_the_house() -> str:
    """The house acts by itself: in a job, a command or an officer's name. Nobody is here by a code or a pass either."""
    return f"({unattended()} and {FOLLOW} is null and {PROOF} is null and {GUEST} is null)"


def proven(*columns: str) -> str:
    """The row keeps the fingerprint of what somebody without an account has shown."""
    return "coalesce(" + PROOF + " in (" + ", ".join(columns) + "), false)"


def guest_of(kind: str, column: str) -> str:
    """The row belongs to the one row that a guest's pass opens: ``kind`` is an SQL expression for its model's name."""
    return f"({GUEST} is not null and coalesce({kind} || ':' || {column} = {GUEST}, false))"


def on_team(table: str, members: str, key: str, column: str = "id") -> str:
    """One is a member of the row's team and not excluded from it: area opens nothing, exclusion beats every grant."""
    row = f"{members}.{key} = {table}.{column} and {members}.appointment_id = {APPOINTMENT}"
    return (
        f"exists (select 1 from {members} where {row} and not {members}.excluded)"
        f" and not exists (select 1 from {members} where {row} and {members}.excluded)"
    )


def through(table: str, column: str, parent: str) -> str:
    """The row is seen by whoever sees its parent: the parent's own wall decides."""
    return f"exists (select 1 from {parent} where {parent}.id = {table}.{column})"


@dataclass(frozen=True)
class Wall:
    """A guarded table: which rows are seen, which may be written, and what the application may do at all.

    ``sees`` and ``writes`` are SQL conditions on one row; ``writes`` is ``sees`` when left out, and
    ``adds``, for new rows, is ``writes``; ``removes``, for rows to be deleted, is ``sees``.
    ``grants`` never holds TRUNCATE; an append-only table holds neither UPDATE nor DELETE.
    """

    table: str
    sees: str
    writes: str = ""
    adds: str = ""
    removes: str = ""
    grants: str = "select, insert, update"
    sequences: tuple[str, ...] = field(default=())

    def sql(self, role: str) -> list[str]:
        """Statements that build the wall anew; they may be run again and again."""
        return [
            f"alter table {self.table} enable row level security",
            f"alter table {self.table} force row level security",
            f"drop policy if exists wall_sees on {self.table}",
            f"drop policy if exists wall_adds on {self.table}",
            f"drop policy if exists wall_changes on {self.table}",
            f"drop policy if exists wall_removes on {self.table}",
            f"create policy wall_sees on {self.table} for select using ({self.sees})",
            f"create policy wall_adds on {self.table} for insert with check ({self.adds or self.writes or self.sees})",
            f"create policy wall_changes on {self.table} for update using ({self.sees}) "
            f"with check ({self.writes or self.sees} or ({by_the_house()} and ({self.sees})))",
            f"create policy wall_removes on {self.table} for delete using ({self.removes or self.sees})",
            *_grants(self.table, self.grants, role),
        ]


@dataclass(frozen=True)
class Open:
    """A table without personal data, or one that must be read before anybody is known; the reason is part of it."""

    table: str
    reason: str
    grants: str = "select, insert, update, delete"

    def sql(self, role: str) -> list[str]:
        """Statements that grant the application what is declared, and nothing more."""
        return _grants(self.table, self.grants, role)


def _grants(table: str, grants: str, role: str) -> list[str]:
    return [f"revoke all on {table} from public, {role}", f"grant {grants} on {table} to {role}"]
