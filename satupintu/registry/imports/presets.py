"""Mappings that can be chosen: those that come with the house, and those that somebody has published."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from satupintu.lib.sentences import say
from satupintu.registry.imports.layout import Layout, NotALayout, from_yaml
from satupintu.registry.imports.models import Mapping, MappingVersion

FOLDER = Path(__file__).parent / "mappings"
PREFIX = "preset:"


@dataclass(frozen=True, slots=True)
class Known:
    """A mapping that may be used: what it is called, how a file is read by it, its version if it was published here."""

    name: str
    layout: Layout | None
    version: MappingVersion | None


@cache
def presets() -> dict[str, Layout]:
    """The mappings that come with the house, by their names, in that order."""
    return {path.stem: from_yaml(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}


def known_mapping(wanted: str) -> Known:
    """The mapping that is meant by "preset:bdt-2015", a file of YAML, or the name of one that the caller may see.

    Raises NotALayout when there is none or the file holds none.
    """
    if wanted.startswith(PREFIX):
        preset = presets().get(wanted.removeprefix(PREFIX))
        if preset is not None:
            return Known(wanted, preset, None)
    elif (path := Path(wanted)).is_file():
        return Known(wanted, from_yaml(path.read_text(encoding="utf-8")), None)
    else:
        mapping = Mapping.objects.filter(name=wanted).order_by("-area", "id").first()
        version = mapping.newest if mapping else None
        if version is not None:
            return Known(wanted, version.layout, version)
    names = ", ".join(f"{PREFIX}{name}" for name in presets())
    raise NotALayout([say("Pemetaan “{wanted}” tidak ada. Yang tersedia: {names}.", wanted=wanted[:80], names=names)])
