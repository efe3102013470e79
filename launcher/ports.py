"""The web server's port: the one asked for, or the first free one."""

import socket

from launcher.speech import refuse

FIRST = 8000


class Port:
    """A port of an address, the loopback one by default, reserved until it is released or this process ends.

    The reservation is a bound socket that does not listen. It shares the port only with sockets of the same user that
    ask to share, as the web server's do, so two starts at once can never take the same port.
    """

    def __init__(self, asked: int | None, host: str = "127.0.0.1") -> None:
        """Reserve the port asked for, else 8000 or the next free one. Refusal when the one asked for is taken."""
        for number in [asked] if asked else range(FIRST, FIRST + 200):
            self._socket = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                self._socket.bind((host, number))
            except (OSError, OverflowError):
                self._socket.close()
                continue
            if hasattr(socket, "SO_REUSEPORT"):
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            self.number = number
            return
        raise refuse(
            f"Porta {asked or FIRST} sedang dipakai program lain; pilih porta lain dengan --port.",
            f"Port {asked or FIRST} is used by another program; choose another one with --port.",
        )

    def release(self) -> None:
        """Give the port back."""
        self._socket.close()
