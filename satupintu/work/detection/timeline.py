"""What happened in early detection, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.work.detection.words import Result

tell(
    {
        "outreach.found": Sentence("mencari tanda deteksi dini: {found} orang baru, {lapsed} tidak lagi"),
        "outreach.shared": Sentence("membagikan {many} penjangkauan kepada {to}"),
        "outreach.recorded": Sentence("mencatat hasil penjangkauan: {result}", {"result": Result}),
        "outreach.complaint_opened": Sentence("membuka keluhan dari penjangkauan"),
        "outreach.listed": Sentence("membuka daftar jangkauan"),
        "outreach.opened": Sentence("membuka penjangkauan"),
        "sign.published": Sentence("menetapkan tanda deteksi dini “{sign}”"),
        "sign.switched_off": Sentence("tidak lagi mencari tanda deteksi dini “{sign}”"),
    }
)
