"""Names of people in Indonesia: one key for equality, sounds for searching, forms for showing.

There is no family name; one word is a whole name for every seventh person in Sulawesi Selatan. The same person is
written MUH. / MUHAMMAD / M., ABD. RAHMAN / ABDUL RAHMAN / ABDURRAHMAN, ST. / SITTI, with and without H. and S.Pd.

Decisions, all on the side of not claiming too much:
- "M." before another word is Muhammad. "A." stays a letter: it is Andi in Sulawesi Selatan, but Abdul, Ahmad or
  Achmad elsewhere and often enough there; who searches compares letters with the words they may stand for.
- "St." is Siti, except as the last part or after a comma, where S.T. is a degree.
- A title goes only where it is one: H. or Dr. in front, S.Pd behind. Something of the name always stays.
- bin and binti go, the father's name stays. Daeng, Andi, Karaeng, Puang are part of the name.
"""

import re
import unicodedata
from functools import lru_cache

from satupintu.lib.spelling import DEGREES, LONG_FORMS, TITLES, TITLES_ANYWHERE

__all__ = ["initials", "mask_name", "name_key", "name_tokens", "near_sounds", "phonetic_key", "title_case"]

_MARKS = re.compile("['`\u00b4\u2018\u2019\u02bc\u02bb\u201c\u201d\"]")
_CHUNK = re.compile(r"[\s,;/()\[\]]+")
_NO_WORD = re.compile(r"[\W_]+")
_PATRONYMIC = {"bin", "binti", "binte", "bte"}
# Degrees only with dots or after a comma: without, they may be a name.
_UNDOTTED_NO_DEGREE = {"ma", "ba", "sp", "ak", "mak", "map", "mp", "spa", "se"}


def name_key(name: str) -> str:
    """The normalised form by which equal names are equal: lower case words, one space between.

    Total: any text has a key, "" when it has no letter or digit. Idempotent: the key of a key is itself.
    """
    if name.isascii():
        words = [_plain_word(word) for word in name.lower().split()]
        if None not in words:
            return " ".join(words)  # type: ignore[arg-type]
    key = _key_once(name)
    while (again := _key_once(key)) != key:
        key = again
    return key


def name_tokens(name: str) -> list[str]:
    """The words of the name key, in order: "Hj. ST. Aminah binti Abd. Rahman" → siti aminah abdul rahman."""
    return name_key(name).split()


def _key_once(name: str) -> str:
    before_comma, _, after = name.partition(",")
    chunks = [c for c in _CHUNK.split(_bare(before_comma)) if _flat(c)]
    behind = [c for c in _CHUNK.split(_bare(after)) if _flat(c)]
    if not all(_flat(c) in DEGREES for c in behind):
        chunks, behind = chunks + behind, []
    tokens = [token for chunk in _without_titles(chunks or behind) for token in _split(chunk)]
    tokens = [t for i, t in enumerate(tokens) if not (t in _PATRONYMIC and 0 < i < len(tokens) - 1)]
    last = len(tokens) - 1
    return " ".join(_long_form(token, is_last=i == last) for i, token in enumerate(tokens))


@lru_cache(maxsize=32_768)
def _plain_word(word: str) -> str | None:
    """What a lower-case ASCII word becomes wherever it stands; None for one that has to be looked at among the others:
    what may be a title, a degree, a patronymic, an initial, or two words.
    """
    flat = word.rstrip(".")
    if not flat.isalnum() or len(flat) == 1 or flat in _LOOKED_AT or (flat.startswith("abdu") and len(flat) > 7):
        return None
    return LONG_FORMS.get(flat, flat)


_LOOKED_AT = TITLES | TITLES_ANYWHERE | DEGREES | _PATRONYMIC | {"st"}


def _bare(text: str) -> str:
    """Lower case without accents and apostrophes (Nur'aini = Nuraini), in a form that no second pass changes."""
    if text.isascii():
        return _MARKS.sub("", text.lower())
    for _ in range(3):
        text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return _MARKS.sub("", text)


def _flat(chunk: str) -> str:
    return _NO_WORD.sub("", chunk)


def _split(chunk: str) -> list[str]:
    return [part for part in _NO_WORD.split(chunk) if part]


def _without_titles(chunks: list[str]) -> list[str]:
    """Titles in front, degrees behind and "Hj." anywhere taken off, as long as a word remains."""
    while len(chunks) > 1 and _is_title(chunks[0]):
        chunks = chunks[1:]
    while len(chunks) > 1:
        two_parts = len(chunks) > 2 and len(_flat(chunks[-2])) == 1 and len(_flat(chunks[-1])) > 1
        if _is_degree(chunks[-1]):
            chunks = chunks[:-1]
        elif two_parts and _flat("".join(chunks[-2:])) in DEGREES:  # "S. Pd"
            chunks = chunks[:-2]
        else:
            break
    rest = [c for c in chunks if _flat(c) not in TITLES_ANYWHERE]
    return rest or chunks[:1]


def _is_title(chunk: str) -> bool:
    return _flat(chunk) in TITLES


def _is_degree(chunk: str) -> bool:
    flat = _flat(chunk)
    return flat in DEGREES and ("." in chunk.strip(".") or flat not in _UNDOTTED_NO_DEGREE)


def _long_form(token: str, *, is_last: bool) -> str:
    """The full form of an abbreviated or variously written name part."""
    if token in ("m", "st"):
        return token if is_last else LONG_FORMS[token]
    if token in LONG_FORMS:
        return LONG_FORMS[token]
    if token.startswith("abdu") and len(token) > 7:
        return _abdul(token)
    return token


def _abdul(token: str) -> str:
    """abdurrahman, abdulrahman, abdurahman → abdul rahman; abdullah and abduh stay."""
    rest = token[4:]
    if rest[0] == "l":
        rest = rest[1:]
    elif rest[0] in "rsztdn":
        rest = rest[1:] if rest[1] == rest[0] else rest
    else:
        return token
    return f"abdul {rest}" if len(rest) >= 4 else token


_OLD_YOD = re.compile(r"^j(?=usu|uni|unu|uli|ahj|ahy|asi|aku|ani|ami|oha|oes|oen|oel|ung)")
_SOUNDS = [(re.compile(pattern), sound) for pattern, sound in (
    (r"oe", "u"), (r"^tsj", "c"), (r"tj", "c"), (r"dj", "j"), (r"nj", "ny"), (r"(?<=h)j", "y"),
    (r"s[jyh]|d[zs]|ts(?!$)", "s"), (r"chr", "kr"), (r"[ck]h", ""), (r"ck", "k"), (r"x", "ks"), (r"q", "k"),
    (r"h", ""), (r"ph|[vf]", "p"), (r"[zj]", "s"), (r"au|ou?", "u"), (r"e", "i"), (r"y", "i"),
    (r"uw(?=[aiu])", "u"), (r"ng$", "n"), (r"d$", "t"), (r"b$", "p"), (r"g$", "k"), (r"(.)\1+", r"\1"),
)]  # fmt: skip


@lru_cache(maxsize=32_768)
def phonetic_key(token: str) -> str:
    """How a name part sounds, coarse on purpose: parts that are heard or spelt alike share a key.

    Old spelling (Joesoef = Yusuf, Djamal = Jamal, Tjahja = Cahya), kh/ch/h and silent h (Chaerul = Khairul = Haerul),
    v/f/p, z/s/j/sy, o/u, e/i, y/i, final d/t, b/p, ng/n (Bugis-Makassar: Hasang = Hasan), double letters.
    For finding candidates by equality; rank what is found by the spelling. Idempotent; "" only for a token
    without letters and digits.
    """
    flat = _flat(_bare(token))
    key = _OLD_YOD.sub("y", flat)
    for _ in range(len(flat) + 1):
        before = key
        for pattern, sound in _SOUNDS:
            key = pattern.sub(sound, key)
        if key == before:
            break
    return key or flat


_HEARD = "abcdgiklmnprstuwy"
"""The letters that a phonetic key is made of."""


def near_sounds(key: str) -> list[str]:
    """The phonetic keys one slip away: a letter left out, doubled up with another, mistaken, or two swapped.

    Some hundred for a word of eight letters, in order, without the key itself; none for a key of one or two letters,
    whose neighbours are every other short name.
    """
    if len(key) < 3:
        return []
    near: set[str] = set()
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        near |= {head + letter + tail for letter in _HEARD} | {head + letter + tail[1:] for letter in _HEARD if tail}
        near |= {head + tail[1:]} if tail else set()
        near |= {head + tail[1] + tail[0] + tail[2:]} if len(tail) > 1 else set()
    return sorted(near - {key})


def initials(name: str, most: int = 2) -> str:
    """Letters for a round picture: first and last word without titles, Andi Muh. Rahman → AR; "?" if there is none."""
    letters = [token[0].upper() for token in name_tokens(name)]
    chosen = letters if len(letters) <= most else [*letters[: most - 1], letters[-1]]
    return "".join(chosen) or "?"


def mask_name(name: str) -> str:
    """A name to recognise for who knows it and useless for others: "Andi Rahman" → "A*** R***"."""
    return " ".join(f"{token[0].upper()}***" for token in name_tokens(name))


_WORD = re.compile("[^\\W_]+(?:['\u2019\u02bc][^\\W_]+)*")
_ROMAN = re.compile(r"(?=[ivx]{2,})x{0,3}(ix|iv|v?i{0,3})")


def title_case(name: str) -> str:
    """A name as it is printed: "HJ. ST. NUR'AINI DG. TE'NE BINTI H. ABD. RAHMAN II" → "Hj. St. Nur'aini Dg. Te'ne
    binti H. Abd. Rahman II". Words that already mix large and small letters stay. Idempotent.
    """
    head, comma, degrees = " ".join(name.split()).partition(",")
    if comma and all(_flat(_bare(part)) in DEGREES for part in _CHUNK.split(degrees) if _flat(_bare(part))):
        return f"{_WORD.sub(_shown, head)},{degrees}"
    return _WORD.sub(_shown, head + comma + degrees)


def _shown(match: re.Match[str]) -> str:
    word = match.group()
    small = word.lower()
    if small in ("bin", "binti"):
        return small
    if match.start() > 0 and _ROMAN.fullmatch(small):
        return small.upper()
    if word in (word.upper(), small):
        return small[0].title() + small[1:]
    return word
