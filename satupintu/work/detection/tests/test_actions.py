"""Sharing out, writing a result down, opening a complaint, publishing a sign: each by whom, in which state, once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.models import Person
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Sensitivity
from satupintu.work.daybook.models import Visit
from satupintu.work.detection import actions
from satupintu.work.detection.actions.recording import Need, Told
from satupintu.work.detection.models import Opened, Outreach, Sharing, Sign
from satupintu.work.detection.tests.conftest import BIRA, KABUPATEN, born, night
from satupintu.work.detection.words import Result

WITA = ZoneInfo("Asia/Makassar")

pytestmark = pytest.mark.django_db
Under = Callable[[Any], Any]


def told(result: Result = Result.IN_NEED, **more: Any) -> Told:
    return Told(result, timezone.localdate(timezone=WITA), "Ingin sekolah lagi, tak punya seragam.", **more)


def names(row: Any) -> list[str]:
    return [event.name for event in Event.objects.about(row)]


def test_it_is_shared_out_with_an_event_and_a_notice_and_once(found: Outreach, cast: Any, under: Under) -> None:
    by, to = cast.ara_koordinator, cast.ara_fasilitator
    with under(by):
        assert actions.share({found.pk: to.pk}, by=by, key="k") == actions.share({found.pk: to.pk}, by=by, key="k")
        sharing = Sharing.objects.get()
        assert (sharing.to_id, sharing.many, names(sharing)) == (to.pk, 1, ["outreach.shared"])
        one = Outreach.objects.get()
        assert (one.state, one.assignee_id, one.sharing_id) == ("shared", to.pk, sharing.pk)
        with pytest.raises(WrongState):
            actions.share({found.pk: to.pk}, by=by)
    with under(to):
        notice = Notice.objects.get(name="outreach.shared")
        assert notice.path == "/jangkauan/?daftar=saya"


def test_the_supervisor_of_the_kecamatan_shares_out_to_the_officers_of_each_village(
    found: Outreach, cast: Any, under: Under
) -> None:
    with house("uji", quietly=True):
        born(BIRA, "Rahma")
    night()
    by = cast.bontobahari_supervisor
    with under(by):
        chosen = {one.pk: getattr(cast, "ara_fasilitator" if one.pk == found.pk else "bira_fasilitator").pk
                  for one in Outreach.objects.unshared()}  # fmt: skip
        assert len(actions.share(chosen, by=by)) == 2


def test_only_somebody_who_works_there_is_given_it(found: Outreach, cast: Any, under: Under) -> None:
    by = cast.bontobahari_supervisor
    with under(by):
        for to in (cast.bira_fasilitator, cast.bontobahari_supervisor, cast.bulukumba_manajer):
            with pytest.raises(Refused):
                actions.share({found.pk: to.pk}, by=by)
        with pytest.raises(Refused):
            actions.share({}, by=by)
        assert Outreach.objects.get().state == "found" and not Sharing.objects.exists()


def test_the_next_village_does_not_know_of_it(shared: Outreach, cast: Any, under: Under) -> None:
    stranger, visitor = cast.bira_koordinator, cast.bira_fasilitator
    with under(stranger):
        assert not Outreach.objects.exists() and not Sharing.objects.exists()
        with pytest.raises(Refused):
            actions.share({shared.pk: visitor.pk}, by=stranger)
    with under(visitor), pytest.raises(Refused):
        actions.record_result(shared, by=visitor, told=told())
    with under(cast.gowa_manajer):
        assert not Outreach.objects.exists()


def test_the_result_is_a_visit_in_the_daybook_and_ends_it_once(shared: Outreach, cast: Any, under: Under) -> None:
    by = cast.ara_fasilitator
    with under(by):
        first = actions.record_result(shared, by=by, told=told(Result.HELPED, place="Dusun Bontona"), key="k")
        assert actions.record_result(shared, by=by, told=told(Result.HELPED), key="k") == first
        visit = Visit.objects.select_related("finding").get()
        assert (visit.kind, visit.result, visit.person_id, visit.place) == (
            "outreach", "met", shared.person_id, "Dusun Bontona",
        )  # fmt: skip
        assert visit.finding.text.startswith("Ingin sekolah") and list(Visit.objects.about("outreach", shared.pk)) == [
            visit
        ]
        one = Outreach.objects.get()
        assert (one.state, one.result, one.visit_id) == ("closed", "helped", visit.pk)
        assert names(one) == ["outreach.recorded"]
        with pytest.raises(WrongState):
            actions.record_result(one, by=by, told=told())


def test_another_officer_of_the_post_leaves_it_alone_and_the_coordinator_may_write_it_down(
    shared: Outreach, cast: Any, under: Under
) -> None:
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.record_result(shared, by=cast.ara_depan, told=told())
    with under(cast.ara_koordinator):
        actions.record_result(shared, by=cast.ara_koordinator, told=told(Result.MOVED))
        assert Visit.objects.get().result == "moved"


def test_what_nobody_was_given_and_a_day_to_come_are_refused(found: Outreach, cast: Any, under: Under) -> None:
    by = cast.ara_koordinator
    with under(by):
        with pytest.raises(WrongState):
            actions.record_result(found, by=by, told=told())
        actions.share({found.pk: cast.ara_fasilitator.pk}, by=by)
    with under(cast.ara_fasilitator), pytest.raises(Refused):
        tomorrow = Told(Result.HELPED, timezone.localdate(timezone=WITA) + timedelta(days=1))
        actions.record_result(found, by=cast.ara_fasilitator, told=tomorrow)


def test_somebody_in_need_gets_a_complaint_once_and_the_link_stays(shared: Outreach, cast: Any, under: Under) -> None:
    by = cast.ara_fasilitator
    need = Need(ServiceField.EDUCATION, "Tidak punya seragam")
    with under(by):
        with pytest.raises(WrongState):
            actions.open_complaint(shared, by=by, need=need)
        actions.record_result(shared, by=by, told=told())
        made = actions.open_complaint(shared, by=by, need=need, key="k")
        assert actions.open_complaint(shared, by=by, need=need, key="k") == made
        assert (made.person_id, made.channel, made.field) == (shared.person_id, Channel.OUTREACH, "education")
        assert Opened.objects.get().complaint_id == made.pk
        assert names(shared) == ["outreach.complaint_opened", "outreach.recorded"]
        with pytest.raises(WrongState):
            actions.open_complaint(shared, by=by, need=need)
    with under(cast.bira_koordinator):
        assert not Opened.objects.exists()


def test_a_secret_complaint_takes_the_outreach_and_its_visit_behind_its_wall(
    shared: Outreach, cast: Any, under: Under
) -> None:
    by = cast.ara_fasilitator
    with under(by):
        actions.record_result(shared, by=by, told=told())
        actions.open_complaint(shared, by=by, need=Need(ServiceField.SOCIAL, "Dipukul", sensitivity=Sensitivity.SECRET))
        assert Outreach.objects.exists() and Visit.objects.exists(), "who went there knows"
    with under(cast.ara_koordinator):
        assert not Outreach.objects.exists() and not Visit.objects.exists() and not Opened.objects.exists()
        assert not Event.objects.filter(name="outreach.complaint_opened").exists()
    with under(cast.bulukumba_manajer):
        assert Opened.objects.get().complaint == Complaint.objects.get()


def test_a_kabupaten_publishes_a_sign_of_its_own_and_a_version_of_the_nation_s(cast: Any, under: Under) -> None:
    by = cast.bulukumba_manajer
    own = {"area_id": KABUPATEN, "field": "social", "name": "Lansia tanpa NIK", "age_from": 60, "without_nik": True}
    with under(by):
        made = actions.publish(Sign(**own), by=by, key="k")
        assert actions.publish(Sign(**own), by=by, key="k") == made
        assert (made.code, made.number, names(made)) == ("own_1", 1, ["sign.published"])
        again = actions.publish(Sign(**own, code="own_1", active=False), by=by)
        assert (again.number, names(again)) == (2, ["sign.switched_off"])
        assert actions.publish(Sign(**own), by=by).code == "own_2"
        with pytest.raises(WrongState):
            actions.publish(Sign(area_id=KABUPATEN, field="social", name="Semua anak", age_to=17), by=by)
        with pytest.raises(Refused):
            actions.publish(Sign(**own | {"area_id": None}), by=by)
    with under(cast.gowa_manajer), pytest.raises(Refused):
        actions.publish(Sign(**own), by=cast.gowa_manajer)
    with under(cast.ara_koordinator), pytest.raises(Refused):
        actions.publish(Sign(**own), by=cast.ara_koordinator)


def test_a_merged_record_s_outreaches_are_the_survivor_s_and_never_stand_twice(
    shared: Outreach, cast: Any, under: Under
) -> None:
    from satupintu.registry.matching.actions import decide, report, undo
    from satupintu.registry.matching.words import Decision

    by = cast.ara_koordinator
    with house("uji", quietly=True):
        double = born(name="Caya Dua")
        only_double = born(name="Caya Tiga")
    night()
    with under(by):
        for other, kept in ((double, 1), (only_double, 1)):
            survivor = Person.objects.get(pk=shared.person_id)
            pair = report(by=by, one=survivor, other=other)
            decide(pair, by=by, decision=Decision.SAME, survivor=survivor.pk)
            open_ones = Outreach.objects.open().filter(person=survivor)
            assert [one.pk for one in open_ones] == [shared.pk] and len(open_ones) == kept
        ended = Outreach.objects.exclude(pk=shared.pk)
        assert {(one.result, one.person_id) for one in ended} == {("merged", shared.person_id)}
        for merge in [pair.merges.get() for pair in _pairs()]:
            undo(merge, by=by)
        assert Outreach.objects.open().count() == 3
        assert Outreach.objects.get(pk=shared.pk).assignee_id == cast.ara_fasilitator.pk


def _pairs() -> Any:
    from satupintu.registry.matching.models import Pair

    return Pair.objects.order_by("-pk")
