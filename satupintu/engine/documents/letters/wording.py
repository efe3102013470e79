"""What one version of a template says: form, texts, who signs. Plain values, frozen into the version."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from satupintu.engine.documents.letters import markup
from satupintu.engine.documents.words import Form

NUMBER_FORMAT = "{{ urut }}/{{ jenis }}/{{ kantor }}/{{ bulan }}/{{ tahun }}"
"""Sequence, kind, office, month in Roman figures, year: "0042/SKT/P7302032006/XI/2026"."""
NUMBER_PARTS = frozenset({"urut", "jenis", "kantor", "bulan", "tahun"})
NUMBER_NEEDS = frozenset({"urut", "jenis", "kantor", "tahun"})
"""Without these two letters could carry the same number."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class Place:
    """A place for a signature: ``position`` as printed; ``role`` signs here in Satu Pintu, "" signs on paper."""

    position: str
    role: str = ""

    @property
    def on_paper(self) -> bool:
        """Whether a pen signs here, after printing."""
        return not self.role


@dataclass(frozen=True)
class Wording:
    """The texts of a version, in the markup of ``markup.py``."""

    form: Form
    title: str
    body: str
    addressee: str = ""
    tear_off: str = ""
    copies: str = ""
    places: tuple[Place, ...] = ()
    initials_role: str = ""
    number_format: str = NUMBER_FORMAT

    @property
    def signers(self) -> list[str]:
        """The roles that sign in Satu Pintu, in their order."""
        return [place.role for place in self.places if not place.on_paper]

    @property
    def texts(self) -> dict[str, str]:
        """Every text that placeholders may stand in."""
        positions = "\n".join(place.position for place in self.places)
        return {
            "title": self.title,
            "body": self.body,
            "addressee": self.addressee,
            "tear_off": self.tear_off,
            "copies": self.copies,
            "places": positions,
        }

    @property
    def names(self) -> set[str]:
        """Every placeholder that its texts name."""
        return set().union(*(markup.placeholders(text) for text in self.texts.values()))

    @property
    def needs(self) -> set[str]:
        """The placeholders without which a sentence would have a hole."""
        return set().union(*(markup.required(text) for text in self.texts.values()))

    def unknown(self, offered: frozenset[str]) -> dict[str, list[str]]:
        """Placeholders that the kind does not offer, by the text they stand in."""
        found = {
            name: sorted(markup.placeholders(text) - offered) + markup.strays(text) for name, text in self.texts.items()
        }
        wrong = sorted(markup.placeholders(self.number_format) - NUMBER_PARTS)
        missing = sorted(NUMBER_NEEDS - markup.placeholders(self.number_format))
        found["number_format"] = [*wrong, *missing]
        return {name: words for name, words in found.items() if words}

    def packed(self) -> dict[str, Any]:
        """As a version keeps it."""
        return asdict(self) | {"form": self.form.value, "places": [asdict(place) for place in self.places]}

    @classmethod
    def unpacked(cls, kept: Mapping[str, Any]) -> Self:
        """From what a version keeps."""
        places = tuple(Place(**place) for place in kept["places"])
        return cls(**{**kept, "form": Form(kept["form"]), "places": places})


def letter_number(number_format: str, *, series: str, code: str, month: int, year: int, sequence: int) -> str:
    """The number as printed."""
    parts = {
        "urut": f"{sequence:04d}",
        "jenis": series,
        "kantor": code,
        "bulan": _ROMAN[month - 1],
        "tahun": str(year),
    }
    return markup.line(number_format, parts)
