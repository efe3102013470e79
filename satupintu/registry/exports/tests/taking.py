"""Taking a list away as an officer does: the purpose first, then the file."""

from typing import Any
from urllib.parse import urlsplit

from django.test import Client

from satupintu.foundation.access import house
from satupintu.registry.exports.models import Export

SAID = {"purpose": "report", "text": "Rapat koordinasi kabupaten hari Senin."}


def asked(client: Client, path: str, **more: str) -> Export:
    """Ask for the file of a list; what was written down."""
    sent = client.post(path, SAID | more)
    assert sent.status_code == 302, sent.status_code
    number = urlsplit(sent["Location"]).path.rstrip("/").rpartition("/")[2]
    with house("uji", quietly=True):
        return Export.objects.with_ends().get(number=number)


def taken(client: Client, path: str, **more: str) -> Any:
    """Ask for the file of a list, and fetch it."""
    return client.get(asked(client, path, **more).file_address)


def bytes_of(answer: Any) -> bytes:
    """What a file holds."""
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)
