"""What happened to the list of areas, as sentences."""

from satupintu.engine.events import Sentence, tell

tell(
    {
        "area.edition_adopted": Sentence(
            "menetapkan edisi kode wilayah {decree}: {began} kode baru, {ended} berakhir, {renamed} berganti nama"
        ),
        "area.crosswalk_adopted": Sentence("memuat padanan {codes} kode wilayah ({edition})"),
    }
)
