"""How the state of a proposal looks; the same everywhere."""

from satupintu.engine.ui.pieces import Tone
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
