"""Where an action may write: inside the area of whoever acts."""

from typing import Any

from satupintu.engine.actions import Refused
from satupintu.foundation.access.scope import EVERYWHERE
from satupintu.foundation.areas.models import Area


def inside(by: Any, village: int) -> int:
    """The village's number. Raises Refused unless it is a village in force inside the area of ``by``."""
    start, end = getattr(by, "span", EVERYWHERE)
    if not start <= village < end:
        raise Refused("Desa ini di luar wilayah penugasan Anda.")
    if not Area.objects.filter(pk=village, level=4, ended=None).exists():
        raise Refused("Desa ini tidak ada dalam daftar wilayah.")
    return village
