"""What happened to an offer, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.work.transfers.words import Reason, Refusal

tell(
    {
        "transfer.opened": Sentence("membuka pelimpahan"),
        "transfer.listed": Sentence("membuka daftar pelimpahan"),
        "transfer.offered": Sentence("menawarkan pelimpahan kepada {to}: {reason}", {"reason": Reason}),
        "transfer.accepted": Sentence("menerima pelimpahan"),
        "transfer.refused": Sentence("tidak menerima pelimpahan: {reason}", {"reason": Refusal}),
        "transfer.withdrawn": Sentence("menarik kembali pelimpahan"),
    }
)
