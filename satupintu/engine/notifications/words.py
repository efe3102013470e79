"""Words of notifications: ways out of the house, where a message stands, what went wrong."""

from satupintu.lib.words import Word


class Medium(Word):
    """By what a message leaves the house."""

    EMAIL = "email", "Surel", "E-mail"
    SMS = "sms", "SMS", "SMS"
    WHATSAPP = "whatsapp", "WhatsApp", "WhatsApp"


class MessageState(Word):
    """Where a message stands."""

    QUEUED = "queued", "Menunggu dikirim", "Waiting to be sent"
    SENDING = "sending", "Sedang dikirim", "Being sent"
    FAILED = "failed", "Gagal, akan dicoba lagi", "Failed, will be tried again"
    SENT = "sent", "Terkirim", "Sent"
    GIVEN_UP = "given_up", "Tidak terkirim", "Not sent"


class Trouble(Word):
    """What went wrong with a message: the class of it, never what the gateway said."""

    UNREACHABLE = "unreachable", "Gerbang tidak terjangkau", "Gateway out of reach"
    BUSY = "busy", "Gerbang sedang tidak melayani", "Gateway not serving now"
    UNKNOWN = "unknown", "Sambungan putus sebelum ada jawaban", "Connection lost before the answer"
    SETTINGS = "settings", "Gerbang menolak sambungan kita", "Gateway refuses our connection"
    REFUSED = "refused", "Gerbang menolak alamatnya", "Gateway refuses the address"
    BROKEN = "broken", "Kesalahan pada program", "Fault in the program"
