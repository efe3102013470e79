"""The pages about people, through HTTP: what an officer types, sees, and cannot see."""

from typing import Any

import pytest

from satupintu.engine.events.models import Event
from satupintu.registry.people.actions import Home, Seat, change, register, register_household
from satupintu.registry.people.models import Consent, Household, Person
from satupintu.registry.people.tests.conftest import ARA, BIRA, NIK
from satupintu.registry.people.words import Relationship

KK = "7302031201100007"


def test_a_person_is_registered_over_the_form(cast: Any, desk: Any, under: Any) -> None:
    answer = desk(cast.ara_depan).post(
        "/orang/baru/",
        {"name": "Sitti Aminah", "nik": "7302 0345 0890 0002", "sex": "female", "birth_date": "5-8-1990", "rt": "2",
         "kk_number": KK, "consent": "spoken", "marital_status": "2"},
        follow=True,
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Sitti Aminah" in page
    assert "akan diperiksa" in page
    with under(cast.ara_depan):
        person = Person.objects.get()
        assert (person.nik, person.rt, person.village_id) == ("7302034508900002", "002", ARA)
        assert person.traits == {"marital_status": ["bdt", "2015", "2"]}
        assert Consent.objects.filter(person=person).exists()


def test_bad_input_gets_a_sentence_and_loses_nothing(cast: Any, desk: Any, under: Any) -> None:
    answer = desk(cast.ara_depan).post("/orang/baru/", {"name": "Caya", "nik": "730203450890000", "rt": "dua"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "NIK harus 16 angka; ini baru 15." in page
    assert "Tulis dengan angka, misalnya 003." in page
    assert 'value="Caya"' in page
    with under(cast.ara_depan):
        assert not Person.objects.exists()


def test_what_is_odd_is_asked_once_and_then_saved(cast: Any, desk: Any, under: Any, person: Person) -> None:
    client = desk(cast.ara_depan)
    typed = {"name": "Orang Lain", "nik": NIK}
    first = client.post("/orang/baru/", typed)
    assert first.status_code == 422
    assert "NIK ini sudah tercatat untuk orang lain" in first.content.decode()
    assert f"/orang/{person.pk}/" in first.content.decode()
    assert client.post("/orang/baru/", {**typed, "sure": "on"}).status_code == 302
    with under(cast.ara_depan):
        assert Person.objects.count() == 2


def test_a_double_click_registers_once(cast: Any, desk: Any, under: Any) -> None:
    client = desk(cast.ara_depan)
    key = "11111111-1111-4111-8111-111111111111"
    for _time in (1, 2):
        client.post("/orang/baru/", {"name": "Caya", "key": key, "sure": "on"})
    with under(cast.ara_depan):
        assert Person.objects.count() == 1


def test_the_kabupaten_names_the_village(cast: Any, desk: Any, under: Any) -> None:
    client = desk(cast.bulukumba_depan)
    assert client.post("/orang/baru/", {"name": "Caya"}).status_code == 422
    assert client.post("/orang/baru/", {"name": "Caya", "village": "Bira"}).status_code == 302
    with under(cast.bulukumba_depan):
        assert Person.objects.get().village_id == BIRA


def test_the_page_of_a_person_shows_what_the_rooms_know(cast: Any, desk: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        register_household(by=cast.ara_koordinator, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
    page = desk(cast.ara_depan).get(f"/orang/{person.pk}/").content.decode()
    for words in ("Rahmatullah", "7302 0312 1187 0001", "Keluarga serumah", "Mencatat orang ini.", "tidak di DTSEN"):
        assert words in page
    with under(cast.ara_depan):
        event = Event.objects.filter(name="person.opened").get()
        assert (event.subject_id, event.shown_ids) == (person.pk, [person.pk])


@pytest.mark.parametrize("path", ["/orang/{0}/", "/orang/{0}/perubahan/", "/keluarga/baru/?kepala={0}"])
def test_a_stranger_gets_the_same_answer_for_a_hidden_person_as_for_none(
    path: str, cast: Any, desk: Any, person: Person
) -> None:
    client = desk(cast.bira_koordinator)
    hidden, absent = (client.get(path.format(pk)) for pk in (person.pk, 999_999))
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content.replace(f"/{person.pk}/".encode(), b"") == absent.content.replace(b"/999999/", b"")


def test_a_change_is_saved_and_two_at_once_see_both_versions(
    cast: Any, desk: Any, under: Any, person: Person, who: Any
) -> None:
    client = desk(cast.ara_koordinator)
    url = f"/orang/{person.pk}/perubahan/"
    typed = {"name": person.name, "nik": NIK, "sex": "male", "birth_date": "12-11-1987", "occupation": "Nelayan"}
    assert client.post(url, {**typed, "seen": "1"}).status_code == 302
    answer = client.post(url, {**typed, "occupation": "Petani", "seen": "1"})
    assert answer.status_code == 409
    assert "Nelayan" in answer.content.decode()
    assert "Petani" in answer.content.decode()
    with under(cast.ara_koordinator):
        person.refresh_from_db()
        assert person.occupation == "Nelayan"


def test_a_death_needs_a_word_from_somebody(cast: Any, desk: Any, under: Any, person: Person) -> None:
    client = desk(cast.ara_koordinator)
    url = f"/orang/{person.pk}/perubahan/"
    typed = {"name": person.name, "nik": NIK, "sex": "male", "birth_date": "12-11-1987", "presence": "died"}
    assert client.post(url, typed).status_code == 422
    assert client.post(url, {**typed, "basis": "family"}).status_code == 302
    assert "meninggal" in client.get(f"/orang/{person.pk}/").content.decode()
    assert client.post(url, {**typed, "presence": ""}).status_code == 302
    assert "meninggal" not in client.get(f"/orang/{person.pk}/").content.decode()


def test_a_code_of_another_list_survives_a_change_of_something_else(
    cast: Any, desk: Any, under: Any, person: Person, who: Any
) -> None:
    old = {"disability": ["dtks_verval", "2019", "3"]}
    with under(cast.ara_koordinator):
        change(person, by=cast.ara_koordinator, who=who(traits=old))
    typed = {"name": person.name, "nik": NIK, "sex": "male", "birth_date": "12-11-1987", "occupation": "Nelayan"}
    desk(cast.ara_koordinator).post(f"/orang/{person.pk}/perubahan/", typed)
    with under(cast.ara_koordinator):
        person.refresh_from_db()
        assert (person.occupation, person.traits) == ("Nelayan", old)


def test_a_household_is_made_joined_and_changed_over_forms(cast: Any, desk: Any, under: Any, person: Person) -> None:
    client = desk(cast.ara_koordinator)
    made = client.post("/keluarga/baru/", {"kepala": person.pk, f"member_{person.pk}": "head", "rt": "1"})
    assert made.status_code == 302
    client.post(
        "/orang/baru/", {"name": "Caya", "keluarga": made.url.split("/")[2], "relationship": "child", "sure": "on"}
    )
    with under(cast.ara_koordinator):
        home = Household.objects.get()
        child = Person.objects.get(name="Caya")
    page = client.get(made.url).content.decode()
    assert "Caya" in page
    assert "Anak" in page
    both = {f"member_{person.pk}": "head", f"member_{child.pk}": "head", "rt": "1"}
    assert client.post(f"{made.url}perubahan/", both).status_code == 422
    left = {f"member_{person.pk}": "head", f"member_{child.pk}": "left", "rt": "1", "dusun": "Lemo"}
    assert client.post(f"{made.url}perubahan/", left).status_code == 302
    with under(cast.ara_koordinator):
        home.refresh_from_db()
        assert home.dusun == "Lemo"
        assert list(home.members.now().values_list("person", flat=True)) == [person.pk]


def test_a_hidden_household_does_not_exist(cast: Any, desk: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        home = register_household(by=cast.ara_koordinator, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
    stranger = desk(cast.bira_koordinator)
    for path in (f"/keluarga/{home.pk}/", f"/keluarga/{home.pk}/perubahan/", f"/orang/baru/?keluarga={home.pk}"):
        assert stranger.get(path).status_code == 404


def test_search_leads_to_a_person_and_is_written_down(
    cast: Any, desk: Any, under: Any, person: Person, who: Any
) -> None:
    with under(cast.ara_koordinator):
        register(by=cast.ara_koordinator, who=who(name="Rahmatullah Tua", nik="", birth_date=None))
    client = desk(cast.ara_depan)
    page = client.post("/cari/", {"q": "rahmatulah"}, follow=True).content.decode()
    assert f'href="/orang/{person.pk}/"' in page
    with under(cast.ara_depan):
        assert len(Event.objects.get(name="person.listed").shown_ids) == 2
    assert client.post("/cari/", {"q": NIK}).url == f"/orang/{person.pk}/"


def test_what_is_searched_stands_in_no_address_and_is_forgotten_at_sign_out(
    cast: Any, desk: Any, person: Person
) -> None:
    client = desk(cast.ara_depan)
    assert "Mattawang" not in client.get("/cari/", {"q": NIK}).content.decode(), "an address searches nothing"
    answer = client.post("/cari/", {"q": "rahmatulah"})
    assert (answer.status_code, answer.url) == (302, "/cari/")
    assert 'value="rahmatulah"' in client.get("/cari/").content.decode(), "coming back shows it again"
    assert client.post("/cari/", {"q": NIK[:4] + " " + NIK[4:]}).url == f"/orang/{person.pk}/"
    assert "rahmatulah" not in client.get("/cari/").content.decode(), "one search at a time"
    client.post("/cari/", {"q": "rahmatulah"})
    client.post("/keluar/")
    client.force_login(cast.ara_depan.account)
    assert "rahmatulah" not in client.get("/cari/").content.decode()


def test_a_name_never_leads_straight_to_a_person(cast: Any, desk: Any, person: Person) -> None:
    assert desk(cast.ara_depan).post("/cari/", {"q": "rahmatullah 1987"}).url == "/cari/"


def test_search_shows_a_stranger_nothing(cast: Any, desk: Any, person: Person) -> None:
    for text in ("Rahmatullah", NIK):
        page = desk(cast.bira_koordinator).post("/cari/", {"q": text}, follow=True).content.decode()
        assert "Tidak ketemu di wilayah Anda." in page
        assert "Mattawang" not in page
