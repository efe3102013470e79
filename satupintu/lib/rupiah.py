"""Money and numbers as Indonesians write them: dot between thousands, comma before decimals. Money is whole rupiah."""

import re
from decimal import Decimal

from satupintu.lib.sentences import Said, say

_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"-?\d+(,\d+)?")
_SCALES = {"rb": 10**3, "ribu": 10**3, "jt": 10**6, "juta": 10**6, "m": 10**9, "miliar": 10**9, "milyar": 10**9,
           "triliun": 10**12}  # fmt: skip
_AMOUNT = re.compile(r"(-?)(?:rp\.?|idr)?(-?)([\d.,]+)([a-z]*)\.?")


class NotANumeral(ValueError):
    """The text is no number or amount; `sentence` (also args[0]) says what to write."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def format_number(value: int | float | Decimal, decimals: int = 0) -> str:
    """1234567.5 with one decimal → "1.234.567,5". Halves round to the even digit."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def format_rupiah(amount: int | Decimal) -> str:
    """1500000 → "Rp1.500.000", -500 → "-Rp500"."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{format_number(amount).removeprefix(sign)}"


def read_number(text: str) -> Decimal:
    """ "1.234.567,5", "1234567,5", "12" → Decimal. Raises NotANumeral, also for "1.5", which may mean 1,5 or 15."""
    plain = re.sub(r"\s", "", text)
    if not plain.isascii() or not (_GROUPED.fullmatch(plain) or _PLAIN.fullmatch(plain)):
        raise NotANumeral(
            say("“{text}” bukan angka. Titik untuk ribuan, koma untuk desimal: 1.234,5.", text=text.strip()[:40])
        )
    return Decimal(plain.replace(".", "").replace(",", "."))


def read_rupiah(text: str) -> int:
    """Whole rupiah of "Rp 1.500.000", "1500000", "Rp1.500.000,00", "1,5 juta", "500 rb".

    Raises NotANumeral for anything else, and for parts of a rupiah.
    """
    match = _AMOUNT.fullmatch(re.sub(r"[\s]|,-$", "", text).lower())
    if not match or (match[4] and match[4] not in _SCALES) or (match[1] and match[2]):
        raise NotANumeral(say("“{text}” bukan jumlah uang. Tulis seperti 1.500.000.", text=text.strip()[:40]))
    amount = read_number(match[3]) * _SCALES.get(match[4], 1)
    if amount != amount.to_integral_value():
        raise NotANumeral(say("Jumlah uang ditulis dalam rupiah utuh, tanpa sen."))
    return -int(amount) if match[1] or match[2] else int(amount)
