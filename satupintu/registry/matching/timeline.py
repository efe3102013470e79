"""What happened about duplicates, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.registry.matching.words import Decision

SENTENCES = {
    "duplicate.search_asked": Sentence("Meminta pencarian data ganda."),
    "duplicate.search_done": Sentence("Mencari data ganda: {records} orang dibandingkan, {new} pasangan baru."),
    "duplicate.reported": Sentence("Melaporkan dugaan data ganda."),
    "duplicate.decided": Sentence("Memutuskan pasangan data ganda: {decision}.", {"decision": Decision}),
    "duplicate.proposed": Sentence("Mengusulkan penggabungan; menunggu petugas kedua."),
    "duplicate.confirmed": Sentence("Menyetujui penggabungan."),
    "duplicate.sent_back": Sentence("Tidak menyetujui penggabungan."),
    "duplicate.opened": Sentence("Membuka pasangan data ganda."),
    "duplicate.listed": Sentence("Melihat daftar data ganda."),
    "person.merged": Sentence("Menggabungkan catatan ganda ke catatan ini."),
    "person.merged_away": Sentence("Catatan ini digabung ke catatan lain."),
    "person.unmerged": Sentence("Membatalkan penggabungan ke catatan ini."),
    "person.restored": Sentence("Catatan ini berdiri sendiri lagi."),
}

tell(SENTENCES)
