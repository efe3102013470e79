"""Where things lie: the checkout, and the data folder with its state and secrets."""

import hashlib
import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from launcher.speech import refuse

CHECKOUT = Path(__file__).resolve().parent.parent


def fingerprint(files: Iterable[Path]) -> str:
    """One sha256 over the names and contents of files of the checkout."""
    digest = hashlib.sha256()
    for path in sorted(files):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(CHECKOUT)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Home:
    """The data folder of one installation: `state.json`, `secrets/`, `log/`, and usually the database itself."""

    def __init__(self, path: str | Path) -> None:
        """Open the folder, making it when it is not there.

        Raises Refusal when it cannot be made or written by this user.
        """
        self.path = Path(path).expanduser().resolve()
        # As root the database runs as another user, who must be able to pass through; the secrets inside stay closed.
        mode = 0o711 if os.geteuid() == 0 else 0o700
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=mode)
            for name in ("secrets", "log"):
                (self.path / name).mkdir(exist_ok=True, mode=0o700)
        except OSError as problem:
            raise refuse(
                f"Folder data {self.path} tidak dapat ditulis oleh pengguna ini ({problem.strerror}); "
                "pilih folder lain dengan --data.",
                f"The data folder {self.path} cannot be written by this user ({problem.strerror}); "
                "choose another one with --data.",
            ) from problem

    @property
    def log(self) -> Path:
        """The folder of the log files."""
        return self.path / "log"

    def state(self) -> dict[str, Any]:
        """What this folder remembers between starts; empty at first."""
        try:
            found: dict[str, Any] = json.loads((self.path / "state.json").read_text())
            return found
        except (OSError, ValueError):
            return {}

    def remember(self, **facts: Any) -> None:
        """Write facts into the state, all or nothing; a fact of None is forgotten."""
        state = self.state() | facts
        text = json.dumps({key: value for key, value in sorted(state.items()) if value is not None}, indent=1)
        draft = self.path / f"state.{os.getpid()}"
        draft.write_text(text + "\n")
        draft.replace(self.path / "state.json")

    def secret(self, name: str) -> str:
        """A password of this folder, made at random the first time and readable by the owner alone."""
        path = self.path / "secrets" / name
        if not path.exists():
            draft = path.with_name(f"{name}.{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(48))
            draft.replace(path)
        return path.read_text()
