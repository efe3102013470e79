"""A front office that takes complaints down without a pause, as a process of its own.

    python -m tests.durability.writer set-stage
    python -m tests.durability.writer USERNAME DIARY STOP

Before each complaint its key goes into the diary, after the answer the key again with the number. An unanswered one is
sent again with the same key until it is answered, as a browser does. Ends when the file STOP is there.
"""

import sys
import time
import uuid
from pathlib import Path

import django
from django.db import Error, connections


def set_stage() -> None:
    """Areas, offices and people for the writers."""
    from satupintu.cast import stage
    from satupintu.foundation.access import house
    from tests.areas import load_test_areas

    load_test_areas()
    with house("menyiapkan uji"):
        stage.set_stage()


def register(username: str, key: str) -> str:
    """One complaint through the one action that takes complaints down; answers its number."""
    from satupintu.foundation.access import Scope, entered
    from satupintu.foundation.offices.models import Appointment
    from satupintu.foundation.offices.words import ServiceField
    from satupintu.work.complaints import actions
    from satupintu.work.complaints.intake import Intake
    from satupintu.work.complaints.words import Channel, Kind, Nature

    by = Appointment.objects.with_place().get(account__username=username)
    intake = Intake(
        village_id=by.span[0] if by.area and by.area.level == 4 else 7302032006,
        channel=Channel.WALK_IN,
        kind=Kind.GRIEVANCE,
        nature=Nature.NEED,
        field=ServiceField.HEALTH,
        text="Listrik padam lagi.",
        about="Daeng Caya",
    )
    with entered(Scope.of(by, by.valid_from)):
        return actions.register(intake, by=by, key=key).number


def write(username: str, diary: Path, stop: Path) -> None:
    """Take complaints down until told to stop."""
    with diary.open("w", buffering=1) as page:
        while not stop.exists():
            key = str(uuid.uuid4())
            page.write(f"sent {key}\n")
            while True:
                try:
                    number = register(username, key)
                except Error:
                    connections["default"].close()
                    time.sleep(0.05)
                else:
                    page.write(f"answered {key} {number}\n")
                    break


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "set-stage":
        set_stage()
    else:
        write(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
