"""All walls of the house: collected from the rooms, built into the database by ``manage.py migrate``."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from satupintu.lib.walls import Open, Wall

OTHERS = [
    Open("django_migrations", "names of migrations", "select"),
    Open("django_content_type", "names of models", "select"),
    Open("django_session", "read before anybody is known; keys are random, contents signed"),
    Open("auth_group", "not used; Django needs it", "select"),
    Open("auth_permission", "not used; Django needs it", "select"),
    Open("auth_group_permissions", "not used; Django needs it", "select"),
    Open("account_emailaddress", "staff addresses for sign-in, read before anybody is known"),
    Open("account_emailconfirmation", "one-time keys for staff addresses"),
    Open("mfa_authenticator", "second factors of staff, read before anybody is known"),
    Open("usersessions_usersession", "the list of one's own sessions"),
    Open("procrastinate_jobs", "names of jobs and row numbers"),
    Open("procrastinate_events", "what happened to jobs"),
    Open("procrastinate_periodic_defers", "the clock of jobs"),
    Open("procrastinate_workers", "heartbeats of workers"),
]
"""Tables that others bring."""


def declared() -> Iterator[Wall | Open]:
    """Every wall and every table declared open."""
    yield from OTHERS
    for app in apps.get_app_configs():
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.access"):
            yield from getattr(import_module(f"{app.name}.access"), "WALLS", [])


def functions() -> Iterator[tuple[str, str]]:
    """Reviewed functions that the application may call: (signature, definition) from the rooms' ``FUNCTIONS``."""
    for app in apps.get_app_configs():
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.access"):
            yield from getattr(import_module(f"{app.name}.access"), "FUNCTIONS", [])


def build(cursor: Any, role: str) -> int:
    """Build every wall for the application's ``role`` through the owner's ``cursor``; answers how many tables.

    A table that nobody declared keeps no grant, so the application cannot touch it. Tables of a declaration that do
    not exist yet are passed over: their migration has not run.
    """
    cursor.execute("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')")
    there = {name for (name,) in cursor.fetchall()}
    cursor.execute("select quote_ident(%s)", [role])
    role = cursor.fetchone()[0]
    for table in sorted(there):
        cursor.execute(f'revoke all on "{table}" from public, {role}')
    built = 0
    for item in declared():
        if item.table not in there:
            continue
        for statement in item.sql(role):
            cursor.execute(statement)
        built += 1
    cursor.execute(f"grant usage on schema public to {role}")
    cursor.execute(f"grant usage, select on all sequences in schema public to {role}")
    for signature, definition in functions():
        cursor.execute(definition)
        cursor.execute(f"revoke all on function {signature} from public")
        cursor.execute(f"grant execute on function {signature} to {role}")
    return built
