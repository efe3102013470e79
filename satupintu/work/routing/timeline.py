"""What happened to rules, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.foundation.offices.words import OfficeKind
from satupintu.work.routing.words import Level

tell(
    {
        "route.published": Sentence(
            "menetapkan aturan rute ke {kind}, {level}: {reason}", {"kind": OfficeKind, "level": Level}
        ),
        "route.withdrawn": Sentence("mencabut aturan rute: {reason}"),
    }
)
