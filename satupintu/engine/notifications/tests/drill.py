"""Workers to be killed while they send, in a process of their own that forks one for each line it reads.

What they run is the house's own job; only the time after which a worker counts as dead is shorter.
"""

import os
import signal
import sys
from datetime import timedelta

from django.core.management import call_command

from satupintu.engine.notifications import outbox


def serve() -> None:
    """Fork a worker for each line, answer its process number."""
    outbox.LEASE = timedelta(seconds=1)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            call_command("worker")
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
