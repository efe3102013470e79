"""T4: what the database's own catalogue says about the walls."""

import re
from typing import Any

import pytest
from django.db import DatabaseError, connection

from satupintu.foundation.access.walls import declared
from satupintu.lib.walls import Open, Wall

WALLS = [item for item in declared() if isinstance(item, Wall)]
OPEN = [item for item in declared() if isinstance(item, Open)]


def rows(owner: Any, query: str, *values: Any) -> list[tuple[Any, ...]]:
    return owner.execute(query, values).fetchall()


def test_every_table_is_guarded_or_declared_open(as_owner: Any) -> None:
    tables = {
        name
        for (name,) in rows(
            as_owner,
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r','p')",
        )
    }
    assert tables == {item.table for item in declared()}


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: wall.table)
def test_a_guarded_table_forces_its_policies(wall: Wall, as_owner: Any, db: None) -> None:
    assert rows(
        as_owner, "select relrowsecurity, relforcerowsecurity from pg_class where oid = %s::regclass", wall.table
    ) == [(True, True)]
    commands = {
        command for (command,) in rows(as_owner, "select cmd from pg_policies where tablename = %s", wall.table)
    }
    assert commands == {"SELECT", "INSERT", "UPDATE", "DELETE"}
    with connection.cursor() as cursor:
        cursor.execute("select row_security_active(%s)", [wall.table])
        assert cursor.fetchone() == (True,)


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: wall.table)
def test_without_a_scope_no_row_exists(wall: Wall, db: None) -> None:
    with connection.cursor() as cursor:
        if "select" not in wall.grants:
            with pytest.raises(DatabaseError):
                cursor.execute(f"select count(*) from {wall.table}")
            return
        cursor.execute(f"select count(*) from {wall.table}")
        assert cursor.fetchone() == (0,)
        cursor.execute("select set_config('app.scope', '', true)")
        cursor.execute(f"select count(*) from {wall.table}")
        assert cursor.fetchone() == (0,), "an empty setting is what SET LOCAL leaves behind"


def test_the_application_holds_no_privilege_and_owns_nothing(as_owner: Any, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('is_superuser'), current_user")
        superuser, role = cursor.fetchone()
    assert superuser == "off"
    attributes = (
        "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = %s"
    )
    assert rows(as_owner, attributes, role) == [(False,) * 5]
    assert rows(as_owner, "select relname from pg_class where pg_get_userbyid(relowner) = %s", role) == []
    assert rows(as_owner, "select has_schema_privilege(%s, 'public', 'CREATE')", role) == [(False,)]
    assert (
        rows(as_owner, "select pg_has_role(%s, 'satupintu_owner', 'MEMBER')", role) == [(False,)]
        or role == "satupintu_owner"
    )


def test_the_application_may_do_what_is_declared_and_no_more(as_owner: Any, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        (role,) = cursor.fetchone()
    query = (
        "select lower(privilege_type) from information_schema.role_table_grants where grantee = %s and table_name = %s"
    )
    for item in declared():
        granted = {privilege for (privilege,) in rows(as_owner, query, role, item.table)}
        assert granted <= set(re.split(r"[, ]+", item.grants)), item.table
        assert not granted & {"truncate", "trigger", "references"}, item.table


def test_nothing_is_granted_to_everybody(as_owner: Any) -> None:
    query = (
        "select table_name, privilege_type from information_schema.role_table_grants "
        "where grantee = 'PUBLIC' and table_schema = 'public'"
    )
    assert rows(as_owner, query) == []


def test_views_run_as_their_caller_and_nothing_is_materialized(as_owner: Any) -> None:
    query = (
        "select relname, relkind, reloptions from pg_class "
        "where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')"
    )
    extensions = "select objid from pg_depend where deptype = 'e'"
    found = rows(as_owner, f"{query} and oid not in ({extensions})")
    assert [row for row in found if row[1] == "m" or "security_invoker=true" not in (row[2] or [])] == []


def test_a_definer_function_is_reviewed_and_closed_to_everybody(as_owner: Any) -> None:
    query = (
        "select proname, proconfig, has_function_privilege('public', oid, 'execute') from pg_proc "
        "where prosecdef and pronamespace = 'public'::regnamespace"
    )
    for name, settings, everybody in rows(as_owner, query):
        assert not everybody, f"{name} is open to everybody"
        paths = [setting for setting in settings or [] if setting.startswith("search_path=")]
        assert paths, f"{name} has no fixed search path"
        assert paths[0].endswith(", pg_temp"), f"{name} would take a temporary table of its caller for one of the house"


def test_every_column_that_a_wall_asks_has_an_index(as_owner: Any) -> None:
    query = """
        select c.conrelid::regclass::text, a.attname from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and not exists (
            select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
    """
    asked = {wall.table: wall.sees for wall in WALLS}
    bare = [
        (table, column) for table, column in rows(as_owner, query) if re.search(rf"\b{column}\b", asked.get(table, ""))
    ]
    known = {("complaints_complaint", "author_id"), ("referrals_referral", "sender_id")}
    assert set(bare) <= known, "only what is asked beside an indexed column may go without"
