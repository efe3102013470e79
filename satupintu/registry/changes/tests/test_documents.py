"""The slip that tells a family what became of a proposal about them."""

from typing import Any

from django.urls import reverse

from satupintu.engine.documents.models import Letter
from satupintu.registry.changes import actions, documents
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import Found, ReturnReason


def fresh(one: ChangeRequest, under: Any, by: Any) -> ChangeRequest:
    """The proposal as that officer sees it."""
    with under(by):
        found = documents.find(one.pk)
        assert found is not None
        return found


def test_an_applied_proposal_is_told_with_its_decree_and_what_changed(brought: Any, cast: Any, under: Any) -> None:
    one = fresh(brought("applied"), under, cast.ara_depan)
    with under(cast.ara_depan):
        told = documents.NEWS.known(one)
    assert told["hasil"].startswith("sudah disahkan")
    assert told["perubahan"] == "Nama: Daeng Manai → Daeng Manai bin Sila"
    assert told["sk"] == "SK/1, 20 November 2026"
    assert told["alasan"] == ""


def test_a_refused_one_says_why(proposed: Any, meeting: Any, brought: Any, cast: Any, under: Any) -> None:
    dropped = proposed()
    meeting(dropped, found=Found.MISSING)
    with under(cast.ara_koordinator):
        assert documents.NEWS.known(fresh(dropped, under, cast.ara_koordinator))["hasil"].startswith(
            "tidak dilanjutkan"
        )
    returned = brought("agreed", person=None, title="Orang lain")
    by = cast.bontobahari_supervisor
    with under(by):
        actions.give_back(returned, by=by, reason=ReturnReason.INCOMPLETE, text="KK tidak terbaca.")
    with under(cast.ara_koordinator):
        told = documents.NEWS.known(fresh(returned, under, cast.ara_koordinator))
    assert told["alasan"] == "Berkas belum lengkap. KK tidak terbaca"


def test_the_office_of_the_village_hands_it_out_from_the_page(brought: Any, cast: Any, under: Any, desk: Any) -> None:
    one = brought("applied")
    slip = reverse("letters:hand_out", args=["proposal_news", one.pk])
    client = desk(cast.ara_depan)
    assert slip in client.get(one.address).content.decode()
    page = client.get(slip)
    assert page.status_code == 200
    answer = client.post(slip, {"key": page.context["form"].key})
    assert answer.status_code == 302
    with under(cast.ara_depan):
        letter = Letter.objects.get()
        assert letter.number.startswith("0001/KU/P7302032006/")
        assert letter.facts["nomor_usulan"] == one.number


def test_nobody_is_told_before_anything_is_decided(proposed: Any, cast: Any, desk: Any) -> None:
    one = proposed()
    slip = reverse("letters:hand_out", args=["proposal_news", one.pk])
    client = desk(cast.ara_depan)
    assert slip not in client.get(one.address).content.decode()
    assert client.get(slip).status_code == 403


def test_it_is_the_village_s_own_to_tell(brought: Any, cast: Any, desk: Any) -> None:
    one = brought("applied")
    slip = reverse("letters:hand_out", args=["proposal_news", one.pk])
    assert desk(cast.bira_koordinator).get(slip).status_code == 404
    assert desk(cast.bulukumba_manajer).get(slip).status_code == 403
