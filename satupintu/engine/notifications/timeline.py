"""What happened to notices and messages, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.engine.notifications.words import Medium, Trouble

tell(
    {
        "notice.read": Sentence("membaca pemberitahuan"),
        "message.sent": Sentence("mengirim pesan lewat {medium}", {"medium": Medium}),
        "message.given_up": Sentence(
            "pesan lewat {medium} tidak terkirim: {trouble}", {"medium": Medium, "trouble": Trouble}
        ),
        "message.retried": Sentence("meminta pesan lewat {medium} dikirim lagi", {"medium": Medium}),
    }
)
