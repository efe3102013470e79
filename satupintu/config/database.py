"""Where the database is: one address for the application, one for the owner of the tables."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def connection(url: str, *, pool: dict[str, Any] | None = None) -> dict[str, Any]:
    """Turn ``postgresql://role:password@host:port/name?option=value`` into Django's settings.

    A host in the query (``?host=/run/postgresql``) wins over the one in the address, as in libpq.
    ``pool=off`` in the query leaves the connection pool out, for use behind a pooler of its own.
    Raises ``ValueError`` when the address is not one of PostgreSQL.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL must begin with postgresql://")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    port = options.pop("port", parts.port or "")
    behind_pooler = options.pop("pool", "on") == "off"
    settings: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(port),
        "OPTIONS": options,
        "DISABLE_SERVER_SIDE_CURSORS": behind_pooler,
    }
    if pool and not behind_pooler:
        settings["OPTIONS"]["pool"] = pool
    return settings
