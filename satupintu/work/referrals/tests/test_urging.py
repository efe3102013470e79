"""What the sender does while a letter lies with its receiver, and what it may say about whom."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import inspect
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.work.referrals import actions, rules
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Consent, Reason, ReplyKind, Status


def test_nobody_is_reminded_twice_a_day(letter: Referral, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        actions.remind(letter, by=by)
        with pytest.raises(WrongState, match="hari ini"):
            actions.remind(letter, by=by)
    today = timezone.localdate()
    assert rules.may_remind(today - timedelta(days=1), today)
    assert not rules.may_remind(today, today)


def test_the_receiver_sees_that_it_was_reminded(letter: Referral, cast: Any, under: Any, desk: Any) -> None:
    with under(cast.ara_koordinator):
        actions.remind(letter, by=cast.ara_koordinator, text="Warga menunggu di rumah sakit")
    page = desk(cast.bulukumba_dukcapil).get(f"/rujukan/{letter.number}/").content.decode()
    assert "Mengingatkan" in page and "Warga menunggu di rumah sakit" in page


def test_a_letter_is_not_raised_before_its_time(letter: Referral, cast: Any, under: Any) -> None:
    by, to = cast.ara_koordinator, Office.objects.get(code="S7302")
    with under(by), pytest.raises(WrongState, match="Ingatkan dulu"):
        actions.escalate(letter, by=by, to=to, text="Lama")
    now = timezone.now()
    assert rules.may_escalate(now - timedelta(minutes=1), None, now)
    assert rules.may_escalate(now + timedelta(days=3), now - rules.IGNORED_AFTER, now)
    assert not rules.may_escalate(now + timedelta(days=3), now - timedelta(days=1), now)


def test_a_letter_is_raised_to_a_superior_only_and_that_office_reads_it_then(
    letter: Referral, cast: Any, under: Any, desk: Any
) -> None:
    by = cast.ara_koordinator
    with house("uji", quietly=True):
        Referral.objects.filter(pk=letter.pk).update(due_at=timezone.now() - timedelta(days=1), clearance=2)
    path = f"/rujukan/{letter.number}/"
    receiver = cast.bulukumba_dukcapil
    with under(receiver):
        actions.accept(letter, by=receiver, papers=[inspect(upload("daftar.pdf", pdf()))])
    assert desk(cast.bontobahari_tksk).get(path).status_code == 404, "its clearance is lower than the letter's"
    with under(by):
        with pytest.raises(Refused):
            actions.escalate(letter, by=by, to=Office.objects.get(code="S7306"), text="Lama")
        actions.escalate(letter, by=by, to=Office.objects.get(code="K730203"), text="Lama")
        with pytest.raises(WrongState):
            actions.escalate(letter, by=by, to=Office.objects.get(code="S7302"), text="Lama")
    assert desk(cast.bontobahari_tksk).get(path).status_code == 200
    listed = desk(cast.bontobahari_tksk).get("/rujukan/?arah=atasan").content.decode()
    assert letter.number in listed
    with under(cast.bontobahari_tksk):
        assert Attachment.objects.exists(), "its sender does not see this paper, so the house lets it follow"
        actions.remind(letter, by=cast.bontobahari_tksk, text="Segera dijawab")
        assert Event.objects.about(letter).filter(name="referral.escalated").exists()
        with pytest.raises(Refused):
            actions.withdraw(letter, by=cast.bontobahari_tksk, text="Bukan haknya")


def test_nobody_is_named_whom_nobody_asked(letter: Referral, cast: Any, under: Any) -> None:
    by, to = cast.ara_koordinator, letter.to_office
    words = {"origin_type": "x", "origin_id": 1, "origin_number": "K-1", "village_id": 7302032006, "field": "health"}
    words |= {"need": "Mohon dibantu", "due_at": timezone.now()}
    with under(by):
        for named in ({"subject_name": "Caya"}, {"subject_nik": "7302030000000001"}, {"subject_address": "Ara"}):
            with pytest.raises(Refused, match="menyetujui"):
                actions.send(actions.Letter(**words, **named), to=to, by=by)
            with pytest.raises(Refused, match="menyetujui"):
                actions.send(actions.Letter(**words, **named, consent=Consent.LAW), to=to, by=by)
        sent = actions.send(actions.Letter(**words), to=to, by=by)
        assert sent.consent == "", "who names nobody needs nobody's consent"


def test_the_receiver_sees_exactly_the_papers_that_were_chosen(
    letter: Referral, cast: Any, under: Any, desk: Any
) -> None:
    by, to = cast.ara_koordinator, letter.to_office
    with under(by):
        first, second = (attach(letter, upload(f"{name}.pdf", pdf(name.encode())), by=by) for name in ("kk", "rahasia"))
        other = actions.send(
            actions.Letter(
                **{name: getattr(letter, name) for name in ("origin_type", "origin_id", "origin_number", "field", "need")},
                village_id=letter.village_id, due_at=letter.due_at, consent=Consent.SIGNED, consent_by="Caya",
            ),
            to=Office.objects.get(code="H7302RSUD"), by=by, papers=[first], uploads=[],
        )  # fmt: skip
    with under(cast.bulukumba_rsud):
        (seen,) = Attachment.objects.all()
        assert (seen.name, seen.subject_id) == ("kk.pdf", other.pk)
    hospital = desk(cast.bulukumba_rsud)
    assert hospital.get(f"/lampiran/{seen.pk}/").status_code == 200
    assert hospital.get(f"/lampiran/{first.pk}/").status_code == 404
    assert hospital.get(f"/lampiran/{second.pk}/").status_code == 404
    assert to != other.to_office


def test_the_receiver_s_paper_comes_with_the_answer(letter: Referral, cast: Any, under: Any, desk: Any) -> None:
    agency, path = desk(cast.bulukumba_dukcapil), f"/rujukan/{letter.number}/"
    assert agency.post(f"{path}penerimaan/", {"text": "Baik"}).status_code == 302
    sent = {"text": "Akta terbit", "paper": upload("akta.pdf", pdf())}
    assert agency.post(f"{path}pelayanan/", sent).status_code == 302
    page = desk(cast.ara_koordinator).get(path).content.decode()
    assert "akta.pdf" in page and "Irmawati" in page


def test_an_appointment_lies_ahead(letter: Referral, cast: Any, under: Any) -> None:
    by = cast.bulukumba_dukcapil
    with under(by):
        actions.accept(letter, by=by)
        with pytest.raises(WrongState, match="sudah lewat"):
            actions.schedule(letter, by=by, meet_at=timezone.now(), meet_place="Loket 1")


def test_after_the_day_the_receiver_is_asked_whether_the_citizen_came(
    letter: Referral, cast: Any, under: Any, desk: Any
) -> None:
    by, path = cast.bulukumba_dukcapil, f"/rujukan/{letter.number}/"
    agency = desk(by)
    agency.post(f"{path}penerimaan/", {"text": ""})
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    sent = {"meet_on": tomorrow, "meet_time": "9.30", "meet_place": "Loket 3, lantai 1"}
    assert agency.post(f"{path}jadwal/", sent).status_code == 302
    page = agency.get(path).content.decode()
    assert "Loket 3, lantai 1" in page and "Apakah warga hadir?" not in page
    with house("uji", quietly=True):
        Referral.objects.filter(pk=letter.pk).update(meet_at=timezone.now() - timedelta(hours=1))
    page = agency.get(path).content.decode()
    assert "Apakah warga hadir?" in page and "Jadwalkan ulang" in page
    form = agency.get(f"{path}tidak-terlayani/").content.decode()
    assert 'value="absent"' in form.partition("checked")[0].rpartition("<input")[2]
    agency.post(f"{path}tidak-terlayani/", {"reason": Reason.ABSENT.value})
    with under(by):
        letter.refresh_from_db()
        assert letter.status == Status.NOT_SERVED


@pytest.mark.parametrize("typed", ["9.75", "pagi", ""])
def test_a_time_that_is_none_comes_back_with_everything_typed(
    typed: str, letter: Referral, cast: Any, desk: Any
) -> None:
    agency, path = desk(cast.bulukumba_dukcapil), f"/rujukan/{letter.number}/"
    agency.post(f"{path}penerimaan/", {"text": ""})
    answer = agency.post(f"{path}jadwal/", {"meet_on": "31-12-2030", "meet_time": typed, "meet_place": "Loket 9"})
    assert answer.status_code == 422 and "Loket 9" in answer.content.decode()


def test_a_withdrawn_letter_tells_its_receiver_so(letter: Referral, cast: Any, under: Any, desk: Any) -> None:
    path = f"/rujukan/{letter.number}/"
    assert desk(cast.ara_koordinator).post(f"{path}pencabutan/", {"text": "Warga pindah"}).status_code == 302
    page = desk(cast.bulukumba_dukcapil).get(path).content.decode()
    assert "sudah dicabut pengirimnya" in page and "Warga pindah" in page
    assert ReplyKind.WITHDRAWN.label in page


def test_papers_and_events_of_a_letter_are_hidden_at_its_sender_from_who_works_on_another_field(
    letter: Referral, cast: Any, under: Any
) -> None:
    """They do not see the letter either; whoever receives it works on what comes in, whatever it is."""
    by = cast.bulukumba_dukcapil
    with under(by):
        actions.ask(letter, by=by, text="Mana KK-nya?", papers=[inspect(upload("daftar.pdf", pdf()))])
    for reader, there in (
        (cast.ara_pendidikan, False),
        (cast.ara_belakang, True),
        (by, True),
        (cast.bontobahari_tksk, True),
    ):
        with under(reader):
            rows = (Referral.objects, Attachment.objects, Event.objects.about(letter))
            assert [one.exists() for one in rows] == [there] * 3, reader


def test_a_sender_without_an_area_sees_what_becomes_of_its_letter(cast: Any, under: Any) -> None:
    by, to = cast.sulsel_penanganan, cast.bulukumba_dukcapil
    words = {"origin_type": "x", "origin_id": 1, "origin_number": "K-1", "village_id": 7302032006, "need": "Mohon akta"}
    with under(by):
        told = actions.Letter(**words, field="social", due_at=timezone.now() + timedelta(days=7))
        sent = actions.send(told, to=to.office, by=by)
    with under(to):
        actions.ask(sent, by=to, text="Mana KK-nya?", papers=[inspect(upload("daftar.pdf", pdf()))])
    with under(by):
        assert Event.objects.about(sent).filter(name="referral.asked").exists() and Attachment.objects.exists()
    with under(cast.bulukumba_rsud):
        assert not Event.objects.about(sent).exists() and not Attachment.objects.exists()
