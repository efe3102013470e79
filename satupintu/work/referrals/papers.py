"""What lies with a letter: papers of its sender and of its receiver, for whoever reads the letter."""

from collections.abc import Callable

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from satupintu.engine.documents.models import Attachment
from satupintu.engine.ui.pieces import Paper
from satupintu.work.referrals.models import Referral


def of_letter(referral: Referral, address: Callable[[Attachment], str] | None = None) -> list[Paper]:
    """The papers with where each is opened, and from whom it is; oldest first."""
    at = address or (lambda paper: reverse("attachments:file", args=[paper.pk]))
    return [
        Paper(paper.name, at(paper), f"{paper.kind_word.label}, {filesizeformat(paper.size)} · {paper.by_label}")
        for paper in Attachment.objects.of(referral)
    ]
