"""A gateway and a mail server of one's own, on this machine, over real sockets: they count what they were asked for."""

import json
import random
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Provider(ThreadingHTTPServer):
    """A provider of SMS that knows keys: what it is asked for twice under one key it does once.

    ``status`` is what it answers (200 does the work), ``slow`` seconds at most before and after the work.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.lock = threading.Lock()
        self.asked: list[dict[str, Any]] = []
        self.done: Counter[str] = Counter()
        self.delivered: list[dict[str, Any]] = []
        self.status, self.slow = 200, 0.0
        self.location = ""

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.server_address[1]}/kirim?akun=7"

    def work(self, key: str, sent: dict[str, Any]) -> None:
        """Send the message, unless this key has been seen."""
        with self.lock:
            self.done[key] += 1
            if self.done[key] == 1 or not key:
                self.delivered.append(sent)


class _Desk(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        provider = self.server
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        provider.asked.append({"path": self.path, "headers": dict(self.headers), "body": body})
        time.sleep(random.random() * provider.slow)
        if provider.status == 200:
            provider.work(
                self.headers.get("Idempotency-Key", ""), json.loads(body) if body[:1] == "{" else {"raw": body}
            )
        time.sleep(random.random() * provider.slow)
        self.send_response(provider.status)
        if provider.location:
            self.send_header("Location", provider.location)
        self.end_headers()
        self.wfile.write(b'{"id": "SM-1"}')

    def log_message(self, *args: Any) -> None:
        """Keep the terminal quiet."""


class Mailbox(socketserver.ThreadingTCPServer):
    """A mail server that keeps letters; ``refuses`` is what it answers to RCPT, if not 250."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Counter)
        self.letters: list[str] = []
        self.refuses = b""

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class _Counter(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say(b"220 ready")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"QUIT":
                return self._say(b"221 bye")
            if word == b"RCPT" and self.server.refuses:
                self._say(self.server.refuses)
            elif word == b"DATA":
                self._say(b"354 go on")
                self._letter()
            else:
                self._say(b"250 fine")
        return None

    def _letter(self) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.decode())
        self.server.letters.append("".join(lines))
        self._say(b"250 taken")

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


@contextmanager
def serving(server: Any) -> Iterator[Any]:
    """The server, answering."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
