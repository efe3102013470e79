"""Names to search among: drawn as the cast's are, so that the common ones are as common as in a real village."""

from random import Random
from typing import Any

from satupintu.cast import naming
from satupintu.lib.names import name_key
from satupintu.lib.nik import Sex

DRAWN = 200_000
"""Names drawn by themselves; a larger population goes round them again with other years of birth and other mothers."""
SHORT = {"Muhammad": "Muh.", "Abdul": "Abd.", "Sitti": "St.", "Siti": "St.", "Andi": "A.", "Daeng": "Dg."}
"""How officers shorten what stands in many names."""
LETTERS = "aiueonrstkmhl"


def draw(owner: Any) -> None:
    """A temporary table ``given (n, name, key, mother)`` of ``DRAWN`` rows from a seed, once a connection."""
    if owner.execute("select to_regclass('pg_temp.given')").fetchone()[0]:
        return
    dice = Random(7)
    owner.execute("create temp table given (n bigint primary key, name text, key text, mother text)")
    with owner.cursor() as cursor, cursor.copy("copy given from stdin") as rows:
        for number in range(DRAWN):
            name = _name(dice, dice.choice([Sex.MALE, Sex.FEMALE]))
            rows.write_row((number, name, name_key(name), _name(dice, Sex.FEMALE)))
    owner.execute("analyze given")


def _name(dice: Random, sex: Sex) -> str:
    born = 2026 - int(dice.betavariate(1.3, 2.2) * 90)
    father = naming.name(dice, Sex.MALE, born - 28) if dice.random() < 0.3 else ""
    return naming.name(dice, sex, born, noble=dice.random() < 0.06, father=father)


def mistyped(name: str, dice: Random) -> str:
    """As somebody types it who heard it: shortened, parts swapped or left out, or a slip in one letter."""
    words, chance = name.split(), dice.random()
    if chance < 0.15:
        return " ".join(SHORT.get(word, word) for word in words)
    if chance < 0.25 and len(words) > 1:
        return " ".join(dice.sample(words, len(words)))
    if chance < 0.35 and len(words) > 2:
        words.pop(dice.randrange(len(words)))
        return " ".join(words)
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    at = dice.randrange(len(words)) if dice.random() < 0.5 else longest
    at = at if len(words[at]) > 3 else longest
    words[at] = _slip(words[at], dice)
    return " ".join(words)


def _slip(word: str, dice: Random) -> str:
    """A letter left out, two swapped, one wrong, or one twice; the first and the last stay."""
    if len(word) < 4:
        return word
    at, chance = dice.randrange(1, len(word) - 1), dice.random()
    before, letter, after = word[:at], word[at], word[at + 1 :]
    if chance < 0.3:
        return before + after
    if chance < 0.55 and len(after) > 1:
        return before + after[0] + letter + after[1:]
    if chance < 0.8:
        return before + dice.choice(LETTERS) + after
    return before + letter + letter + after
