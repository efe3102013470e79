"""Photos taken on an outreach: with the visit of the daybook, behind its wall, shown where the outreach is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.actions import Refused
from satupintu.engine.documents.inspection import Inspected, inspect
from satupintu.engine.documents.models import Attachment, Content
from satupintu.engine.documents.tests.files import photo_with_place, picture, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.models import Person
from satupintu.registry.privacy.erasing import erase
from satupintu.registry.privacy.holdings import holdings
from satupintu.work.complaints.words import Sensitivity
from satupintu.work.daybook.models import Visit
from satupintu.work.detection import actions
from satupintu.work.detection.actions.recording import Need, Told
from satupintu.work.detection.models import Outreach
from satupintu.work.detection.tests.test_actions import names, told
from satupintu.work.detection.words import Result

pytestmark = pytest.mark.django_db
Desk = Callable[[Any], Client]
Under = Callable[[Any], Any]


def seen(name: str = "rumah.jpg") -> Inspected:
    """A photo that has passed the inspection, as the form hands it in."""
    return inspect(upload(name, picture()))


@pytest.fixture
def photographed(shared: Outreach, cast: Any, under: Under) -> Outreach:
    """An outreach with a result and two photos."""
    by = cast.ara_fasilitator
    with under(by):
        done: Outreach = actions.record_result(shared, by=by, told=told(), photos=[seen(), seen("dapur.jpg")], key="k")
    return done


def test_the_photos_of_a_result_are_those_of_its_visit_once(photographed: Outreach, cast: Any, under: Under) -> None:
    by = cast.ara_fasilitator
    with under(by):
        actions.record_result(photographed, by=by, told=told(), photos=[seen()], key="k")
        kept = Attachment.objects.of(Visit.objects.get())
        assert [paper.name for paper in kept] == ["rumah.jpg", "dapur.jpg"]
        assert names(Visit.objects.get()) == ["attachment.added", "attachment.added", "visit.recorded"]


def test_the_next_village_and_another_field_see_no_photo(photographed: Outreach, cast: Any, under: Under) -> None:
    with under(cast.ara_koordinator):
        assert Attachment.objects.count() == Content.objects.count() == 2
    for stranger in (cast.bira_koordinator, cast.bira_fasilitator, cast.gowa_manajer):
        with under(stranger):
            assert not Attachment.objects.exists() and not Content.objects.exists(), stranger.label


def test_photos_follow_a_secret_complaint_behind_its_wall(photographed: Outreach, cast: Any, under: Under) -> None:
    by, need = cast.ara_fasilitator, Need(ServiceField.SOCIAL, "Dipukul", sensitivity=Sensitivity.SECRET)
    with under(by):
        actions.open_complaint(photographed, by=by, need=need)
        assert Attachment.objects.count() == 2, "who took them has them"
    with under(cast.ara_koordinator):
        assert not Attachment.objects.exists() and not Content.objects.exists()
    with under(cast.bulukumba_manajer):
        assert Attachment.objects.filter(clearance=2).count() == 2


def test_they_are_in_a_copy_of_one_s_data_and_are_erased_with_them(photographed: Outreach, child: Person) -> None:
    with house("uji", quietly=True):
        (holding,) = (one for one in holdings() if one.model is Attachment)
        assert holding.rows([child.pk]).count() == 2
        erase(child)
        assert not Content.objects.exists()
        assert not Attachment.objects.filter(name__in=["rumah.jpg", "dapur.jpg"]).exists()
        assert Visit.objects.get().latitude is None


def test_the_form_takes_photos_and_the_place_and_the_page_shows_them(
    shared: Outreach, cast: Any, desk: Desk, under: Under
) -> None:
    browser = desk(cast.ara_fasilitator)
    page = browser.get(shared.address)
    shown = page.content.decode()
    assert 'enctype="multipart/form-data"' in shown and "data-place" in shown and "daybook/place.js" in shown
    today = f"{timezone.localdate():%d-%m-%Y}"
    sent = {"key": page.context["form"].key, "result": "in_need", "on": today, "coordinates": "-5.546120, 120.453210"}
    there = f"{shared.address}hasil/"
    assert browser.post(there, sent | {"photo1": upload("x.svg", b"<svg/>")}).status_code == 422
    for _turn in range(2):
        first, second = upload("rumah.jpg", photo_with_place()), upload("atap.png", picture("PNG"))
        assert browser.post(there, sent | {"photo1": first, "photo2": second}).status_code == 302
    shown = browser.get(shared.address).content.decode()
    with under(cast.ara_fasilitator):
        kept = list(Attachment.objects.of(Visit.objects.get()))
        assert Event.objects.filter(name="outreach.opened").latest("id").facts["shown"].endswith("documents")
        assert f"{Visit.objects.get().latitude}" == "-5.546120"
    assert len(kept) == 2 and all(f"/lampiran/{one.pk}/" in shown and one.name in shown for one in kept)
    photo = browser.get(f"/lampiran/{kept[0].pk}/")
    assert photo.status_code == 200 and b"MEREK-KAMERA-RAHASIA" not in photo.getvalue()
    for stranger in (cast.bira_koordinator, cast.gowa_manajer):
        assert desk(stranger).get(f"/lampiran/{kept[0].pk}/").status_code == 404
        assert "rumah.jpg" not in desk(stranger).get(f"/orang/{shared.person_id}/").content.decode()


def test_nothing_is_kept_of_a_result_that_is_refused(shared: Outreach, cast: Any, under: Under) -> None:
    by = cast.ara_fasilitator
    tomorrow = Told(Result.HELPED, timezone.localdate() + timedelta(days=2))
    with under(by):
        with pytest.raises(Refused):
            actions.record_result(shared, by=by, told=tomorrow, photos=[seen()])
        assert not Attachment.objects.exists() and not Visit.objects.exists()
