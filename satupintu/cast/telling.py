"""Sentences from pieces: ``{a|b}`` is one of them, ``{name}`` a word that is given, ``{{…}}`` never occurs."""

import re
from collections.abc import Mapping
from random import Random

_GAP = re.compile(r"\{([^{}]*)\}")

POOLS: Mapping[str, tuple[str, ...]] = {
    "lama": ("sejak dua bulan lalu", "sejak tahun lalu", "sudah tiga bulan", "sudah lama", "sejak bulan lalu",
             "sudah hampir setahun", "sejak habis Lebaran", "sejak musim barat"),
    "kerja": ("nelayan", "buruh tani", "buruh bangunan", "penjual ikan keliling", "petani kebun", "tukang kayu perahu",
              "buruh cuci", "penjual kue", "sopir pete-pete", "petani rumput laut"),
    "dokumen": ("KTP dan KK sudah ada", "fotokopi KK sudah disiapkan", "surat keterangan desa belum ada",
                "berkasnya lengkap", "KTP-nya hilang", "KK-nya masih KK lama"),
    "sudah": ("Sudah pernah bertanya ke kantor desa, tetapi belum ada kabar.", "Baru kali ini melapor.",
              "Sudah dua kali datang ke kabupaten dan disuruh pulang melengkapi berkas.",
              "Bisa dihubungi lewat telepon sesudah magrib.", "Mohon kalau bisa didatangi ke rumah.",
              "Ongkos ke kota mahal, jadi mohon diurus dari desa.", "Kepala dusun sudah tahu keadaannya.",
              "Takut terlambat karena batas waktunya dekat.", "Belum pernah dapat bantuan apa pun."),
}  # fmt: skip
"""Pieces that many stories share."""


def say(dice: Random, text: str, **words: str) -> str:
    """The text with every gap filled, its first letter large. Raises KeyError for a gap that nothing fills."""

    def fill(gap: re.Match[str]) -> str:
        inside = gap.group(1)
        if "|" in inside:
            return dice.choice(inside.split("|"))
        return words[inside] if inside in words else dice.choice(POOLS[inside])

    while _GAP.search(text):
        text = _GAP.sub(fill, text)
    return text[:1].upper() + text[1:]


def tell(dice: Random, slots: tuple[str, ...], *, often: float, **words: str) -> str:
    """A story: each slot a sentence, and as often as that one more about the circumstances."""
    spoken = [say(dice, slot, **words) for slot in slots]
    if dice.random() < often:
        spoken.append(say(dice, "{sudah}", **words))
    return " ".join(spoken)
