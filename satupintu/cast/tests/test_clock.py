"""The clock of the simulated year: milestones, reminders and what is late, as the events say."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from satupintu.cast.tests.little import told
from satupintu.foundation.access import house
from satupintu.work.complaints import rules, worklist
from satupintu.work.complaints.models import Complaint


def test_milestones_are_what_the_events_say(year: None) -> None:
    with house("uji"):
        events = told()
        complaints = list(Complaint.objects.all())
        for one in complaints:
            passed = rules.milestones((event.name, event.at) for event in events["complaint", one.pk])
            assert {name: getattr(one, name) for name in rules.MILESTONES} == {
                name: passed.get(name) for name in rules.MILESTONES
            }
        assert any(one.first_reply_at for one in complaints) and any(not one.decided_at for one in complaints)


def test_the_clock_has_said_what_it_says_and_is_never_behind(year: None) -> None:
    with house("uji"):
        events, now = told(), timezone.now()
        for one in Complaint.objects.prefetch_related("escalations"):
            names = [event.name for event in events["complaint", one.pk]]
            assert one.clock_at is None or one.clock_at > now
            assert (one.clock_at is None) or one.status_word in rules.RUNNING
            assert names.count("complaint.escalated_by_clock") == len(one.escalations.all())
            late = one.due_at < now and one.status_word in rules.RUNNING and one.paused_since is None
            assert not late or "complaint.overdue" in names


def test_the_demo_shows_who_is_waited_for_and_what_is_late_below(
    year: None, cast: Any, under: Callable[..., Any]
) -> None:
    with under(cast.ara_depan):
        assert Complaint.objects.exclude(paused_since=None).exists()
    for name in ("bontobahari_supervisor", "bontobahari_tksk"):
        by = getattr(cast, name)
        with under(by):
            assert worklist.late_below(by, timezone.now()).exists(), name
