"""Attachments: who adds one, who sees it, and what stays sealed."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from satupintu.engine.actions import Refused
from satupintu.engine.documents.actions import attach, follow
from satupintu.engine.documents.inspection import NotAccepted, inspect
from satupintu.engine.documents.models import Attachment, Content
from satupintu.engine.documents.tests.files import pdf, photo_with_place, picture, upload
from satupintu.engine.events.models import Event
from satupintu.engine.events.reach import Reach

ARA = 7302032006


@pytest.fixture
def photo(cast: Any, under: Callable[..., Any]) -> Attachment:
    """A photo that a front officer of Ara attached to the office, which stands for any row of Ara."""
    with under(cast.ara_depan):
        return attach(cast.ara_depan.office, upload("rumah.jpg", photo_with_place()), by=cast.ara_depan)


def seen_by(under: Callable[..., Any], appointment: Any) -> tuple[int, int]:
    with under(appointment):
        return Attachment.objects.count(), Content.objects.count()


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_photo_is_kept_with_its_fingerprint_and_reaches_as_far_as_its_row(photo: Attachment, cast: Any) -> None:
    assert (photo.name, photo.kind, photo.village) == ("rumah.jpg", "jpeg", ARA)
    assert photo.offices == [cast.ara_depan.office_id]
    assert photo.sha256 == inspect(upload("rumah.jpg", photo_with_place())).sha256
    assert (photo.width, photo.height) == (400, 200)
    assert photo.by_label == cast.ara_depan.label


def test_what_is_handed_out_is_the_copy_without_its_place(photo: Attachment, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        data = bytes(Content.objects.get(attachment=photo).data)
    assert data.startswith(b"\xff\xd8") and b"RAHASIA" not in data


def test_it_leaves_an_event_without_the_name_of_the_file(photo: Attachment, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        event = Event.objects.get(name="attachment.added")
    assert (event.subject_type, event.subject_id) == ("office", cast.ara_depan.office_id)
    assert event.facts == {"file": "jpeg"}
    assert event.sentence == "melampirkan Foto (JPEG)"


def test_sending_twice_attaches_once(cast: Any, under: Any) -> None:
    by = cast.ara_depan
    with under(by):
        first = attach(by.office, upload("kk.pdf", pdf()), by=by, key="formulir-1")
        again = attach(by.office, upload("kk.pdf", pdf()), by=by, key="formulir-1")
        assert first == again
        assert Attachment.objects.of(by.office).count() == 1


def test_a_role_without_the_verb_is_refused(cast: Any, under: Any) -> None:
    by = cast.bulukumba_kadis
    with under(by), pytest.raises(Refused):
        attach(by.office, upload("kk.pdf", pdf()), by=by)


def test_what_the_inspection_refuses_leaves_nothing(cast: Any, under: Any) -> None:
    by = cast.ara_depan
    with under(by):
        with pytest.raises(NotAccepted):
            attach(by.office, upload("a.svg", b"<svg/>"), by=by)
        assert not Attachment.objects.exists()
        assert not Event.objects.filter(name="attachment.added").exists()


def test_the_stranger_of_the_next_village_sees_nothing(photo: Attachment, cast: Any, under: Any) -> None:
    assert seen_by(under, cast.ara_koordinator) == (1, 1)
    assert seen_by(under, cast.bulukumba_manajer) == (1, 1)
    assert seen_by(under, cast.bira_koordinator) == (0, 0)
    assert seen_by(under, cast.gowa_manajer) == (0, 0)
    assert seen_by(under, cast.sulsel_pemantau) == (0, 0)
    assert seen_by(under, cast.nasional_auditor) == (0, 0)
    assert (Attachment.objects.count(), Content.objects.count()) == (0, 0)


def test_what_becomes_secret_vanishes_for_whoever_is_not_cleared(photo: Attachment, cast: Any, under: Any) -> None:
    office = cast.ara_depan.office
    row = SimpleNamespace(_meta=office._meta, pk=office.pk, reach=Reach(ARA, (), 2))
    with under(cast.bulukumba_manajer):
        assert follow(row) == 1
    assert seen_by(under, cast.bulukumba_manajer) == (1, 1)
    assert seen_by(under, cast.ara_koordinator) == (0, 0)
    assert seen_by(under, cast.ara_depan) == (1, 1), "whoever attached it still sees it"


def test_both_ends_of_a_letter_see_its_attachments(photo: Attachment, cast: Any, under: Any) -> None:
    office = cast.ara_depan.office
    letter = SimpleNamespace(
        _meta=office._meta, pk=office.pk, reach=Reach(ARA, (7, cast.bulukumba_dukcapil.office_id), 1)
    )
    assert seen_by(under, cast.bulukumba_dukcapil) == (0, 0)
    with under(cast.ara_koordinator):
        follow(letter)
    assert seen_by(under, cast.bulukumba_dukcapil) == (1, 1)
    assert seen_by(under, cast.gowa_dukcapil) == (0, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "select data from documents_original",
        "update documents_original set data = ''",
        "delete from documents_original",
        "update documents_content set data = ''",
        "delete from documents_content",
        "update documents_attachment set name = 'lain'",
        "update documents_attachment set appointment_id = 1",
        "delete from documents_attachment",
        "truncate documents_attachment cascade",
        "delete from documents_counter",
    ],
)
def test_the_application_cannot_open_the_seal_nor_change_a_file(
    statement: str, photo: Attachment, cast: Any, under: Any
) -> None:
    with under(cast.bulukumba_manajer), pytest.raises(DatabaseError, match="permission denied"):
        execute(statement)


def test_nobody_attaches_to_another_village_whatever_the_code_says(photo: Attachment, cast: Any, under: Any) -> None:
    columns = "subject_type, subject_id, trace, name, kind, size, sha256, village, offices, clearance, by_label"
    row = f"insert into documents_attachment ({columns}) values ('x', 1, '', 'a.pdf', 'pdf', 1, '', %d, '{{}}', 0, '')"
    with under(cast.bira_koordinator):
        execute(row % 7302032005)
        with pytest.raises(DatabaseError, match="row-level security"):
            execute(row % ARA)
        with pytest.raises(DatabaseError, match="row-level security"):
            execute(f"insert into documents_content values ({photo.pk}, '')")


def test_the_original_is_put_in_and_never_taken_out(as_owner: psycopg.Connection[Any]) -> None:
    found = as_owner.execute(
        "select relforcerowsecurity, has_table_privilege(%s, oid, 'select'), has_table_privilege(%s, oid, 'insert') "
        "from pg_class where relname = 'documents_original'",
        [connection.settings_dict["USER"]] * 2,
    ).fetchone()
    assert found == (True, False, True)


def test_a_picture_and_a_pdf_lie_side_by_side_oldest_first(cast: Any, under: Any) -> None:
    by = cast.ara_depan
    with under(by):
        attach(by.office, upload("a.png", picture("PNG")), by=by)
        attach(by.office, upload("b.pdf", pdf()), by=by)
        assert [paper.name for paper in Attachment.objects.of(by.office)] == ["a.png", "b.pdf"]
