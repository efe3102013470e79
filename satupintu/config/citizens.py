"""What citizens meet without an account: whom to call, where a quick exit leads, how long they may judge and object."""

import os

EMERGENCY_NUMBERS = [
    tuple(entry.split("=", 1))
    for entry in os.environ.get(
        "EMERGENCY_NUMBERS",
        "112=Darurat: polisi, ambulans, pemadam;129=SAPA: kekerasan pada perempuan dan anak;110=Polisi",
    ).split(";")
]
"""(number, what it is for): the national ones, unless a place has others. Words are as written, in every language."""
QUICK_EXIT = os.environ.get("QUICK_EXIT", "https://www.bmkg.go.id/")
"""Where somebody ends up who must leave a page about violence at once: a page that anybody might look at."""
OMBUDSMAN = os.environ.get("OMBUDSMAN", "137")
"""The telephone of the Ombudsman of the Republic, for whoever objects where no office of ours stands above."""
VERDICT_AFTER_DAYS = int(os.environ.get("VERDICT_AFTER_DAYS", "3"))
"""Days after closing from which a citizen is asked whether it is solved: long enough for the promise to be kept."""
REOPEN_WITHIN_DAYS = int(os.environ.get("REOPEN_WITHIN_DAYS", "30"))
"""Days after closing within which a citizen may have it opened again, or object at the office above."""
