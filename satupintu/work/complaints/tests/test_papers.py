"""Papers that a service asks for: ticked as seen, photographed, missing, printed."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events.models import Event
from satupintu.work.catalogue.models import Requirement, RequirementSet, Service
from satupintu.work.complaints import actions
from satupintu.work.complaints.actions.papers import requirements_of
from satupintu.work.complaints.models import Complaint, PaperCheck
from satupintu.work.complaints.requirements import requirements
from satupintu.work.complaints.words import PauseReason

Desk = Callable[[Any], Client]


@pytest.fixture
def asked(complaint: Complaint, cast: Any, under: Any) -> list[Requirement]:
    """A complaint that asks for a service with papers; answers the papers."""
    with under(cast.ara_depan):
        known = RequirementSet.objects.values_list("service", flat=True)
        service = Service.objects.filter(pk__in=known).order_by("pk")[0]
        actions.choose_service(complaint, by=cast.ara_depan, service=service)
        complaint.refresh_from_db()
        found = requirements_of(complaint)
        assert found is not None
        return list(found.lines.all())


def picture() -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (40, 30), "white").save(data, "JPEG")
    return SimpleUploadedFile("IMG_0001.jpg", data.getvalue(), "image/jpeg")


def test_papers_are_complete_when_no_obligatory_one_is_missing(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    obligatory = [line.pk for line in asked if line.obligatory]
    with under(cast.ara_depan):
        first = actions.check_papers(complaint, by=cast.ara_depan, ticked=obligatory[:-1])
        assert not first.complete
        assert [line.pk for line in first.missing()] == obligatory[-1:]
        assert actions.check_papers(complaint, by=cast.ara_depan, ticked=obligatory).complete
        names = list(Event.objects.about(complaint).values_list("name", flat=True)[:4])
        assert names[::-1] == [
            "complaint.paused",
            "complaint.papers_missing",
            "complaint.resumed",
            "complaint.papers_complete",
        ]


def test_the_clock_stands_while_papers_are_missing(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_depan):
        actions.check_papers(complaint, by=cast.ara_depan, ticked=[])
        complaint.refresh_from_db()
        assert complaint.paused_since is not None
        actions.check_papers(complaint, by=cast.ara_depan, ticked=[line.pk for line in asked])
        complaint.refresh_from_db()
        assert complaint.paused_since is None


def test_complete_papers_leave_an_agreed_date_alone(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    by = cast.ara_depan
    with under(by):
        agreed = timezone.localdate() + timedelta(days=7)
        actions.pause(complaint, by=by, why=PauseReason.DATE, expected_on=agreed)
        actions.check_papers(complaint, by=by, ticked=[line.pk for line in asked])
        complaint.refresh_from_db()
        assert complaint.paused_since is not None
        assert complaint.pauses.get(until=None).expected_on == agreed


def test_another_service_does_not_wait_for_the_papers_of_the_first(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    by = cast.ara_depan
    with under(by):
        actions.check_papers(complaint, by=by, ticked=[])
        complaint.refresh_from_db()
        actions.choose_service(complaint, by=by, service=complaint.service)
        complaint.refresh_from_db()
        assert complaint.paused_since is not None, "the same one"
        actions.choose_service(complaint, by=by, service=Service.objects.exclude(pk=complaint.service_id)[0])
        complaint.refresh_from_db()
        assert complaint.paused_since is None
        assert not complaint.pauses.filter(until=None).exists()


def test_ticks_of_another_list_do_not_count(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_depan):
        assert actions.check_papers(complaint, by=cast.ara_depan, ticked=[-1, 10**9]).seen == []


def test_a_complaint_without_a_service_has_no_papers(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_depan), pytest.raises((WrongState, Refused)):
        actions.check_papers(complaint, by=cast.ara_depan, ticked=[])
    with under(cast.ara_depan):
        assert requirements(complaint) is None


def test_another_service_begins_anew(asked: list[Requirement], complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_depan
    with under(by):
        actions.check_papers(complaint, by=by, ticked=[line.pk for line in asked])
        other = Service.objects.exclude(pk=complaint.service_id)[0]
        actions.choose_service(complaint, by=by, service=other)
        complaint.refresh_from_db()
        now = requirements(complaint)
        assert now is not None
        assert now.check is None


def test_the_stranger_of_the_next_village_neither_chooses_nor_checks(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.bira_koordinator):
        with pytest.raises(Refused):
            actions.check_papers(complaint, by=cast.bira_koordinator, ticked=[])
        with pytest.raises(Refused):
            actions.choose_service(complaint, by=cast.bira_koordinator, service=Service.objects.all()[0])
        assert not PaperCheck.objects.exists()


def test_checking_twice_with_one_key_is_one_check(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_depan):
        for _turn in range(2):
            actions.check_papers(complaint, by=cast.ara_depan, ticked=[], key="dua-klik")
        assert complaint.paper_checks.count() == 1


def test_a_closed_complaint_is_checked_no_more(
    asked: list[Requirement], complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_depan):
        Complaint.objects.filter(pk=complaint.pk).update(
            status="closed", waits_for="nothing", closed_at=complaint.received_at
        )
        with pytest.raises(WrongState):
            actions.check_papers(complaint, by=cast.ara_depan, ticked=[])


def test_a_photo_of_a_paper_is_a_paper_seen_and_bears_its_name(
    asked: list[Requirement], complaint: Complaint, desk: Desk, cast: Any, under: Any
) -> None:
    address = f"/keluhan/{complaint.number}/"
    answer = desk(cast.ara_depan).post(
        f"{address}pemeriksaan-berkas/", {f"photo_{asked[0].pk}": picture()}, follow=True
    )
    assert answer.status_code == 200
    with under(cast.ara_depan):
        assert complaint.paper_checks.get().seen == [asked[0].pk]
        assert Attachment.objects.of(complaint).get().name.startswith(asked[0].document)


def test_what_is_missing_is_printed_for_the_citizen(
    asked: list[Requirement], complaint: Complaint, desk: Desk, cast: Any
) -> None:
    clerk, address = desk(cast.ara_depan), f"/keluhan/{complaint.number}/berkas-kurang/"
    clerk.post(f"/keluhan/{complaint.number}/pemeriksaan-berkas/", {"papers": [str(asked[0].pk)]})
    page = clerk.get(address).content.decode()
    assert asked[0].document not in page
    assert all(line.document in page for line in asked[1:] if line.obligatory)
    numbered = f"/surat/lembar/missing_papers/{complaint.pk}/"
    assert numbered in page
    assert numbered not in clerk.get(f"/keluhan/{complaint.number}/").content.decode(), "the page offers one of each"
    assert desk(cast.bira_koordinator).get(address).status_code == 404
