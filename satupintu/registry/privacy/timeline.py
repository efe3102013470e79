"""What happened to requests about people's data, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.registry.privacy.words import Asker, RequestKind, Retained

tell(
    {
        "privacy.asked": Sentence("mencatat permintaan: {kind}, oleh {asker}", {"kind": RequestKind, "asker": Asker}),
        "privacy.copy_handed": Sentence("menyerahkan salinan data ({rows} baris) kepada {asker}", {"asker": Asker}),
        "privacy.granted": Sentence("memenuhi permintaan: {kind}", {"kind": RequestKind}),
        "privacy.refused": Sentence("menolak permintaan: {kind}", {"kind": RequestKind}),
        "privacy.held": Sentence("memasang penahanan hukum"),
        "privacy.released": Sentence("mencabut penahanan hukum"),
        "privacy.erased": Sentence("menghapus data pribadi ({rows} baris)"),
        "privacy.retained": Sentence("menghapus data pribadi sesuai jadwal retensi ({rows} baris)"),
        "privacy.forgotten": Sentence("mengosongkan {rows} permintaan data sesuai jadwal retensi"),
        "retention.published": Sentence("menetapkan retensi {months} bulan: {kind}", {"kind": Retained}),
        "breach.reported": Sentence("mencatat dugaan kebocoran data"),
        "breach.told": Sentence("mencatat pemberitahuan kebocoran kepada warga dan lembaga"),
        "breach.opened": Sentence("membuka perangkat kebocoran data"),
        "privacy.opened": Sentence("membuka permintaan data"),
        "privacy.listed": Sentence("membuka daftar permintaan data"),
        "privacy.prepared": Sentence("membuka formulir permintaan data"),
        "privacy.readers_listed": Sentence("melihat siapa yang membuka data orang"),
    }
)
