"""An agency or PKSAI accepts what is transferred to it and owns it to the end; nobody else there or elsewhere does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.access.access import fits
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, ways
from satupintu.work.complaints.models import Complaint, Reporter, Story
from satupintu.work.complaints.tests.test_transferring import ACTS, give, take
from satupintu.work.complaints.words import Sensitivity, Status
from satupintu.work.routing.words import Schooling
from satupintu.work.transfers import actions as answers
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.receivers import may_take
from satupintu.work.transfers.words import Refusal

Desk = Callable[[Any], Client]


@dataclass(frozen=True)
class Owner:
    """Who accepts at an office, and who of the same area must learn nothing: a colleague and another agency."""

    code: str
    by: str
    field: ServiceField
    others: tuple[str, ...]
    sees_area: bool = False


OWNERS = (
    Owner(
        "D7302DINKES",
        "bulukumba_kesehatan",
        ServiceField.HEALTH,
        ("bulukumba_dinkes", "bulukumba_dukcapil", "bulukumba_dikbud", "bulukumba_rsud"),
    ),
    Owner(
        "A7302",
        "bulukumba_peksos",
        ServiceField.SOCIAL,
        ("bulukumba_kesehatan", "bulukumba_dukcapil", "bulukumba_dinkes"),
        sees_area=True,
    ),
    Owner(
        "D73DISDIK",
        "sulsel_pendidikan",
        ServiceField.EDUCATION,
        ("sulsel_disdik", "sulsel_penanganan", "bulukumba_kesehatan", "bulukumba_dikbud"),
    ),
)
STRANGERS = ("bira_koordinator", "panakkukang_koordinator", "gowa_manajer", "gowa_dukcapil", "sulsel_penanganan")
owners = pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.code)


@pytest.fixture
def matter(cast: Any, under: Any, told: Any) -> Callable[[Owner], Complaint]:
    """A complaint of Ara in the owner's field, with a paper."""

    def made(owner: Owner, **words: Any) -> Complaint:
        with under(cast.ara_depan):
            complaint = actions.register(told(field=owner.field, **words), by=cast.ara_depan)
            attach(complaint, upload("kk.pdf", pdf()), by=cast.ara_depan)
        return complaint

    return made


def sees_nothing(by: Any, under: Any) -> bool:
    with under(by):
        tables = (Complaint, Story, Reporter, Attachment, Transfer)
        return not any(table.objects.exists() for table in tables)


@owners
def test_it_is_accepted_decided_served_answered_and_closed_in_the_browser(
    owner: Owner, matter: Any, cast: Any, under: Any, desk: Desk
) -> None:
    complaint, by = matter(owner), getattr(cast, owner.by)
    path = f"/keluhan/{complaint.number}/"
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, owner.code)
    officer = desk(by)
    assert offered.number in officer.get("/").content.decode(), "it stands on the worklist of who may answer"
    page = officer.get(f"/pelimpahan/{offered.number}/").content.decode()
    assert "Terima, kami tangani" in page and "Tidak diterima" in page
    today = f"{timezone.localdate():%d/%m/%Y}"
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        (f"/pelimpahan/{offered.number}/penerimaan/", {"text": "Kami tangani"}),
        (f"{path}layanan/", {"what": "Dikunjungi", "server": by.pk, "on": today}),
        (f"{path}hasil/", {"result": "Sudah dilayani", "on": today}),
        (f"{path}jawaban/", {"text": "Sudah dilayani dinas", "way": "in_person", "on": today}),
        (f"{path}penutupan/", {"outcome": "fulfilled"}),
    )
    for address, words in steps:
        answer = officer.post(address, words)
        assert answer.status_code == 302, (address, answer.status_code)
        assert officer.get(path).status_code == 200, address
    assert "Anak saya belum punya akta" in officer.get(path).content.decode()
    with under(by):
        complaint.refresh_from_db()
        assert (complaint.status, complaint.handler_office_id) == (Status.CLOSED, by.office_id)
    with house("uji", quietly=True):
        names = Event.objects.about(complaint).order_by("id").values_list("name", flat=True)
        told = "transferred settled service_finished told closed".split()
        assert [name for name in names if name.partition(".")[2] in told] == [f"complaint.{name}" for name in told]
    assert officer.post(f"{path}pembukaan-kembali/", {"reason": "Belum tuntas"}).status_code == 302


@owners
def test_only_the_owner_reads_it_and_only_while_it_owns_it(
    owner: Owner, matter: Any, cast: Any, under: Any, desk: Desk
) -> None:
    complaint, by, old = matter(owner), getattr(cast, owner.by), cast.ara_koordinator
    blind = [getattr(cast, name) for name in (*owner.others, *STRANGERS)]
    with under(old):
        offered = give(complaint, old, owner.code)
    if not owner.sees_area:
        with under(by):
            assert not Complaint.objects.exists() and not Story.objects.exists(), "not before it is accepted"
    take(offered, by, under)
    with under(by):
        assert Complaint.objects.get() == complaint and Story.objects.get().text and Attachment.objects.exists()
        onward = give(complaint, by, "S7302")
    for stranger in blind:
        assert stranger.role == "responder" or sees_nothing(stranger, under), stranger.label
        with under(stranger):
            assert not Complaint.objects.exists() and not Story.objects.exists(), stranger.label
        assert desk(stranger).get(f"/keluhan/{complaint.number}/").status_code in {403, 404}
    take(onward, cast.bulukumba_manajer, under)
    if not owner.sees_area:
        with under(by):
            assert not Complaint.objects.exists() and not Story.objects.exists() and not Attachment.objects.exists()
        assert desk(by).get(f"/keluhan/{complaint.number}/").status_code == 404
    with under(by), pytest.raises(Refused):
        ACTS["complaint.settle"](complaint, by)


@owners
def test_the_former_owner_and_whoever_only_answers_letters_do_nothing_with_it(
    owner: Owner, matter: Any, cast: Any, under: Any, desk: Desk
) -> None:
    complaint, by, old = matter(owner), getattr(cast, owner.by), cast.ara_koordinator
    with under(old):
        offered = give(complaint, old, owner.code)
    for one in (old, cast.bulukumba_dinkes, cast.bulukumba_dukcapil, cast.bulukumba_manajer, cast.bira_koordinator):
        with under(one), pytest.raises(Refused):
            answers.accept(offered, by=one)
    take(offered, by, under)
    for one in (old, cast.bulukumba_dinkes, cast.bulukumba_manajer):
        for act in ACTS.values():
            with under(one), pytest.raises(Refused):
                act(complaint, one)


@owners
def test_it_may_refuse_and_sent_twice_it_refuses_once(owner: Owner, matter: Any, cast: Any, under: Any) -> None:
    complaint, by, old = matter(owner), getattr(cast, owner.by), cast.ara_koordinator
    with under(old):
        offered = give(complaint, old, owner.code)
    with under(by):
        for _time in range(2):
            answers.refuse(offered, by=by, reason=Refusal.NOT_OURS, key="sekali")
        with pytest.raises(WrongState):
            answers.accept(offered, by=by)
    with under(old):
        complaint.refresh_from_db()
        assert (complaint.status, complaint.handler_office_id) == (Status.RETURNED, old.office_id)
        assert Event.objects.about(offered).filter(name="transfer.refused").count() == 1


@owners
def test_it_owns_nothing_outside_its_service_field(owner: Owner, matter: Any, cast: Any, under: Any) -> None:
    by = getattr(cast, owner.by)
    office = Office.objects.get(code=owner.code)
    assert may_take(office, field=owner.field, clearance=2)
    assert not may_take(office, field=ServiceField.ECONOMY, clearance=0)
    complaint = matter(owner)
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, owner.code)
    take(offered, by, under)
    Appointment.objects.filter(pk=by.pk).update(fields=["economy"])
    by.refresh_from_db()
    assert sees_nothing(by, under)
    assert not may_take(office, field=ServiceField.ECONOMY, clearance=0), "the office itself has other fields"
    assert not may_take(office, field=owner.field, clearance=0), "nobody there works on it any more"


def test_a_hospital_and_whoever_only_answers_letters_take_nothing(cast: Any, db: None) -> None:
    for code, field in (("H7302RSUD", "health"), ("D7302DUKCAPIL", "civil_registration")):
        assert not may_take(Office.objects.get(code=code), field=field, clearance=0)
    Appointment.objects.filter(pk=cast.bulukumba_rsud.pk).update(role="agency_handler")
    assert not may_take(Office.objects.get(code="H7302RSUD"), field="health", clearance=0)


def test_a_secret_one_may_be_owned_by_who_is_cleared(matter: Any, cast: Any, under: Any) -> None:
    complaint = matter(OWNERS[1], sensitivity=Sensitivity.SECRET)
    with under(cast.bulukumba_manajer):
        offered = give(complaint, cast.bulukumba_manajer, "A7302")
    take(offered, cast.bulukumba_peksos, under)
    with under(cast.bulukumba_peksos):
        assert Complaint.objects.get().handler_office.code == "A7302"
    for blind in (cast.ara_koordinator, cast.bulukumba_dinkes, cast.bulukumba_depan):
        with under(blind):
            assert not Complaint.objects.exists()


@pytest.mark.parametrize("owner", OWNERS[:2], ids=lambda owner: owner.code)
def test_what_it_leaves_lying_is_brought_before_the_secretariat_of_its_kabupaten(
    owner: Owner, matter: Any, cast: Any, under: Any
) -> None:
    complaint = matter(owner)
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, owner.code)
    take(offered, getattr(cast, owner.by), under)
    now = timezone.now() + timedelta(days=90)
    with house("uji", quietly=True) as clock:
        Complaint.objects.update(clock_at=now)
        actions.keep_time(7302, by=clock, now=now)
        assert [one.office.code for one in complaint.escalations.all()] == ["S7302"]
        complaint.refresh_from_db()
        assert ways.offices_up(complaint, timezone.localdate())[0].code == "S7302"


def test_it_is_not_brought_before_an_office_that_does_not_see_it(complaint: Complaint, cast: Any, under: Any) -> None:
    """An office of Gowa owns it; it lies in Bulukumba still, so the secretariat of Gowa would find nothing."""
    Appointment.objects.filter(pk=cast.gowa_dukcapil.pk).update(role="agency_handler")
    cast.gowa_dukcapil.refresh_from_db()
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, "D7306DUKCAPIL")
    take(offered, cast.gowa_dukcapil, under)
    now = timezone.now() + timedelta(days=90)
    with house("uji", quietly=True) as clock:
        Complaint.objects.update(clock_at=now)
        actions.keep_time(7302, by=clock, now=now)
        assert not complaint.escalations.exists()


def test_who_sees_no_area_has_one_list_of_what_its_office_owns(
    complaint: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    """Wherever it lies: an office of Gowa owns a complaint of Bulukumba."""
    Appointment.objects.filter(pk=cast.gowa_dukcapil.pk).update(role="agency_handler")
    cast.gowa_dukcapil.refresh_from_db()
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, "D7306DUKCAPIL")
    take(offered, cast.gowa_dukcapil, under)
    with house("uji", quietly=True):
        Complaint.objects.update(due_at=timezone.now() - timedelta(days=1))
    officer = desk(cast.gowa_dukcapil)
    page = officer.get("/keluhan/").content.decode()
    assert complaint.number in page and "Dari luar wilayah" not in page
    assert "Keluhan yang ditangani kantor Anda" in page and "di wilayah Anda" not in page
    late = officer.get("/?daftar=terlambat").content.decode()
    assert late.count(f"/keluhan/{complaint.number}/") == 1


def test_what_is_given_to_a_provinsi_goes_to_the_agency_of_its_field_or_to_social_affairs(cast: Any, db: None) -> None:
    schools, social = (Office.objects.get(code=code) for code in ("D73DISDIK", "V73"))
    assert may_take(schools, field="education", clearance=2) and not may_take(schools, field="health", clearance=0)
    Appointment.objects.filter(office=schools).update(role="province_handler", fields=[])
    assert not may_take(schools, field="health", clearance=0), "whoever works there"
    assert all(may_take(social, field=field.value, clearance=2) for field in ServiceField)
    Appointment.objects.filter(office=schools).update(role="responder")
    assert not may_take(schools, field="education", clearance=0), "where nobody decides"


def test_another_agency_of_the_provinsi_learns_nothing(matter: Any, cast: Any, under: Any, desk: Desk) -> None:
    schools = OWNERS[2]
    complaint, old = matter(schools, schooling=Schooling.SENIOR), cast.ara_koordinator
    other = Office.objects.create(
        kind="agency", code="D73DINKES", name="Dinkes provinsi", area_id=7300000000, fields=["health", "education"]
    )
    stranger = Appointment.objects.with_place().get(pk=cast.sulsel_penanganan.pk)
    Appointment.objects.filter(pk=stranger.pk).update(role="agency_handler", office=other)
    stranger = Appointment.objects.with_place().get(pk=stranger.pk)
    with under(old):
        offered = give(complaint, old, schools.code)
    with under(stranger), pytest.raises(Refused):
        answers.accept(offered, by=stranger)
    take(offered, cast.sulsel_pendidikan, under)
    assert sees_nothing(stranger, under)
    browser = desk(stranger)
    assert browser.get(f"/keluhan/{complaint.number}/").status_code == 404
    assert browser.get(f"/pelimpahan/{offered.number}/").status_code == 404
    assert complaint.number not in browser.get("/keluhan/").content.decode()
    with under(cast.sulsel_pendidikan):
        assert Complaint.objects.get() == complaint, "and of the whole provinsi no other"


def test_whose_a_senior_school_is_stands_first_where_it_is_offered(matter: Any, cast: Any, desk: Desk) -> None:
    senior, junior = (matter(OWNERS[2], schooling=one) for one in (Schooling.SENIOR, Schooling.JUNIOR))
    browser = desk(cast.ara_koordinator)
    page = browser.get(f"/keluhan/{senior.number}/pelimpahan/").content.decode()
    assert "Biasanya milik Dinas Pendidikan Sulawesi Selatan. SMA/SMK diurus provinsi." in page
    offered = page[page.index("Kantor yang cocok") :]
    assert offered.index("Dinas Pendidikan Sulawesi Selatan") < offered.index("Puskesos Desa Bira")
    page = browser.get(f"/keluhan/{junior.number}/pelimpahan/").content.decode()
    assert "Biasanya milik" not in page, "nobody of the kabupaten's agency decides"


def test_who_decides_for_an_agency_is_appointed_at_a_kabupaten_or_a_provinsi_no_higher() -> None:
    assert [fits("agency_handler", Area(level=level)) for level in (1, 2)] == [True, True]
    assert not fits("agency_handler", None)
