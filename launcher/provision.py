"""Roles, database and extensions, made through an administrative connection. Run by the environment's own Python.

Reads one JSON object from standard input and writes one to standard output; a refusal is `{"refusal": sentence}`.

The application's role owns nothing and is subject to every policy; the owner's role makes the tables. Neither is a
superuser, because superusers pass every row-level policy unseen.
"""

import json
import sys
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from launcher.database import APP, DATABASE_RIGHTS, OWNER
from launcher.speech import Refusal, refuse

EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent", "fuzzystrmatch")
OLDEST = 15
PLAIN = "login nosuperuser nobypassrls nocreaterole noreplication"

Connection = psycopg.Connection[tuple[Any, ...]]


def provision(admin_url: str, database: str, passwords: dict[str, str], createdb: bool) -> None:
    """Bring roles, database, rights and extensions about; does nothing where they are as they should be.

    `passwords` maps each role to its password; a role that exists already keeps the one it has.
    Raises Refusal in a sentence, with the SQL to run where the connection may not do it.
    """
    with _connect(admin_url, "postgres") as admin:
        _refuse_old(admin)
        try:
            _make_roles(admin, passwords, createdb)
            _make_database(admin, database)
        except psycopg.errors.InsufficientPrivilege as problem:
            raise _not_allowed(admin, database, passwords, problem) from problem
    with _connect(make_conninfo(admin_url, dbname=database)) as admin:
        _set_rights(admin, database)
    for role, password in passwords.items():
        try:
            psycopg.connect(admin_url, dbname=database, user=role, password=password, connect_timeout=10).close()
        except psycopg.OperationalError as problem:
            raise _taken(role, problem) from problem


def examine(app_url: str, owner_url: str, createdb: bool) -> None:
    """Refuse a pair of addresses under which the walls would not stand or the tests could not run."""
    with _connect(app_url) as app:
        _refuse_old(app)
        if _fetch(app, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"):
            raise refuse(
                "Peran basis data di DATABASE_URL adalah superuser atau BYPASSRLS, sehingga batas wilayah tidak "
                "berlaku baginya. Pakai peran biasa, atau kosongkan DATABASE_OWNER_URL supaya peran disiapkan sendiri.",
                "The database role in DATABASE_URL is a superuser or has BYPASSRLS, so no area limit would bind it. "
                "Use a plain role, or leave DATABASE_OWNER_URL unset to have the roles prepared.",
            )
        if not _fetch(app, "select has_database_privilege(current_database(), 'temporary')"):
            grant = f'GRANT TEMPORARY ON DATABASE "{app.info.dbname}" TO "{app.info.user}";'
            raise refuse(
                f"Peran basis data di DATABASE_URL belum boleh membuat tabel sementara, yang dipakai impor. Jalankan: {grant}",
                f"The role in DATABASE_URL may not make temporary tables yet, which imports use. Run: {grant}",
            )
    if owner_url:
        with _connect(owner_url) as owner:
            allowed = _fetch(owner, "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")
            if createdb and not allowed:
                raise refuse(
                    "Peran di DATABASE_OWNER_URL harus boleh membuat basis data uji: ALTER ROLE … CREATEDB.",
                    "The role in DATABASE_OWNER_URL must be allowed to create a test database: ALTER ROLE … CREATEDB.",
                )


def _connect(url: str, otherwise: str = "") -> Connection:
    """Connect; to the database `otherwise` when the one named in the address is not there yet."""
    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.OperationalError as problem:
        if otherwise and "does not exist" in str(problem):
            return _connect(make_conninfo(url, dbname=otherwise))
        raise refuse(
            f"Basis data tidak dapat dihubungi; periksa alamat dan kata sandinya.\n{problem}",
            f"The database cannot be reached; check its address and password.\n{problem}",
        ) from problem


def _fetch(connection: Connection, query: str, *values: Any) -> Any:
    row = connection.execute(query, values).fetchone()
    return row[0] if row else None


def _refuse_old(connection: Connection) -> None:
    version = connection.info.server_version // 10000
    if version < OLDEST:
        raise refuse(
            f"PostgreSQL {version} terlalu lama; Satu Pintu membutuhkan versi {OLDEST} atau lebih baru.",
            f"PostgreSQL {version} is too old; Satu Pintu needs version {OLDEST} or newer.",
        )


def _role_sql(connection: Connection, passwords: dict[str, str], createdb: bool) -> dict[str, sql.Composed]:
    """The statement that makes each role; the password goes as a SCRAM verifier, so no log or history holds it."""
    statements = {}
    for role, password in passwords.items():
        verifier = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
        option = " createdb" if role == OWNER and createdb else ""
        statements[role] = sql.SQL("create role {} " + PLAIN + option + " password {}").format(
            sql.Identifier(role), sql.Literal(verifier)
        )
    return statements


def _make_roles(admin: Connection, passwords: dict[str, str], createdb: bool) -> None:
    for role, statement in _role_sql(admin, passwords, createdb).items():
        if not _fetch(admin, "select true from pg_roles where rolname = %s", role):
            admin.execute(statement)
    if createdb and not _fetch(admin, "select rolcreatedb from pg_roles where rolname = %s", OWNER):
        admin.execute(sql.SQL("alter role {} createdb").format(sql.Identifier(OWNER)))
    # Only a member may hand an object to the role; from PostgreSQL 16 on, only one that may also become it.
    newer = admin.info.server_version >= 160000
    if not _fetch(admin, "select pg_has_role(%s, %s)", OWNER, "set" if newer else "member"):
        options = " with inherit true, set true" if newer else ""
        admin.execute(sql.SQL("grant {} to current_user" + options).format(sql.Identifier(OWNER)))


def _taken(role: str, problem: Exception) -> Refusal:
    return refuse(
        f"Peran {role} sudah ada di server itu, tetapi tidak dapat dipakai dengan kata sandi folder data ini. "
        "Isi DATABASE_URL (peran aplikasi) dan DATABASE_OWNER_URL (peran pemilik) dengan kata sandi yang berlaku, "
        f"pakai folder data yang lama dengan --data, atau hapus peran itu lebih dulu: DROP ROLE {role};\n{problem}",
        f"The role {role} exists on that server, but not with the password of this data folder. "
        "Set DATABASE_URL (the app's role) and DATABASE_OWNER_URL (the owner's role) with the valid passwords, "
        f"use the earlier data folder with --data, or drop the role first: DROP ROLE {role};\n{problem}",
    )


def _make_database(admin: Connection, database: str) -> None:
    owner = _fetch(
        admin, "select r.rolname from pg_database d join pg_roles r on r.oid = d.datdba where datname = %s", database
    )
    names = {"database": sql.Identifier(database), "owner": sql.Identifier(OWNER)}
    if owner is None:
        admin.execute(
            sql.SQL("create database {database} owner {owner} template template0 encoding 'UTF8'").format(**names)
        )
    elif owner != OWNER:
        admin.execute(sql.SQL("alter database {database} owner to {owner}").format(**names))


def _set_rights(admin: Connection, database: str) -> None:
    """Extensions and grants, as the owner of the database: all four extensions are trusted since PostgreSQL 13."""
    names = {"database": sql.Identifier(database), "owner": sql.Identifier(OWNER), "app": sql.Identifier(APP)}
    admin.execute(sql.SQL("set role {owner}").format(**names))
    for extension in EXTENSIONS:
        admin.execute(sql.SQL("create extension if not exists {}").format(sql.Identifier(extension)))
    for statement in (
        *DATABASE_RIGHTS,
        "grant usage on schema public to {app}",
        "alter default privileges in schema public grant select, insert, update, delete on tables to {app}",
        "alter default privileges in schema public grant usage, select on sequences to {app}",
    ):
        admin.execute(sql.SQL(statement).format(**names))


def _not_allowed(admin: Connection, database: str, passwords: dict[str, str], problem: Exception) -> Refusal:
    """The refusal that carries the whole SQL for whoever administers the server."""
    statements = [statement.as_string(admin) for statement in _role_sql(admin, passwords, False).values()]
    statements.append(f"create database {database} owner {OWNER} template template0 encoding 'UTF8'")
    statements.append(f"grant {OWNER} to {admin.info.user}")
    script = "".join(f"  {statement};\n" for statement in statements)
    return refuse(
        f"Pengguna {admin.info.user} tidak boleh menyiapkan basis data ({str(problem).strip()}). Minta pengelola "
        "server menjalankan ini sekali, lalu ulangi perintah yang sama (kata sandinya tersimpan di folder data):\n"
        f"{script}",
        f"The user {admin.info.user} may not prepare the database ({str(problem).strip()}). Ask the server's "
        "administrator to run this once, then repeat the same command (the passwords are kept in the data folder):\n"
        f"{script}",
    )


def main() -> int:
    """Do what the JSON on standard input asks: `provision` or `examine`."""
    order = json.load(sys.stdin)
    try:
        if order.pop("do") == "provision":
            provision(**order)
        else:
            examine(**order)
    except Refusal as refusal:
        print(json.dumps({"refusal": str(refusal)}))
        return 1
    print(json.dumps({}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
