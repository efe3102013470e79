"""Files that tests bring, and how to bring them."""

from collections.abc import Callable
from typing import Any

import pytest

from satupintu.registry.imports import jobs, staging
from satupintu.registry.imports.actions import File, apply, upload
from satupintu.registry.imports.layout import Layout, read_layout
from satupintu.registry.imports.layout.document import FORMAT
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.undoing import undo

HEADINGS = "No KK,NIK,Nama,SHDK,JK,Tanggal Lahir,Kode Desa,RT,Pendidikan"
FAMILY = (
    "7302031201100007,7302031211870001,Muh. Rahmatullah,Kepala Keluarga,L,12-11-1987,73.02.03.2006,1,SMA",
    "7302031201100007,7302034508900002,St. Aminah,Istri,P,05-08-1990,73.02.03.2006,1,SMP",
    "7302031201100007,,Caya,Anak,P,01-02-2020,73.02.03.2006,1,",
)


def csv(*rows: str, headings: str = HEADINGS) -> bytes:
    return "\n".join([headings, *rows]).encode()


def by_letter(**fields: str) -> Layout:
    """A layout whose columns are told by their letters, below one row of headings."""
    columns = [{"field": field, "from": {"letter": letter}} for letter, field in fields.items()]
    return read_layout({"format": FORMAT, "name": "uji", "member": {"heading_row": 1, "columns": columns}})


@pytest.fixture
def bring(cast: Any, under: Any) -> Callable[..., Batch]:
    """``bring(csv(…), by=…)``: the file is taken in and checked, as officer and worker would do it."""

    def do(content: bytes, by: Any = None, name: str = "warga.csv", **words: Any) -> Batch:
        by = by or cast.ara_koordinator
        with under(by):
            batch = upload(by=by, file=File(name, content), queued=False, **words)
        return staging.check(batch.pk)

    return do


@pytest.fixture
def save(cast: Any, under: Any) -> Callable[..., Batch]:
    """``save(batch)``: an officer asks for it and the house does it."""

    def do(batch: Batch, by: Any = None) -> Batch:
        by = by or cast.ara_koordinator
        with under(by):
            apply(batch, by=by, queued=False)
        with staging.as_house(batch, "Menyimpan") as house:
            return apply(batch, by=house)

    return do


@pytest.fixture
def take_back(cast: Any, under: Any) -> Any:
    """``take_back(batch)``: an officer asks for it and the house does it; answers the batch as it stands then."""

    def do(batch: Batch, by: Any = None) -> Batch:
        with under(by or cast.ara_koordinator):
            undo(Batch.objects.get(pk=batch.pk), by=by or cast.ara_koordinator, queued=False)
        jobs.undo(batch.pk)
        with under(cast.ara_koordinator):
            found: Batch = Batch.objects.get(pk=batch.pk)
        return found

    return do
