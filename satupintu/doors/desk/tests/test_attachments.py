"""Opening attachments through the desk."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf, photo_with_place
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity


@pytest.fixture
def papers(cast: Any, under: Callable[..., Any]) -> Callable[..., tuple[str, str]]:
    """The addresses of a photo and a PDF that belong to a complaint of Ara."""

    def bring(sensitivity: Sensitivity = Sensitivity.ORDINARY) -> tuple[str, str]:
        by = cast.ara_depan
        told = Intake(
            village_id=7302032006,
            channel=Channel.WALK_IN,
            kind=Kind.GRIEVANCE,
            nature=Nature.NEED,
            field=ServiceField.HEALTH,
            text="Atap rumah bocor.",
            about="Daeng Caya",
            sensitivity=sensitivity,
        )
        with under(by):
            complaint = register(told, by=by)
            photo = attach(complaint, SimpleUploadedFile("Rumah Dg. Caya.jpeg", photo_with_place()), by=by)
            letter = attach(complaint, SimpleUploadedFile("surat.pdf", pdf()), by=by)
        return address(photo), address(letter)

    return bring


def address(attachment: Attachment) -> str:
    return reverse("attachments:file", args=[attachment.pk])


def test_a_photo_is_shown_as_its_safe_copy(papers: Any, desk: Any, cast: Any) -> None:
    photo, _letter = papers()
    answer = desk(cast.ara_koordinator).get(photo)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"] == 'inline; filename="Rumah Dg. Caya.jpg"'
    assert answer.content.startswith(b"\xff\xd8") and b"RAHASIA" not in answer.content


def test_a_pdf_is_saved_and_not_shown(papers: Any, desk: Any, cast: Any) -> None:
    _photo, letter = papers()
    answer = desk(cast.ara_koordinator).get(letter)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert answer.content == pdf()


def test_whatever_a_file_holds_a_browser_may_do_nothing_with_it(papers: Any, desk: Any, cast: Any) -> None:
    for paper in papers():
        answer = desk(cast.ara_koordinator).get(paper)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
        assert answer["Cache-Control"] == "no-store"


def test_each_opening_is_one_event_that_says_who_and_what(papers: Any, desk: Any, cast: Any, under: Any) -> None:
    photo, _letter = papers()
    desk(cast.ara_koordinator).get(photo)
    with under(cast.bulukumba_manajer):
        event = Event.objects.get(name="attachment.opened")
    assert event.appointment_id == cast.ara_koordinator.pk
    assert event.shown_ids == [int(photo.rstrip("/").rpartition("/")[2])]
    assert event.village == 7302032006
    assert "Caya" not in str(event.facts)


@pytest.mark.parametrize("who", ["bira_koordinator", "gowa_manajer", "bulukumba_dukcapil"])
def test_behind_the_wall_it_does_not_exist(who: str, papers: Any, desk: Any, cast: Any) -> None:
    for paper in papers():
        assert desk(getattr(cast, who)).get(paper).status_code == 404


@pytest.mark.parametrize("who", ["sulsel_pemantau", "nasional_auditor", "bulukumba_admin"])
def test_a_role_that_sees_no_persons_is_refused(who: str, papers: Any, desk: Any, cast: Any) -> None:
    photo, _letter = papers()
    assert desk(getattr(cast, who)).get(photo).status_code == 403


def test_what_belongs_to_a_secret_complaint_is_for_the_cleared_and_its_author(
    papers: Any, desk: Any, cast: Any
) -> None:
    photo, _letter = papers(Sensitivity.SECRET)
    assert desk(cast.bulukumba_manajer).get(photo).status_code == 200
    assert desk(cast.ara_depan).get(photo).status_code == 200
    assert desk(cast.ara_koordinator).get(photo).status_code == 404


def test_a_stranger_to_the_house_goes_to_the_sign_in_page(papers: Any, client: Any) -> None:
    photo, _letter = papers()
    answer = client.get(photo)
    assert answer.status_code == 302 and "next=" in answer["Location"]


def test_a_file_is_only_ever_read(papers: Any, desk: Any, cast: Any) -> None:
    photo, _letter = papers()
    assert desk(cast.ara_koordinator).post(photo).status_code == 405
