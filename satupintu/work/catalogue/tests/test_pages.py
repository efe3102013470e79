"""The pages of the catalogue, through HTTP."""

from typing import Any
from uuid import uuid4

from satupintu.work.catalogue.models import RequirementSet, Service


def typed(*papers: str, **more: str) -> dict[str, str]:
    """A list as a browser sends it; the last paper is not obligatory."""
    sent = {"key": str(uuid4()), "valid_from": "20-11-2026"}
    for place, paper in enumerate(papers):
        sent |= {f"document{place}": paper} | ({f"obligatory{place}": "on"} if paper != papers[-1] else {})
    return sent | more


def test_an_officer_reads_what_a_citizen_brings(cast: Any, desk: Any) -> None:
    browser = desk(cast.ara_depan)
    assert "Rekomendasi Jampersal" in browser.get("/layanan/").content.decode()
    page = browser.get("/layanan/rekomendasi-jampersal/").content.decode()
    assert "SKTM" in page and "Buku KIA" in page and "Kota Depok" in page
    assert "Terbitkan" not in page
    assert browser.get("/layanan/rekomendasi-jampersal/syarat/").status_code == 403
    assert browser.get("/layanan/tidak-ada/").status_code == 404


def test_a_manager_publishes_a_list_for_the_own_kabupaten(cast: Any, desk: Any) -> None:
    browser, path = desk(cast.bulukumba_manajer), "/layanan/rekomendasi-jampersal/"
    form = browser.get(f"{path}syarat/").content.decode()
    assert "Buku KIA" in form and "Kab. Bulukumba" in form
    assert browser.post(f"{path}syarat/", typed("KTP", "KK", "SKTM")).status_code == 302
    page = browser.get(path).content.decode()
    assert "Versi 2" in page and "Kab. Bulukumba" in page
    assert RequirementSet.objects.get(version=2).lines.filter(obligatory=False).get().document == "SKTM"


def test_a_wrong_list_comes_back_with_everything_typed(cast: Any, desk: Any) -> None:
    browser = desk(cast.bulukumba_manajer)
    for sent, sentence in ((typed("KTP", "ktp"), "sudah ditulis di atas"), (typed(), "sedikitnya satu berkas")):
        answer = browser.post("/layanan/rekomendasi-jampersal/syarat/", sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
    assert RequirementSet.objects.filter(version=2).count() == 0


def test_a_manager_keeps_local_services_and_not_the_national_ones(cast: Any, desk: Any) -> None:
    browser = desk(cast.bulukumba_manajer)
    sent = {"key": str(uuid4()), "name": "Kartu tani", "field": "economy", "area": "73.02", "position": "20"}
    sent |= {"valid_from": "01-11-2026", "daily": "on"}
    assert browser.post("/layanan/baru/", sent).status_code == 302
    assert browser.post("/layanan/baru/", sent | {"key": str(uuid4())}).status_code == 302
    assert set(Service.objects.filter(name="Kartu tani").values_list("code", flat=True)) == {
        "kartu-tani",
        "kartu-tani-2",
    }
    assert "Kartu tani" in desk(cast.ara_depan).get("/layanan/").content.decode()
    assert "Kartu tani" not in desk(cast.panakkukang_koordinator).get("/layanan/").content.decode()
    assert browser.post("/layanan/baru/", sent | {"area": "73.06"}).status_code == 422
    changed = sent | {"key": str(uuid4()), "seen": "1", "valid_to": "30-10-2026"}
    assert browser.post("/layanan/kartu-tani/perubahan/", changed).status_code == 422
    assert browser.post("/layanan/kartu-tani/perubahan/", changed | {"valid_to": "31-12-2026"}).status_code == 302
    late = changed | {"key": str(uuid4()), "valid_to": ""}
    assert browser.post("/layanan/kartu-tani/perubahan/", late).status_code == 409
    assert browser.get("/layanan/pengaktifan-bpjs/perubahan/").status_code == 403
    assert desk(cast.gowa_manajer).get("/layanan/kartu-tani/perubahan/").status_code == 403
