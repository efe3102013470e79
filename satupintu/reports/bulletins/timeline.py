"""What was read here, as sentences."""

from satupintu.engine.events import Sentence, tell

tell(
    {
        "bulletin.opened": Sentence("membuka laporan bulanan petugas"),
        "bulletin.listed": Sentence("membuka daftar laporan"),
    }
)
