"""The acts of `load_cast`, in their order: each knows whether it has been played, and is played whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass

from satupintu.cast import staff, stage
from satupintu.foundation.access import house
from satupintu.lib.rupiah import format_number

Tell = Callable[[str], None]
"""Says a line about how far an act is."""


@dataclass(frozen=True)
class Wanted:
    """How much there shall be: households of Bulukumba, complaints of a year."""

    households: int = 20_400
    complaints: int = 2_100


@dataclass(frozen=True)
class Act:
    """One act: its title, whether it has been played, and how it is played (answers what there is now)."""

    title: str
    done: Callable[[], bool]
    play: Callable[[Wanted, Tell], str]


def _staffed() -> bool:
    return stage.is_set(*staff.everybody())


def _staff(wanted: Wanted, tell: Tell) -> str:
    offices, officers = staff.everybody()
    with house("menyiapkan kantor dan petugas peraga"):
        stage.set_stage(offices, officers)
    return f"{format_number(len(offices))} kantor, {format_number(len(officers))} penugasan"


ACTS = (Act("Kantor dan petugas", _staffed, _staff),)
