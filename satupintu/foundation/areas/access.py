"""Areas are public: the list is printed in a decree. Only changing it takes a right."""

from satupintu.lib.walls import Open

WALLS = [
    Open("areas_edition", "decrees, no personal data", "select, insert, update"),
    Open("areas_area", "the national list of areas, no personal data", "select, insert, update"),
    Open("areas_succession", "which code replaced which, no personal data", "select, insert"),
    Open("areas_othercode", "what others call our areas, no personal data", "select, insert, update"),
    Open("areas_formername", "former names of areas, no personal data", "select, insert"),
]
