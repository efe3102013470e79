"""Numbers as Indonesia writes them: 1.234,5 (in English 1,234.5)."""

from decimal import Decimal

from django.utils.translation import get_language

_TURN = str.maketrans(",.", ".,")


def number(value: int | float | Decimal, decimals: int | None = None, *, language: str | None = None) -> str:
    """Write a number with separators of thousands; `decimals` fixes the places, else they stay as they are."""
    text = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    return text if (language or get_language() or "id").startswith("en") else text.translate(_TURN)


def share(part: int | float, whole: int | float, decimals: int = 0, *, language: str | None = None) -> str:
    """Write a share in per cent: "37 %"; of nothing it is "–"."""
    return f"{number(100 * part / whole, decimals, language=language)} %" if whole else "–"
