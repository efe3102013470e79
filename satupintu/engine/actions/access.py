"""The keys hold no personal data: a verb, the number of an appointment, the number of a row."""

from satupintu.lib.walls import Open

WALLS = [Open("actions_done", "idempotency keys: verbs and row numbers only", "select, insert, update")]
