"""The web server's port: the one asked for, or the first free one."""

import socket
import sys

from launcher.speech import refuse

FIRST = 8000


class Port:
    """A port of an address, the loopback one by default, that no other launcher takes as long as this process lives.

    Looking whether a port is free is not enough: two starts at once would both find it free, and the web server shares
    its port with whoever asks. So on Linux the number is also claimed by a name in the kernel's socket namespace, which
    needs no file and vanishes with the process.
    """

    def __init__(self, asked: int | None, host: str = "127.0.0.1") -> None:
        """Take the port asked for, else 8000 or the next free one. Raises Refusal when the one asked for is taken."""
        for number in [asked] if asked else range(FIRST, FIRST + 200):
            claim = socket.socket(socket.AF_UNIX)
            try:
                if sys.platform == "linux":
                    claim.bind(f"\0satupintu-port-{number}")
                _refuse_bound(number, host)
            except (OSError, OverflowError):
                claim.close()
                continue
            self.number, self._claim = number, claim
            return
        raise refuse(
            f"Porta {asked or FIRST} sedang dipakai program lain; pilih porta lain dengan --port.",
            f"Port {asked or FIRST} is used by another program; choose another one with --port.",
        )

    def release(self) -> None:
        """Give the port back."""
        self._claim.close()


def _refuse_bound(number: int, host: str) -> None:
    """Raise OSError when a program listens there; connections that are still closing do not count."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, number))
