import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satupintu.lib import names
from satupintu.lib.spelling import DEGREES, LONG_FORMS, TITLES

ODD = {"bin", "binti", "andi", "abdurrahman", "S. Pd", "M.A.", "a.", "nur'aini"}
PARTS = sorted(TITLES | DEGREES | set(LONG_FORMS) | ODD)
namelike = st.lists(st.sampled_from(PARTS), max_size=6).map(" ".join)
any_name = st.one_of(st.text(max_size=40), namelike, st.text(alphabet="mhs. ,tbinapdr'II", max_size=20))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("MUH. ALI", "muhammad ali"),
        ("M. Ali", "muhammad ali"),
        ("Moh.Ali", "muhammad ali"),
        ("Mochammad  ALI ", "muhammad ali"),
        ("Ali M", "ali m"),
        ("HM. Ali", "muhammad ali"),
        ("ABD. RAHMAN", "abdul rahman"),
        ("Abdurrahman", "abdul rahman"),
        ("ABDULRAHMAN", "abdul rahman"),
        ("Abdullah", "abdullah"),
        ("Abduh", "abduh"),
        ("St. Aminah", "siti aminah"),
        ("SITTI AMINAH", "siti aminah"),
        ("Rahman, ST", "rahman"),
        ("Rahman S.T., M.Si.", "rahman"),
        ("Rahman S. Pd", "rahman"),
        ("Ma", "ma"),
        ("Aminah Ma", "aminah ma"),
        ("Aminah, M.A.", "aminah"),
        ("Dr. H. Andi Rahman, S.Pd.I", "andi rahman"),
        ("A. Rahman", "a rahman"),
        ("Baso Dg. Te'ne", "baso daeng tene"),
        ("Hj. St. Aminah binti Abd. Rahman", "siti aminah abdul rahman"),
        ("Bin Ali", "bin ali"),
        ("H. Haji", "haji"),
        ("Andi Hj. Rosmini", "andi rosmini"),
        ("José Nuñez", "jose nunez"),
        ("Nur\u200bAini", "nuraini"),
        ("أحمد", "احمد"),
        ("...", ""),
    ],
)
def test_a_name_and_its_key(name: str, key: str) -> None:
    assert names.name_key(name) == key
    assert names.name_tokens(name) == key.split()


@settings(max_examples=1000)
@given(
    st.one_of(
        any_name, st.lists(st.sampled_from([*PARTS, "rahman", "caya.", "a1", "s", "pd"]), max_size=4).map(" ".join)
    )
)
def test_a_name_of_plain_words_has_the_key_that_the_long_way_finds(name: str) -> None:
    key = names._key_once(name)
    while (again := names._key_once(key)) != key:
        key = again
    assert names.name_key(name) == key


@settings(max_examples=500)
@given(any_name)
def test_the_key_of_a_key_is_itself_and_any_text_has_one(name: str) -> None:
    key = names.name_key(name)
    assert names.name_key(key) == key
    assert bool(key) == any(c.isalnum() for c in names._bare(name))
    assert key == " ".join(key.split())


@given(namelike)
def test_large_letters_make_no_other_key(name: str) -> None:
    assert names.name_key(name.upper()) == names.name_key(name)


@pytest.mark.parametrize(
    "alike",
    [
        "Joesoef Jusuf Yusuf Yusup",
        "Djamaluddin Jamaludin Zamaluddin",
        "Tjahjadi Cahyadi",
        "Chaerul Khairul Haerul Chairul",
        "Achmad Ahmad Akhmad Ahmat",
        "Zaenal Sainal Jaenal Zainal",
        "Fatmawati Patmawaty Fatmawatie",
        "Irvan Irfan Irpan",
        "Syamsuddin Samsudin Sjamsuddin",
        "Rasyid Rasjid Rasid",
        "Noer Nur Noor",
        "Hasan Hasang Hassan",
        "Taufiq Taufik Topik",
        "Fitriyani Fitriani",
        "Suwardi Suardi",
        "Muchtar Mukhtar Muhtar Mochtar",
        "Jahja Yahya",
        "Felix Feliks",
        "Christina Kristina",
    ],
)
def test_spellings_of_one_name_sound_alike(alike: str) -> None:
    assert len({names.phonetic_key(token) for token in alike.split()}) == 1


@pytest.mark.parametrize("pair", ["Ahmad Amir", "Siti Sita", "Rahman Rahim", "Baso Besse", "Ali Alim"])
def test_different_names_sound_different(pair: str) -> None:
    one, other = pair.split()
    assert names.phonetic_key(one) != names.phonetic_key(other)


@settings(max_examples=500)
@given(st.text(max_size=20) | st.text(alphabet="aeioujytsdznchkgpb", max_size=12))
def test_the_sound_of_a_sound_is_itself(token: str) -> None:
    sound = names.phonetic_key(token)
    assert names.phonetic_key(sound) == sound
    assert bool(sound) == any(c.isalnum() for c in names._bare(token))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("HJ. ST. NUR'AINI DG. TE'NE BINTI H. ABD. RAHMAN II", "Hj. St. Nur'aini Dg. Te'ne binti H. Abd. Rahman II"),
        ("andi muh. alfian, S.Pd.", "Andi Muh. Alfian, S.Pd."),
        ("SRI-WAHYUNI", "Sri-Wahyuni"),
        ("McDonald", "McDonald"),
        ("  baso   BIN la tjong ", "Baso bin La Tjong"),
        ("VIVI", "Vivi"),
    ],
)
def test_a_name_as_it_is_printed(name: str, shown: str) -> None:
    assert names.title_case(name) == shown


@given(any_name)
def test_printing_a_printed_name_changes_nothing(name: str) -> None:
    once = names.title_case(name)
    assert names.title_case(once) == once


@pytest.mark.parametrize(
    ("name", "letters", "mask"),
    [
        ("Dr. Andi Muh. Rahman, S.H.", "AR", "A*** M*** R***"),
        ("Baso", "B", "B***"),
        ("", "?", ""),
    ],
)
def test_initials_and_mask_give_no_more_than_letters(name: str, letters: str, mask: str) -> None:
    assert names.initials(name) == letters
    assert names.mask_name(name) == mask


@given(any_name)
def test_a_mask_shows_one_letter_a_word(name: str) -> None:
    assert all(len(part) <= 6 and part.endswith("***") for part in names.mask_name(name).split())
    names.initials(name)


@pytest.mark.parametrize("slip", ["ramatula", "rahmatula", "ramtula", "ramtaula", "ramatola"])
def test_a_slip_is_near(slip: str) -> None:
    heard, meant = names.phonetic_key(slip), names.phonetic_key("ramatula")
    assert heard == meant or meant in names.near_sounds(heard)


@given(any_name.map(names.phonetic_key))
@settings(max_examples=60)
def test_near_is_mutual_and_never_the_same(key: str) -> None:
    near = names.near_sounds(key)
    assert key not in near and len(near) == len(set(near))
    heard = [other for other in near if len(other) > 2 and set(key) <= set("abcdgiklmnprstuwy")]
    assert all(key in names.near_sounds(other) for other in heard[:20])
