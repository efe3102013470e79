"""What happened with data quality, as sentences."""

from satupintu.engine.events import Sentence, tell

tell(
    {
        "quality.counted": Sentence("menghitung mutu data bulan {month}"),
        "quality.listed": Sentence("membuka daftar perbaikan data"),
        "quality.homes_listed": Sentence("membuka daftar perbaikan data keluarga"),
    }
)
