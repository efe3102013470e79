"""The file of a demonstration: one line for each message, so that one sees what would have gone out.

Of the address it keeps the last three characters, for a file is not guarded as a table is.
"""

import fcntl
import json
from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from satupintu.engine.notifications.channels.parcel import Parcel, Receipt

SHOWN = 3


class Sink:
    """Appends to a file, a key once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def label(self) -> str:
        """The file, said to be one."""
        return _("berkas %(name)s, untuk peragaan") % {"name": self.path.name}

    def send(self, parcel: Parcel) -> Receipt:
        """Write the parcel down, unless it has been."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            if not any(parcel.key in line for line in file):
                file.write(json.dumps(_line(parcel), ensure_ascii=False) + "\n")
        return Receipt("file")


def _line(parcel: Parcel) -> dict[str, str]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "key": parcel.key,
        "medium": parcel.medium.value,
        "to": "…" + parcel.address[-SHOWN:],
        "subject": parcel.subject,
        "text": parcel.text,
    }
