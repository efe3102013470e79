"""Attachments as a page lists them: name, kind and size, and where each is opened."""

from collections.abc import Callable, Iterable

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from satupintu.engine.documents.models import Attachment
from satupintu.engine.ui.pieces import Paper


def _at_the_desk(attachment: Attachment) -> str:
    return reverse("attachments:file", args=[attachment.pk])


def papers(
    attachments: Iterable[Attachment], *, signed: bool = False, address: Callable[[Attachment], str] = _at_the_desk
) -> list[Paper]:
    """Attachments in their order; ``signed`` adds from whom each is, ``address`` where somebody else opens it."""
    return [
        Paper(
            one.name,
            address(one),
            " · ".join([f"{one.kind_word.label}, {filesizeformat(one.size)}", *([one.by_label] if signed else [])]),
        )
        for one in attachments
    ]
