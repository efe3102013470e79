"""What the house itself did, and what was refused, as sentences."""

from satupintu.engine.events import Sentence, tell

tell(
    {
        "house.entered": Sentence("masuk sendiri: {reason}"),
        "access.refused": Sentence("ditolak membuka {route} ({status})"),
    }
)
