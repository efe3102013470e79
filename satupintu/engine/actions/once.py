"""Once only: a key that has been used answers what the first call answered."""

import json
from typing import Any

from django.apps import apps
from django.db import connection, models

from satupintu.engine.actions.errors import Conflict
from satupintu.engine.actions.gate import Actor


def claim(key: str, verb: str, by: Actor) -> dict[str, Any] | None:
    """Take ``key`` for this transaction, or answer what was remembered for it.

    A second caller waits here until the first has ended, so two clicks at once are one act.
    Raises Conflict when the key belongs to another verb or another person.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into actions_done (key, verb, appointment_id, at) values (%s, %s, %s, now()) "
            "on conflict (key) do nothing",
            [key, verb, by.pk],
        )
        if cursor.rowcount:
            return None
    found = apps.get_model("actions", "Done").objects.get(key=key)
    if (found.verb, found.appointment_id) != (verb, by.pk):
        raise Conflict("Formulir ini sudah dipakai untuk hal lain. Muat ulang halaman, lalu coba lagi.")
    return found.answer or {}


def used(key: str, verb: str, by: Actor) -> bool:
    """Whether ``by`` has done ``verb`` with this key: the same form is then sent once more."""
    return bool(apps.get_model("actions", "Done").objects.filter(key=key, verb=verb, appointment_id=by.pk).exists())


def remember(key: str, answer: Any) -> None:
    """Keep the answer under its key: a row by model and primary key, anything else as JSON."""
    if isinstance(answer, models.Model):
        kept = {"model": answer._meta.label, "pk": answer.pk}
    else:
        kept = {"value": answer}
    with connection.cursor() as cursor:
        cursor.execute("update actions_done set answer = %s where key = %s", [json.dumps(kept), key])


def recall(kept: dict[str, Any]) -> Any:
    """The answer of the first call; None for a row that is gone since, or that the call itself removed."""
    if "model" in kept:
        return apps.get_model(kept["model"])._default_manager.filter(pk=kept["pk"]).first()
    return kept.get("value")
