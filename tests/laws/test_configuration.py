"""The table of settings in docs/house.md: what the code reads from the environment, no more and no less."""

import re

from launcher import prepare
from launcher.database import Database
from launcher.places import CHECKOUT, Home

_READ = re.compile(r"""environ(?:\.get\(|\[)\s*"([A-Z_]+)\"""")
_ROW = re.compile(r"^\| (`[A-Z].*?) \|", re.MULTILINE)
_GATEWAYS = re.compile(r"SATUPINTU_(SMS|WHATSAPP)_")
"""Read by a name that is put together."""
_SYSTEM = {"LANG", "LC_ALL", "LC_MESSAGES", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE"}


def read() -> set[str]:
    """The names that settings, launcher and kit ask the environment for."""
    found = {name for top in ("satupintu", "launcher") for name in _names(top)}
    return found - _SYSTEM


def _names(top: str) -> set[str]:
    files = [path for path in (CHECKOUT / top).rglob("*.py") if "tests" not in path.parts]
    return {name for path in files for name in _READ.findall(path.read_text(encoding="utf-8"))}


def told() -> set[str]:
    """The names in the table; `_PORT` behind `SATUPINTU_SMTP_HOST` is `SATUPINTU_SMTP_PORT`."""
    found = set()
    for row in _ROW.findall((CHECKOUT / "docs" / "house.md").read_text(encoding="utf-8")):
        first, *others = re.findall(r"`([A-Z_]+)`", row) or [""]
        found |= {first, *(first.rpartition("_")[0] + one if one.startswith("_") else one for one in others)}
    return {name for name in found if name and not _GATEWAYS.match(name)}


def test_the_table_of_settings_is_what_the_code_reads() -> None:
    assert told() == read()


def test_the_launcher_hands_settings_on_and_keeps_addresses_to_itself(tmp_path: object, monkeypatch: object) -> None:
    monkeypatch.setenv("DATABASE_POOL", "3")  # type: ignore[attr-defined]
    monkeypatch.setenv("DATABASE_ADMIN_URL", "postgresql://superuser@localhost/x")  # type: ignore[attr-defined]
    env = prepare.settings(Home(tmp_path), Database("postgresql://app@localhost/x", "y"), owner=False)  # type: ignore[arg-type]
    assert env["DATABASE_POOL"] == "3"
    assert not {"DATABASE_ADMIN_URL", "DATABASE_OWNER_URL"} & env.keys()
