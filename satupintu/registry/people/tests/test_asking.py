"""What is read from a line of typing."""

import pytest

from satupintu.registry.people.asking import Asked, read


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Andi Baso", Asked("Andi Baso")),
        ("Andi Baso 1987", Asked("Andi Baso", 1987)),
        ("1987 Andi  Baso", Asked("Andi Baso", 1987)),
        ("Baso, ibu Sitti Aminah", Asked("Baso", mother="Sitti Aminah")),
        ("Baso, nama ibu Aminah, desa Ara", Asked("Baso", mother="Aminah", place="Ara")),
        ("Baso 1987, kec. Bontobahari", Asked("Baso", 1987, place="Bontobahari")),
        ("Basri, S.Pd", Asked("Basri, S.Pd")),
        ("Basri, ibu", Asked("Basri, ibu")),
        ("ibu Aminah", Asked("ibu Aminah")),
        ("", Asked()),
    ],
)
def test_a_line_is_read(typed: str, asked: Asked) -> None:
    assert read(typed) == asked


@pytest.mark.parametrize(
    "asked", [Asked("Baso"), Asked("Baso", 1987), Asked("Baso", None, "Aminah", "Ara"), Asked("Baso", 1987, "", "Ara")]
)
def test_what_is_written_reads_as_it_was(asked: Asked) -> None:
    assert read(str(asked)) == asked
