"""Whoever sees a person sees what the civil registry has about them; a file of answers by those who see its whole area."""

from satupintu.lib.walls import Wall, in_scope, through

WALLS = [
    Wall("civil_answerfile", in_scope("area")),
    Wall("civil_civilanswer", through("civil_civilanswer", "person_id", "people_person")),
]
