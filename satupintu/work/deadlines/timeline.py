"""What happened to a time limit, as a sentence."""

from satupintu.engine.events import Sentence, tell
from satupintu.work.deadlines.words import Subject, TimeUnit

tell(
    {
        "limit.published": Sentence(
            "menetapkan batas waktu {of}: {amount} {unit}, berlaku mulai {valid_from}",
            {"of": Subject, "unit": TimeUnit},
        ),
        "limit.withdrawn": Sentence("mencabut batas waktu {of} daerahnya mulai {valid_from}", {"of": Subject}),
    }
)
