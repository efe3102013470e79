"""What happened to resources, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.work.partners.words import EndReason, Kind

tell(
    {
        "resource.registered": Sentence("mencatat sumber daya sosial: {kind}", {"kind": Kind}),
        "resource.changed": Sentence("memperbarui data sumber daya sosial"),
        "resource.confirmed": Sentence("menyatakan data sumber daya sosial masih benar"),
        "resource.ended": Sentence("menyatakan sumber daya sosial tidak ada lagi: {reason}", {"reason": EndReason}),
        "resource.listed": Sentence("melihat daftar sumber daya sosial"),
        "resource.opened": Sentence("membuka data sumber daya sosial"),
    }
)
