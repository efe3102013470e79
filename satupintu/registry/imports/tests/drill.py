"""Workers that are killed over an import, each in a process of its own and in a database of its own.

    python -c "import django; django.setup(); from satupintu.registry.imports.tests.drill import serve; serve()"

reads one order a line, forks a process for it, and answers the process number.
"""

import json
import os
import signal
import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from django.core.management import call_command
from django.db import connections
from django.db.backends.signals import connection_created

WHO = "ara.koordinator"
HEADINGS = "No KK,NIK,Nama,SHDK,JK,Tanggal Lahir,Kode Desa,RT,Pendidikan"
PARTS = ("ba", "ca", "da", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa")


def rows(count: int, *, seed: int, from_number: int = 0) -> list[str]:
    """So many rows of families of three, each person with a name of their own, every fifth without NIK."""
    dice, made = Random(seed), []
    for number in range(from_number, from_number + count):
        name = "".join(PARTS[number // 12**place % 12] for place in range(4)).capitalize()
        nik = f"730203{dice.randrange(1, 29):02}{dice.randrange(1, 13):02}{dice.randrange(60, 99)}{number % 10000:04}"
        born = f"{dice.randrange(1, 29):02}-{dice.randrange(1, 13):02}-{dice.randrange(1960, 1999)}"
        role = ("Kepala Keluarga", "Istri", "Anak")[number % 3]
        education = dice.choice(("SD", "SMP", "SMA", ""))
        kk_number = f"730203010120{number // 3 % 10000:04}"
        cells = (kk_number, nik if number % 5 else "", name, role, "LPL"[number % 3], born, "73.02.03.2006")
        made.append(",".join([*cells, str(dice.randrange(1, 9)), education]))
    return made


def files(count: int) -> tuple[bytes, bytes]:
    """A file that is saved before, and the one that workers are killed over: it brings a third of them anew, changed."""
    first = rows(count, seed=4)
    known = [row.replace("SMA", "SMP") for row in first[: count // 3]]
    wrong = [row.replace(",Anak,", ",Juragan,") for row in rows(6, seed=5, from_number=count + 3000)]
    second = [*known, *rows(count, seed=6, from_number=count), *wrong]
    return tuple("\n".join([HEADINGS, *lines]).encode() for lines in (first, second))  # type: ignore[return-value]


def _officer() -> Any:
    from satupintu.foundation.offices.models import Appointment

    return Appointment.objects.with_place().get(account__username=WHO)


def bring(count: int) -> None:
    """Save the first file, and hand in the second, whose check then waits for a worker."""
    from satupintu.foundation.access import Scope, entered, house
    from satupintu.registry.imports import actions, jobs, staging

    with house("uji", quietly=True):
        officer = _officer()
    first, second = files(count)
    with entered(Scope.of(officer, date.today())):
        batch = actions.upload(by=officer, file=actions.File("lama.csv", first), queued=False)
    staging.check(batch.pk)
    with entered(Scope.of(officer, date.today())):
        actions.apply(staging.find(batch.pk), by=officer, queued=False)
    jobs.apply(batch.pk)
    with entered(Scope.of(officer, date.today())):
        actions.upload(by=officer, file=actions.File("baru.csv", second))


def ask() -> None:
    """Ask for what was checked to be saved; a worker has to do it."""
    from satupintu.foundation.access import Scope, entered, house
    from satupintu.registry.imports import actions
    from satupintu.registry.imports.models import Batch

    with house("uji", quietly=True):
        officer = _officer()
    with entered(Scope.of(officer, date.today())):
        actions.apply(Batch.objects.newest_first()[0], by=officer)


class Counting:
    """Counts the calls to the database that speak of an import, and ends the process at one of them."""

    def __init__(self, last: int, told: str) -> None:
        self.calls, self.last, self.told = 0, last, told

    def __call__(self, execute: Any, query: str, params: Any, many: bool, context: Any) -> Any:
        if self.calls or "imports_" in str(query):
            self.calls += 1
            if self.told:
                # Whole or not at all: somebody may be reading it.
                written = Path(f"{self.told}.new")
                written.write_text(str(self.calls))
                written.replace(self.told)
            if self.calls == self.last:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(query, params, many, context)


def work(last: int, told: str) -> None:
    """Be a worker; with ``last`` be killed at that call, with ``told`` write down how many there were."""
    counting = Counting(last, told)

    def listen(connection: Any, **_more: Any) -> None:
        connection.execute_wrappers.append(counting)

    connection_created.connect(listen, weak=False)
    call_command("worker")


ORDERS = {"bring": bring, "ask": ask, "work": work}


def serve() -> None:
    """Fork a process for each order: {"do": name, "in": database, "with": [...]}."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for alias in connections:
                connections[alias].settings_dict["NAME"] = order["in"]
            ORDERS[order["do"]](*order["with"])
            connections.close_all()
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
