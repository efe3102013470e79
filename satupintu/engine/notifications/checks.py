"""Whether the ways out are configured so that they can be used: asked by ``manage.py check`` and before serving."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from satupintu.engine.notifications.channels import channel_of
from satupintu.engine.notifications.words import Medium


@register()
def ways_out(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """An Error for each medium whose settings cannot be used."""
    found: list[CheckMessage] = []
    for medium in Medium:
        try:
            channel_of(medium)
        except (TypeError, ValueError) as problem:
            found.append(Error(f"{medium.value}: {problem}", id="notifications.E001"))
    return found
