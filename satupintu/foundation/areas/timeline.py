"""What happened to the list of areas, as sentences."""

from satupintu.engine.events import Sentence, tell

tell(
    {
        "area.edition_adopted": Sentence(
            "menetapkan edisi kode wilayah {decree}: {began} kode baru, {ended} berakhir, {renamed} berganti nama"
        ),
    }
)
