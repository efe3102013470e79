"""How a state looks; the same everywhere."""

from satupintu.engine.ui.pieces import Tone
from satupintu.work.complaints.words import Status

TONES: dict[Status, Tone] = {
    Status.RECEIVED: Tone.NEW,
    Status.CHECKED: Tone.DOING,
    Status.RECOMMENDED: Tone.WAITING,
    Status.IN_REPAIR: Tone.REFUSED,
    Status.IN_SERVICE: Tone.DOING,
    Status.ESCALATED: Tone.WAITING,
    Status.REFERRED: Tone.WAITING,
    Status.OFFERED: Tone.WAITING,
    Status.RETURNED: Tone.REFUSED,
    Status.ANSWERED: Tone.DOING,
    Status.TOLD: Tone.DOING,
    Status.CLOSED: Tone.DONE,
}
"""The tone of each state."""
