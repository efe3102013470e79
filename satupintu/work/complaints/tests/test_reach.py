"""What hangs on a complaint reaches as far as the complaint does, wherever an officer has moved it."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf, picture, upload
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import refer
from satupintu.work.complaints.tests.test_citizens_acts import end, held
from satupintu.work.complaints.tests.test_reporting import kept, send, typed
from satupintu.work.complaints.words import Nature, Sensitivity, Urgency
from satupintu.work.daybook.models import Finding, Visit
from satupintu.work.referrals.models import Referral

MIGRATION = import_module("satupintu.work.complaints.migrations.0016_what_hangs_on_a_complaint_follows")


def classify(complaint: Complaint, by: Appointment, **words: Any) -> None:
    usual = {"field": ServiceField.SOCIAL, "nature": Nature.OTHER, "urgency": Urgency.SOON}
    actions.classify(complaint, by=by, **({**usual, "sensitivity": Sensitivity.ORDINARY} | words))


def seen(under: Any, by: Appointment) -> tuple[int, ...]:
    """How many papers, letters, visits and findings exist for an officer."""
    with under(by):
        return tuple(model.objects.count() for model in (Attachment, Referral, Visit, Finding))


@pytest.fixture
def full(complaint: Complaint, cast: Any, under: Any, desk: Any) -> Complaint:
    """A complaint of Ara with a paper, a visit that the coordinator made, and a letter that took the paper along."""
    head = cast.ara_koordinator
    with under(cast.ara_depan):
        paper = attach(complaint, upload("kk.pdf", pdf()), by=cast.ara_depan)
    trip = {"on": timezone.localdate().isoformat(), "visitor": head.pk, "result": "met", "findings": "Ada luka."}
    assert desk(head).post(f"/keluhan/{complaint.number}/kunjungan/", trip).status_code == 302
    with under(head):
        refer(complaint, head, papers=[paper])
    return complaint


def test_the_author_of_a_report_with_a_photo_makes_it_secret(client: Any, cast: Any, under: Any) -> None:
    assert send(client, typed(photo=upload("rumah.jpg", picture()))).status_code == 200
    (complaint,) = kept()
    by = cast.ara_koordinator
    assert seen(under, cast.ara_depan)[0] == 1
    with under(by):
        actions.take(complaint, by=by)
        classify(complaint, by, sensitivity=Sensitivity.SECRET)
    assert seen(under, cast.ara_depan)[0] == seen(under, cast.bontobahari_tksk)[0] == 0
    assert seen(under, cast.bulukumba_manajer)[0] == 1


def test_visits_and_letters_become_as_secret_as_the_complaint(full: Complaint, cast: Any, under: Any) -> None:
    assert seen(under, cast.bontobahari_tksk) == (2, 1, 1, 1)
    assert seen(under, cast.ara_belakang) == (2, 1, 1, 1)
    with under(cast.bulukumba_manajer):
        classify(full, cast.bulukumba_manajer, sensitivity=Sensitivity.SECRET)
    assert seen(under, cast.ara_belakang) == (0, 0, 0, 0), "nor does the letter's own office"
    assert seen(under, cast.bontobahari_tksk) == (0, 0, 0, 0)
    assert seen(under, cast.bulukumba_manajer) == (2, 1, 1, 1)
    assert seen(under, cast.bulukumba_dukcapil) == (1, 1, 0, 0), "whoever received the letter keeps it"


def test_visits_and_letters_change_their_field_with_the_complaint(full: Complaint, cast: Any, under: Any) -> None:
    assert seen(under, cast.ara_pendidikan) == (0, 0, 0, 0)
    with under(cast.ara_koordinator):
        classify(full, cast.ara_koordinator, field=ServiceField.EDUCATION)
    assert seen(under, cast.ara_belakang) == (0, 0, 0, 0)
    assert seen(under, cast.ara_pendidikan) == (2, 1, 1, 1)


def test_what_is_not_moved_keeps_its_version(full: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        before = Referral.objects.get().version
        classify(full, cast.ara_koordinator, field=ServiceField.CIVIL_REGISTRATION, urgency=Urgency.EMERGENCY)
        assert Referral.objects.get().version == before
        classify(full, cast.ara_koordinator, sensitivity=Sensitivity.RESTRICTED)
        assert Referral.objects.get().version == before + 1


def handlers() -> set[int | None]:
    """The offices that papers count as handled by."""
    with house("uji", quietly=True):
        return set(Attachment.objects.values_list("handler", flat=True))


def test_papers_follow_to_the_office_above_and_back_when_it_is_opened_again(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    head, above = cast.ara_koordinator, cast.bulukumba_manajer
    with under(cast.ara_depan):
        attach(complaint, upload("kk.pdf", pdf()), by=cast.ara_depan)
    assert handlers() == {head.office_id}
    with under(head):
        actions.escalate(complaint, by=head, to=above.office, reason="Di luar wewenang desa")
    assert handlers() == {above.office_id}
    with under(above):
        complaint.refresh_from_db()
        end(complaint, above)
    with held(complaint) as citizen:
        actions.reopen(complaint, by=citizen, reason="Namanya salah tulis")
    assert handlers() == {head.office_id}


def test_what_was_there_before_follows_behind_walls_that_bind_the_owner_too(
    full: Complaint, cast: Any, under: Any
) -> None:
    before = [seen(under, by) for by in (cast.ara_belakang, cast.bontobahari_tksk, cast.bulukumba_dukcapil)]
    with house("uji", quietly=True):
        Complaint.objects.update(field=ServiceField.EDUCATION, sensitivity=Sensitivity.RESTRICTED, clearance=1)
        Attachment.objects.update(topic="", handler=None)
        Attachment.objects.filter(subject_type="referral").update(offices=[full.handler_office_id])
    assert before == [(2, 1, 1, 1), (2, 1, 1, 1), (1, 1, 0, 0)]
    with connections["default"].cursor() as cursor:
        for statement in MIGRATION.FILL.split(";\n"):
            cursor.execute(statement)
        cursor.execute("select set_config('app.scope', '', true), set_config('app.fields', '', true)")
    assert seen(under, cast.ara_belakang) == seen(under, cast.ara_pendidikan) == (0, 0, 0, 0)
    assert seen(under, cast.bontobahari_tksk) == (2, 1, 1, 1)
    assert seen(under, cast.bulukumba_dukcapil) == (1, 1, 0, 0)
    assert handlers() == {full.handler_office_id}
