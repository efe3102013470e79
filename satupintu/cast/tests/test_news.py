"""The news of the demo: they lie with who may know them, in the order in which they happened."""

from typing import Any

from satupintu.cast.tests.test_load_cast import ACTS, FEW, STAFF, YEAR, silent
from satupintu.engine.notifications.models import Envelope, Message, Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models import Complaint
from satupintu.work.referrals.models import Referral

NEWS = next(act for act in ACTS if act.title == "Pemberitahuan")


def test_the_news_of_the_last_days_lie_with_who_may_know_them(db: None, under: Any) -> None:
    STAFF.play(FEW, silent)
    YEAR.play(FEW, silent)
    NEWS.play(FEW, silent)
    assert NEWS.done()
    with house("uji"):
        notices = list(Notice.objects.order_by("id"))
        assert [one.at for one in notices] == sorted(one.at for one in notices)
        assert {one.read_at is None for one in notices} == {True, False}
        readers = Appointment.objects.with_place().in_bulk({one.appointment_id for one in notices})
        assert {"ara.koordinator", "bulukumba.manajer"} <= {one.account.username for one in readers.values()}
        assert set(Message.objects.values_list("state", flat=True)) >= {"sent", "given_up"}
        assert Envelope.objects.count() == Message.objects.exclude(state="sent").count()
    for notice in notices:
        with under(readers[notice.appointment_id]):
            model = Complaint if notice.subject_type == "complaint" else Referral
            assert model.objects.filter(pk=notice.subject_id).exists(), notice
