"""The pages of areas, through HTTP."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.areas.models import Area, Edition
from satupintu.foundation.areas.tests.lists import as_csv, changed

pytestmark = pytest.mark.django_db

ARA = 7302032006


@pytest.fixture
def officer(cast: SimpleNamespace, desk: Callable[[Any], Client]) -> Client:
    """A coordinator of a village."""
    return desk(cast.ara_koordinator)


@pytest.fixture
def admin(cast: SimpleNamespace, desk: Callable[[Any], Client]) -> Client:
    """The account administrator of the whole country."""
    return desk(cast.nasional_admin)


@pytest.mark.parametrize("address", ["", "73.02/", "usulan/?q=ara", "edisi/", "edisi/baru/"])
def test_whoever_is_not_signed_in_goes_to_the_door(client: Client, address: str) -> None:
    assert client.get(f"/wilayah/{address}").status_code == 302


def test_an_officer_walks_from_the_province_to_the_village(officer: Client) -> None:
    assert "/wilayah/73/" in officer.get("/wilayah/").content.decode()
    page = officer.get("/wilayah/73.02.03/").content.decode()
    assert "Kec. Bonto Bahari" in page and "/wilayah/73.02.03.2006/" in page and "Sulawesi Selatan" in page
    assert "WITA" in officer.get("/wilayah/73.02.03.2006/").content.decode()


def test_a_code_without_dots_leads_to_the_page_and_nonsense_does_not(officer: Client) -> None:
    assert officer.get("/wilayah/730203/")["Location"] == "/wilayah/73.02.03/"
    assert officer.get("/wilayah/99.99/").status_code == officer.get("/wilayah/gowa/").status_code == 404


def test_the_search_page_finds_a_misspelt_village(officer: Client) -> None:
    page = officer.get("/wilayah/", {"q": "panakukang"}).content.decode()
    assert "Kec. Pallangga, Kab. Gowa, Sulawesi Selatan" in page
    assert "Tidak ada wilayah yang mirip “zzzz”" in officer.get("/wilayah/", {"q": "zzzz"}).content.decode()


def test_a_field_gets_choices_and_a_machine_gets_json(officer: Client) -> None:
    asked = {"nama": "village", "village": "panakukang", "tingkat": "4"}
    page = officer.get("/wilayah/usulan/", asked).content.decode()
    assert 'name="village-pilihan" value="73.06.07.2008"' in page
    assert (
        officer.get("/wilayah/usulan/", {**asked, "dari": "7302000000", "sampai": "7303000000"}).content.count(b"radio")
        == 0
    )
    answer = officer.get("/wilayah/usulan/", {"q": "panakukang"}, headers={"accept": "application/json"}).json()
    assert answer["wilayah"][0]["full_name"] == "Desa Panakkukang, Kec. Pallangga, Kab. Gowa, Sulawesi Selatan"


def test_what_was_typed_comes_back_as_text(officer: Client) -> None:
    page = officer.get("/wilayah/", {"q": "<script>x</script>"}).content.decode()
    assert "<script>x" not in page


class _Where(forms.Form):
    village = AreaField(level=4, inside=(7302000000, 7303000000))


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ({"village": "Ara"}, ARA),
        ({"village": "73.02.03.2006"}, ARA),
        ({"village": "Desa Ara, Kec. Bonto Bahari, Kab. Bulukumba, Sulawesi Selatan"}, ARA),
        ({"village": "bir", "village-untuk": "bir", "village-pilihan": "73.02.03.2005"}, 7302032005),
        ({"village": "Ara", "village-untuk": "bir", "village-pilihan": "73.02.03.2005"}, ARA),
    ],
)
def test_a_field_takes_what_was_meant(sent: dict[str, str], number: int) -> None:
    form = _Where(sent)
    assert form.is_valid() and form.cleaned_data["village"].pk == number


@pytest.mark.parametrize(
    ("text", "code"), [("", "required"), ("zzzz", "unknown"), ("73.06.07.2008", "unknown"), ("Panakkukang", "unknown")]
)
def test_a_field_refuses_what_is_not_there_or_elsewhere(text: str, code: str) -> None:
    form = _Where({"village": text})
    assert [error.code for error in form.errors.as_data()["village"]] == [code]


def test_a_field_asks_when_it_may_be_another_and_offers_what_it_knows() -> None:
    form = _Where({"village": "Arra"})
    assert [error.code for error in form.errors.as_data()["village"]] == ["several"]
    assert 'value="73.02.03.2006"' in str(form["village"])


def test_a_field_shows_a_known_area_by_name() -> None:
    shown = str(_Where(initial={"village": Area.objects.get(pk=ARA)})["village"])
    assert 'value="Ara"' in shown and 'value="73.02.03.2006" checked' in shown


def send(admin: Client, content: bytes, **fields: str) -> Any:
    """Upload an edition."""
    said = {"decree": "Kepmendagri uji 2", "decree_date": "02-01-2026", **fields}
    return admin.post("/wilayah/edisi/baru/", {**said, "file": SimpleUploadedFile("edisi.csv", content)})


def adopted(answer: Any, **more: Any) -> dict[str, Any]:
    """What the confirm form sends back."""
    form = answer.context["form"]
    return {**{name: form.initial[name] for name in form.initial}, "key": form.key, **more}


def test_an_edition_is_uploaded_looked_at_and_adopted(admin: Client) -> None:
    answer = send(admin, as_csv(changed({ARA: None, 7302032016: "Ara"})))
    page = answer.content.decode()
    assert "1 · Berakhir" in page and "73.02.03.2006 Ara → 73.02.03.2016 Ara" in page
    assert Edition.objects.count() == 1
    done = admin.post("/wilayah/edisi/penetapan/", adopted(answer))
    edition = Edition.objects.newest()
    assert done["Location"] == f"/wilayah/edisi/{edition.pk}/" and edition.decree_date == date(2026, 1, 2)
    assert "73.02.03.2016" in admin.get(done["Location"]).content.decode()
    old = admin.get("/wilayah/73.02.03.2006/").content.decode()
    assert "Kode ini sudah berakhir." in old and "/wilayah/73.02.03.2016/" in old


def test_sending_the_confirmation_twice_adopts_once(admin: Client) -> None:
    sent = adopted(send(admin, as_csv(changed({ARA: None}))))
    first, second = (admin.post("/wilayah/edisi/penetapan/", sent)["Location"] for _time in range(2))
    assert first == second and Edition.objects.count() == 2


def test_a_suggested_successor_is_recorded_only_when_ticked(admin: Client) -> None:
    answer = send(admin, as_csv(changed({7302031004: None, 7302031014: "Tanah Biru"})))
    assert "Tanah Beru → 73.02.03.1014 Tanah Biru" in answer.content.decode()
    admin.post("/wilayah/edisi/penetapan/", adopted(answer, decided=["7302031004-7302031014"]))
    assert Edition.objects.newest().successions.get().reason == "decided"


def test_a_file_at_fault_comes_back_with_its_lines(admin: Client) -> None:
    answer = send(admin, b"code,name\n73,Sulawesi Selatan\n74.1,X\n")
    assert answer.status_code == 422 and "Baris 3: “74.1” bukan kode wilayah" in answer.content.decode()
    assert 'value="Kepmendagri uji 2"' in answer.content.decode()


def test_an_edition_older_than_the_one_in_force_is_refused_with_its_reason(admin: Client) -> None:
    answer = admin.post(
        "/wilayah/edisi/penetapan/", adopted(send(admin, as_csv(changed({ARA: None})), decree_date="01-01-2020"))
    )
    assert answer.status_code == 409 and "tidak lebih baru" in answer.content.decode()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("name", ["ara_koordinator", "bulukumba_manajer", "nasional_auditor"])
def test_nobody_else_adopts_an_edition(cast: SimpleNamespace, desk: Callable[[Any], Client], name: str) -> None:
    client = desk(getattr(cast, name))
    assert client.get("/wilayah/edisi/baru/").status_code == 403
    assert client.post("/wilayah/edisi/penetapan/", {"decree": "X"}).status_code == 403
    assert "Unggah edisi baru" not in client.get("/wilayah/edisi/").content.decode()


def test_an_administrator_of_one_kabupaten_does_not_either(
    cast: SimpleNamespace, desk: Callable[[Any], Client]
) -> None:
    local = cast.nasional_admin
    local.area = Area.objects.get(pk=7302000000)
    local.save()
    assert desk(local).get("/wilayah/edisi/baru/").status_code == 403
