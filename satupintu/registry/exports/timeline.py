"""What happened to exports, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.registry.exports.words import Purpose

tell(
    {
        "export.asked": Sentence("menyiapkan unduhan {rows} baris: {purpose}", {"purpose": Purpose}),
        "export.proposed": Sentence("meminta persetujuan unduhan {rows} baris: {purpose}", {"purpose": Purpose}),
        "export.approved": Sentence("menyetujui unduhan {rows} baris"),
        "export.refused": Sentence("tidak menyetujui unduhan {rows} baris"),
        "export.prepared": Sentence("membuka formulir unduhan"),
        "export.opened": Sentence("membuka sebuah unduhan"),
        "export.listed": Sentence("membuka daftar unduhan"),
    }
)
