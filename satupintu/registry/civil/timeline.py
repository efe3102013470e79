"""What happened with answers of the civil registry, as sentences."""

from satupintu.engine.events import Sentence, tell

tell({"civil.loaded": Sentence("memuat hasil pemadanan Dukcapil: {matched} padan, {not_matched} tidak padan")})
