"""P4, P6: from an account and a window to whose data were seen; and who looked, found by an index."""

import io
import json
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event, Shown
from satupintu.foundation.access import house
from satupintu.registry.exports.tests.taking import bytes_of, taken
from satupintu.registry.people.models import Person
from satupintu.registry.privacy import breach, readers
from satupintu.registry.privacy.breaching import report, tell
from satupintu.registry.privacy.models import Breach

MANY = 20_000
READINGS = """
with made as (
    insert into events_event (kind, name, subject_type, subject_id, shown_ids, trace, village, role, actor, facts,
        account_id, appointment_id, offices, clearance, topic, at)
    select 'reading', 'person.listed', 'person', null, array[n, n + 1, n + 2]::bigint[], '', 7302032006, 'coordinator', 'x',
        '{"shown": "name,age"}', %(account)s, %(appointment)s, '{}', 0, '', now() - n * interval '1 minute'
    from generate_series(1, %(many)s) n returning id, shown_ids)
insert into events_shown (row_id, event_id) select unnest(shown_ids), id from made
"""


@pytest.fixture
def looked(cast: Any, child: Person, desk: Any) -> Any:
    """The coordinator of Ara has opened the child's page and found it by its name."""
    browser = desk(cast.ara_koordinator)
    browser.get(f"/orang/{child.pk}/")
    browser.post("/cari/", {"q": "Nur Aisyah"}, follow=True)
    return cast.ara_koordinator


def window() -> tuple[Any, Any]:
    now = timezone.now()
    return now - timedelta(hours=1), now + timedelta(hours=1)


def test_a_kit_names_whom_an_account_was_shown_and_which_fields(looked: Any, child: Person, cast: Any) -> None:
    kit = breach.seen_by(looked.account_id, *window())
    assert set(kit.subjects) == {child.pk}
    assert {"identity", "household", "name", "age"} <= kit.subjects[child.pk].fields
    assert kit.subjects[child.pk].times >= 2
    since, until = window()
    assert breach.seen_by(looked.account_id, since, since + timedelta(minutes=1)).subjects == {}, "another window"
    assert breach.seen_by(cast.bira_koordinator.account_id, since, until).subjects == {}, "another account"


def test_the_command_answers_json_and_writes_a_workbook(looked: Any, child: Person, tmp_path: Path) -> None:
    since, until = window()
    told, kept = StringIO(), tmp_path / "kit.xlsx"
    said = {"since": since.isoformat(), "until": until.isoformat(), "xlsx": kept}
    call_command("breach", "ara.koordinator", stdout=told, **said)
    assert [one["person"] for one in json.loads(told.getvalue())["subjects"]] == [f"O-{child.pk}"]
    rows = list(openpyxl.load_workbook(kept)["Orang"].iter_rows(values_only=True))
    assert rows[1][:2] == (f"O-{child.pk}", "Nur Aisyah")
    for wrong in (
        ("tidak.ada", said),
        ("ara.koordinator", said | {"since": "kemarin"}),
        ("ara.koordinator", said | {"until": "2001-01-01"}),
    ):
        with pytest.raises(CommandError):
            call_command("breach", wrong[0], stdout=told, **wrong[1])


def test_a_breach_is_written_down_told_once_and_seen_by_no_stranger(looked: Any, cast: Any, under: Any) -> None:
    by, (since, until) = cast.bulukumba_manajer, window()
    said = {"account": looked.account, "since": since, "until": until, "what": "Sandi dicuri."}
    with under(by):
        first, second = (report(by=by, key="sekali", **said) for _time in range(2))
        assert first == second and first.due_at - first.known_at == timedelta(hours=72)
        assert not first.is_late(timezone.now()) and first.is_late(timezone.now() + timedelta(hours=73))
    for stranger in (cast.gowa_manajer, cast.ara_koordinator):
        with under(stranger), pytest.raises(Refused):
            tell(first, by=stranger, text="x")
    with under(cast.ara_koordinator), pytest.raises(Refused):
        report(by=cast.ara_koordinator, **said)
    with under(cast.gowa_manajer):
        assert not Breach.objects.exists()
    with under(by):
        tell(first, by=by, text="Surat kepada 1 warga.", key="kabar")
        tell(first, by=by, text="Surat kepada 1 warga.", key="kabar")
        with pytest.raises(WrongState):
            tell(first, by=by, text="Lagi")
        assert [event.name for event in Event.objects.about(first)] == ["breach.told", "breach.reported"]


def test_the_page_counts_and_hands_the_kit_out(looked: Any, child: Person, cast: Any, desk: Any) -> None:
    by = cast.bulukumba_manajer
    manager, today = desk(by), timezone.localdate(timezone=by.office.zone).isoformat()
    form = {"username": "ara.koordinator", "since": today, "until": today, "what": "Sandi dicuri."}
    assert manager.post("/kebocoran/", form | {"username": "gowa.manajer"}).status_code == 422, "of another area"
    assert manager.post("/kebocoran/", form | {"since": "2026-01-02", "until": "2026-01-01"}).status_code == 422
    sent = manager.post("/kebocoran/", form)
    assert sent.status_code == 302
    page = manager.get(sent["Location"]).content.decode()
    assert "Orang yang datanya terlihat" in page and "Sandi dicuri." in page
    book = openpyxl.load_workbook(io.BytesIO(bytes_of(taken(manager, f"{sent['Location']}xlsx/"))))
    assert [row[0] for row in book["Orang"].iter_rows(min_row=2, values_only=True)] == [f"O-{child.pk}"]
    told = json.loads(manager.get(f"{sent['Location']}json/").content)
    assert "Nur Aisyah" not in json.dumps(told) and told["subjects"][0]["person"] == f"O-{child.pk}"
    assert desk(cast.gowa_manajer).get(sent["Location"]).status_code == 404
    assert desk(cast.ara_koordinator).get("/kebocoran/").status_code == 403
    assert manager.post(sent["Location"], {"text": "Surat terkirim."}).status_code == 302
    assert "sudah diberitahukan" in manager.get("/kebocoran/").content.decode()


def test_who_looked_and_what_was_seen_are_found_by_an_index(cast: Any, child: Person) -> None:
    by = cast.ara_koordinator
    with house("uji", quietly=True), connection.cursor() as cursor:
        # Written as the officer would have been: an event is written in nobody else's name.
        cursor.execute("select set_config('app.appointment', %s, true)", [str(by.pk)])
        cursor.execute(READINGS, {"account": by.account_id, "appointment": by.pk, "many": MANY})
        cursor.execute("select set_config('app.appointment', '', true)")
        cursor.execute("set local enable_seqscan = off")
        plan = Shown.objects.filter(row_id=777).order_by("-event_id")[:50].explain()
        assert "events_shown_pkey" in plan and "Index Cond: (row_id = " in plan, plan
        plan = Event.objects.showing(777, readers.of_people())[:50].explain()
        assert "Index Cond: (id = ANY" in plan, plan
        cursor.execute(f"explain {breach._READ}", [[by.pk], timezone.now() - timedelta(days=9), timezone.now()])
        plan = "\n".join(line for (line,) in cursor.fetchall())
        assert "event_appointment" in plan, plan
        cursor.execute("set local enable_seqscan = on")
    began = time.perf_counter()
    assert len(readers.readings(777, 2, matters=False)) == 3
    assert time.perf_counter() - began < 1
    began = time.perf_counter()
    kit = breach.seen_by(by.account_id, timezone.now() - timedelta(days=30), timezone.now() + timedelta(hours=1))
    assert len(kit.subjects) >= MANY and time.perf_counter() - began < 10
