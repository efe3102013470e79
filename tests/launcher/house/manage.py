"""A house of one table, so that the launcher's tests start in a second and not in a minute.

The driver is read only where it is needed: most of these commands start and end a dozen times in a run.
"""

import os
import sys
import time
from pathlib import Path


def migrate() -> None:
    if "--check" in sys.argv:
        return
    import psycopg

    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
        owner.execute("create table if not exists person (name text, village bigint)")
        owner.execute("alter table person enable row level security")
        owner.execute("alter table person force row level security")
        owner.execute("drop policy if exists area on person")
        owner.execute(
            "create policy area on person using (village::text = current_setting('app.scope', true))"
            " with check (village::text = current_setting('app.scope', true))"
        )


def load_areas() -> None:
    print("areas")


def load_cast() -> None:
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"]) as app:
        app.execute("select set_config('app.scope', '7302', true)")
        if app.execute("select 1 from person").fetchone():
            return
        app.execute("insert into person select 'Daeng ' || n, 7302 from generate_series(1, 100) n")


def collectstatic() -> None:
    print("files")


def demo_accounts() -> None:
    print("petugas@contoh.id")


def check() -> None:
    if os.environ.get("UNSAFE"):
        raise SystemExit("?: (security.W004) You have not set a value for the SECURE_HSTS_SECONDS setting.")


def worker() -> None:
    if os.environ.get("WORKER_DIES"):
        raise SystemExit("no work today")
    while True:
        time.sleep(1)


if __name__ == "__main__":
    with (Path(os.environ["SATUPINTU_DATA"]) / "called").open("a") as calls:
        calls.write(" ".join(sys.argv[1:]) + "\n")
    globals()[sys.argv[1]]()
