"""The markup of letters: what it can say, and that it can do nothing."""

import pytest

from satupintu.engine.documents.letters import markup
from satupintu.engine.documents.letters.wording import NUMBER_FORMAT, Wording, letter_number
from satupintu.engine.documents.words import Form

KNOWN = {"nama": "Daeng Caya", "desil": "2", "daftar": "KTP\nKK"}


def words(text: str, **more: str) -> str:
    """The first block as plain text."""
    (block,) = markup.blocks(text, {**KNOWN, **more})
    return "".join(run["text"] for run in block["runs"])


def test_lines_of_a_paragraph_belong_together_and_an_empty_line_ends_it() -> None:
    assert [block["kind"] for block in markup.blocks("Satu\ndua\n\ntiga", {})] == ["text", "text"]
    assert words("Satu\ndua") == "Satu dua"


def test_stars_make_bold_but_not_those_of_a_value() -> None:
    (block,) = markup.blocks("**{{ nama }}** hadir", {"nama": "A ** B"})
    assert block["runs"] == [{"text": "A ** B", "bold": True}, {"text": " hadir", "bold": False}]


def test_facts_without_a_value_are_left_out() -> None:
    (block,) = markup.blocks("Nama : {{ nama }}\nNIK : {{ nik }}\nDesil : {{ desil }}", KNOWN)
    assert [row["label"] for row in block["rows"]] == ["Nama", "Desil"]


def test_what_stands_in_double_brackets_goes_with_its_value() -> None:
    assert words("terdaftar[[ pada desil {{ desil }}]].") == "terdaftar pada desil 2."
    assert words("terdaftar[[ pada desil {{ desil }}]].", desil="") == "terdaftar."


def test_every_line_of_a_value_is_an_item() -> None:
    (block,) = markup.blocks("- {{ daftar }}\n- Foto", KNOWN)
    assert [item[0]["text"] for item in block["items"]] == ["KTP", "KK", "Foto"]


def test_a_value_is_text_whatever_it_looks_like() -> None:
    nasty = '{{ desil }} [[x]] #read("/etc/passwd") $x$ \\ <a> `b` //'
    assert words("{{ nama }}", nama=nasty) == nasty


def test_a_sentence_needs_its_placeholders_a_fact_or_an_option_does_not() -> None:
    text = "Benar {{ a }} adalah[[ {{ b }}]]\nNama : {{ c }}\n- {{ d }}"
    assert markup.required(text) == {"a"}


def test_a_slip_of_the_pen_is_found() -> None:
    assert markup.strays("{{ Nama lengkap }} dan {{nama} }} {{ nama }}")
    wording = Wording(Form.LETTER, "Judul", "{{ nama }} {{ gaji }} {{ Nama }}")
    assert wording.unknown(frozenset({"nama"})) == {"body": ["gaji", "{{ Nama }}"]}


@pytest.mark.parametrize("missing", ["urut", "jenis", "kantor", "tahun"])
def test_a_number_without_one_of_its_parts_could_come_twice(missing: str) -> None:
    wording = Wording(Form.LETTER, "x", "y", number_format=NUMBER_FORMAT.replace(f"{{{{ {missing} }}}}", "1"))
    assert wording.unknown(frozenset()) == {"number_format": [missing]}


def test_a_number_reads_as_offices_write_it() -> None:
    made = letter_number(NUMBER_FORMAT, series="SK", code="P7302032006", month=11, year=2026, sequence=42)
    assert made == "0042/SK/P7302032006/XI/2026"


def test_a_wording_is_kept_and_read_back_as_it_was() -> None:
    wording = Wording(Form.SLIP, "Tanda terima", "{{ nama }}")
    assert Wording.unpacked(wording.packed()) == wording
