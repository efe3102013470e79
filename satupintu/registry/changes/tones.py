"""How the state of a proposal looks; the same everywhere."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Tone, badge
from satupintu.registry.changes.models import Answer
from satupintu.registry.changes.words import Status

TONES: dict[Status, Tone] = {
    Status.DRAFT: Tone.NEW,
    Status.PROPOSED: Tone.NEW,
    Status.AGREED: Tone.DOING,
    Status.VERIFIED: Tone.DOING,
    Status.CHECKED: Tone.WAITING,
    Status.RATIFIED: Tone.WAITING,
    Status.APPLIED: Tone.DONE,
    Status.RETURNED: Tone.URGENT,
    Status.DROPPED: Tone.REFUSED,
    Status.WITHDRAWN: Tone.OFF,
}


def said(answer: Answer) -> SafeString:
    """What the owner of the list answered, as a badge; refused with the reason."""
    if answer.accepted:
        return badge(_("diterima pusat"), Tone.DONE)
    return format_html("{} {}", badge(_("ditolak pusat"), Tone.REFUSED), str(answer.reason))
