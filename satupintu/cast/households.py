"""The people of the demo, brought as a village brings them: a file of households, checked and saved by the import room
under the appointment of an officer. Killed at any point and started again, it goes on from where it stood.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from types import TracebackType
from typing import Self

from django.db import connection
from django.utils import timezone

from satupintu.cast import population, staff
from satupintu.cast.officers import BULUKUMBA, GOWA
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.rupiah import format_number
from satupintu.registry.imports import staging
from satupintu.registry.imports.actions import File, apply, cancel, upload
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.words import BatchState
from satupintu.registry.people.models import ListEdition

SEED = 2026
EDITION = "dtsen 2026-1"


@dataclass(frozen=True)
class Delivery:
    """A file of households: of which kabupaten, and who brings it."""

    kabupaten: int
    place: str
    username: str

    @property
    def file_name(self) -> str:
        """What the file is called; the batch of that name is the mark that it was brought."""
        return f"daftar-rumah-tangga-{self.place.lower()}.csv"

    def batch(self) -> Batch | None:
        """The newest batch of this file that was not given up."""
        with house("mencari berkas contoh", quietly=True):
            standing = Batch.objects.filter(file_name=self.file_name).exclude(
                state__in=[BatchState.CANCELLED, BatchState.FAILED]
            )
            found: Batch | None = standing.order_by("-pk").first()
        return found

    def is_done(self) -> bool:
        """Whether its people are in the register."""
        batch = self.batch()
        return batch is not None and batch.word is BatchState.APPLIED


OF_BULUKUMBA = Delivery(BULUKUMBA, "Bulukumba", "bulukumba.belakang")
OF_GOWA = Delivery(GOWA, "Gowa", "gowa.manajer")
GOWA_SHARE = 7
"""One household of Gowa for so many of Bulukumba."""


def is_done() -> bool:
    """Whether both files were brought and saved."""
    return OF_BULUKUMBA.is_done() and OF_GOWA.is_done()


def bring(delivery: Delivery, count: int, tell: Callable[[str], None]) -> Batch:
    """Bring the file with `count` households, unless it is there, and see it saved. Raises ValueError if not."""
    batch = delivery.batch()
    by = Appointment.objects.with_place().get(account__username=delivery.username)
    scope = Scope.of(by, timezone.localdate())
    if batch is not None and batch.word in {BatchState.RECEIVED, BatchState.CHECKING}:
        with entered(scope):
            cancel(batch, by=by)
        batch = None
    if batch is None:
        file = file_of(delivery, count)
        tell(f"{delivery.place}: {format_number(count)} rumah tangga, {len(file.content) / 10**6:.0f} MB; memeriksa …")
        with entered(scope):
            edition = ListEdition.known(EDITION, timezone.localdate())
            batch = upload(by=by, file=file, edition=edition, queued=False)
        with _Watch(batch.pk, lambda rows: tell(f"{delivery.place}: {format_number(rows)} baris diperiksa")):
            batch = staging.check(batch.pk)
        if batch.word is BatchState.FAILED:
            raise ValueError(batch.why)
    if batch.word is BatchState.CHECKED:
        tell(f"{delivery.place}: menyimpan {format_number(batch.count('new'))} orang …")
        with entered(scope):
            batch = apply(batch, by=by, queued=False)
    if batch.word is BatchState.APPLYING:
        with staging.as_house(batch, "Menyimpan") as keeper:
            batch = apply(batch, by=keeper)
    return batch


def file_of(delivery: Delivery, count: int) -> File:
    """The file as the villages of the kabupaten hand it in; the same every time."""
    places = [place for place in staff.villages() if place.number // 10**6 == delivery.kabupaten // 10**6]
    villages = [(place.number, place.name) for place in places]
    with TemporaryDirectory() as folder:
        path = Path(folder) / delivery.file_name
        population.write_csv(population.households(villages, seed=SEED, count=count), path)
        return File(delivery.file_name, path.read_bytes())


class _Watch:
    """Says every few seconds how many rows of a batch have been read."""

    SECONDS = 3.0

    def __init__(self, batch_id: int, tell: Callable[[int], None]) -> None:
        self._batch_id, self._tell, self._over = batch_id, tell, Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, where: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        try:
            while not self._over.wait(self.SECONDS):
                with house("melihat berkas contoh", quietly=True):
                    rows = Batch.objects.filter(pk=self._batch_id).values_list("rows_read", flat=True).first()
                if rows:
                    self._tell(rows)
        finally:
            connection.close()
