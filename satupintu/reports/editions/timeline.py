"""What happened to numbers, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.reports.editions.words import Subject

tell({"edition.closed": Sentence("menutup angka bulan {month}: {of}", {"of": Subject})})
