"""The press: what it prints, what it never does, and that it ends."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from satupintu.engine.documents.letters.heads import Head
from satupintu.engine.documents.letters.kinds import kinds
from satupintu.engine.documents.letters.sheet import Issue, Signed, compose
from satupintu.engine.documents.letters.wording import Place, Wording
from satupintu.engine.documents.paper import printing
from satupintu.engine.documents.words import Form

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
HEAD = Head(
    name="Puskesos Desa Ara",
    code="P7302032006",
    kind="puskesos",
    area=7302032006,
    place="Ara",
    zone=ZONE,
    above=("Pemerintah Kabupaten Bulukumba", "Kecamatan Bonto Bahari"),
    below=("Jl. Poros Bira No. 12", "Telepon 0413 555 020"),
)
ISSUE = Issue("0042/SK/P7302032006/XI/2026", date(2026, 11, 22), "https://satupintu.contoh/periksa/K3QF7PLM2ABCD345/")
STANDARDS = [(kind, one) for kind in kinds() for one in kind.standards]


@pytest.mark.parametrize(
    ("kind", "standard"), STANDARDS, ids=[f"{k.code}-{s.office_kind}-{s.name}" for k, s in STANDARDS]
)
def test_every_standard_wording_is_whole_and_prints(kind, standard) -> None:  # type: ignore[no-untyped-def]
    wording = standard.wording
    assert wording.unknown(frozenset(kind.placeholders)) == {}
    assert set(kind.placeholders) >= wording.needs
    assert set(kind.example) >= set(kind.offers) | set(kind.asks), "an example of everything that it offers"
    signed = [Signed("Andi Tenri", "", NOW.astimezone(ZONE), initials=True)] if wording.initials_role else []
    signed += [Signed("Andi Muhammad Rahmatullah Dg. Mattawang", "1980", NOW.astimezone(ZONE)) for _ in wording.signers]
    sheet = compose(wording, HEAD, dict(kind.example), day=ISSUE.day, issue=ISSUE, signed=signed)
    made = printing.pdf(sheet, NOW)
    assert made.startswith(b"%PDF-1.7") and len(made) < 80_000
    assert len(printing.pictures(sheet)) == 1, "it fits on one page"


def test_the_same_letter_is_the_same_file() -> None:
    sheet = compose(Wording(Form.STATEMENT, "Surat", "Isi"), HEAD, {}, day=ISSUE.day, issue=ISSUE)
    assert printing.pdf(sheet, NOW) == printing.pdf(sheet, NOW)


def test_what_people_write_is_never_read_as_code() -> None:
    nasty = '#read("/etc/passwd") #panic() $ #let x = 1 \\ @ref <label> // /* `'
    wording = Wording(Form.LETTER, nasty, nasty, addressee=nasty, copies=nasty, places=(Place(nasty),))
    assert printing.pictures(compose(wording, HEAD, {"nama": nasty}, day=ISSUE.day))


def test_a_long_letter_runs_over_several_pages() -> None:
    body = "\n\n".join(f"Bahwa {one} dan seterusnya menurut ketentuan yang berlaku." for one in range(120))
    sheet = compose(Wording(Form.LETTER, "Panjang", body), HEAD, {}, day=ISSUE.day, issue=ISSUE)
    assert len(printing.pictures(sheet, ppi=30)) > 2


def test_a_letter_without_anything_known_still_prints() -> None:
    for kind, standard in STANDARDS:
        assert printing.pictures(
            compose(standard.wording, replace(HEAD, above=(), below=()), {}, day=ISSUE.day), ppi=30
        ), kind


def test_a_broken_letter_is_said_without_its_words() -> None:
    with pytest.raises(printing.NotPrinted) as problem:
        printing.pdf({"form": "letter", "rahasia": "Daeng Caya"}, NOW)
    assert "Caya" not in str(problem.value)
