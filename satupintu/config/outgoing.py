"""Settings of what leaves the house: mail server, gateways, or the file of a demonstration. See docs/house.md.

A medium without an address does not exist: nothing is written for it.
"""

import json
import os
from typing import Any


def _gateway(name: str) -> dict[str, Any]:
    """The settings of a gateway from ``SATUPINTU_<NAME>_…``; empty when it has no address."""
    found = {
        part: os.environ.get(f"SATUPINTU_{name}_{part.upper()}", "")
        for part in ("url", "token", "scheme", "body", "key_header")
    }
    given: dict[str, Any] = {part: value for part, value in found.items() if value}
    if "url" not in given:
        return {}
    if "body" in given:
        given["body"] = json.loads(given["body"])
    return given | {"form": os.environ.get(f"SATUPINTU_{name}_FORM") == "1"}


MESSAGE_GATEWAYS = {name: found for name in ("sms", "whatsapp") if (found := _gateway(name.upper()))}
MESSAGE_MAIL: dict[str, Any] = {}
if os.environ.get("SATUPINTU_SMTP_HOST"):
    MESSAGE_MAIL = {
        "host": os.environ["SATUPINTU_SMTP_HOST"],
        "port": int(os.environ.get("SATUPINTU_SMTP_PORT", "587")),
        "user": os.environ.get("SATUPINTU_SMTP_USER", ""),
        "password": os.environ.get("SATUPINTU_SMTP_PASSWORD", ""),
        "security": os.environ.get("SATUPINTU_SMTP_SECURITY", "starttls"),
        "sender": os.environ.get("SATUPINTU_MAIL_FROM", "satupintu@localhost"),
    }
MESSAGE_TO_PHONES = os.environ.get("SATUPINTU_TO_PHONES", "sms")
"""By which medium a telephone number is written to: sms or whatsapp."""
MESSAGE_PATIENCE_DAYS = float(os.environ.get("SATUPINTU_PATIENCE_DAYS", "4"))
"""Days for which a message is tried again before it is given up."""
