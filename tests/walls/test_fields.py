"""T7: a form changes what it asks for and nothing else, whatever field names are sent along and whoever sends them."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.registry.privacy.emptying import emptyings
from tests.walls.actors import Actor
from tests.walls.routes import Route, routes
from tests.walls.sending import answers
from tests.walls.stages import CITIZENS, STAGES, arrange, extra
from tests.walls.world import OTHER_KABUPATEN, Record, World

pytestmark = pytest.mark.usefixtures("undone")
EVERYTHING = Scope(spans=((0, 10**10),), audit=((0, 10**10),), clearance=2, fields=("*",))
ROUTES = {route.name: route for route in routes()}
OURS = [model for model in apps.get_models() if model.__module__.startswith("satupintu.")]
TABLES = sorted(
    model._meta.db_table
    for model in OURS
    if model._meta.label not in {"events.Event", "events.Shown", "actions.Done", "documents.Original"}
)

MOVES = {
    "complaints_complaint": {
        *("status", "waits_for", "waits_at_id", "version", "decided_at", "served_at", "first_reply_at", "clock_at"),
    }
}
LETTER = {
    "referrals_referral": {*("status", "version", "meet_at", "raised_to_id", "due_at", "clock_at", "paused_since")},
    "referrals_pass": {"used_at", "revoked_at"},
    "documents_attachment": {"offices"},
    **MOVES,
}
PAIR_DECIDED = {"version", "state", "keeps_one", "decided_by_id", "decided_by_label", "decided_at"}
WHO = {
    "people_person": {
        *("version", "name", "name_key", "nik", "sex", "birth_year", "birth_date", "birth_place", "mother_name"),
        *("dusun", "rt", "rw", "address", "occupation", "traits"),
    }
}
ANSWER = {"status", "version", "refusal", "answer", "answered_at", "answered_by_id", "answered_label"}
DECIDED = {"version", "state", "decided_by_id", "decided_label", "decided_at", "decided_note"}
STANDS = {"state", "waits_for", "waits_role", "moved_at", "version"}
FOLLOWS = {
    "documents_attachment": {"handler", "topic"},
    "documents_letter": {"topic"},
    "referrals_referral": {"version", "field"},
    "transfers_transfer": {"version", "field"},
}
"""What hangs on a complaint and goes where it goes; the world's referral was of another field until then."""
PROPOSAL = {"changes_changerequest": {"status", "version", "ratification_id"}}
REQUEST = {
    "privacy_datarequest": {"version", "state", "answer", "answered_at", "answered_by_id", "answered_label"},
}
ALLOWED: dict[str, dict[str, set[str]]] = {
    "changes:new": {},
    **{
        f"changes:{slug}": PROPOSAL
        for slug in ("pernyataan", "verifikasi", "pemeriksaan", "pengembalian", "penarikan", "new_decree")
    },
    **{f"changes:{slug}": {**PROPOSAL, **WHO} for slug in ("penerapan", "apply_decree")},
    "changes:repair": {
        "changes_changerequest": {
            *("status", "version", "basis", "title", "before", "after", "details", "reason", "person_version"),
            *("proposer_id", "proposer_account_id", "proposer_label", "round_year", "round_month", "ratification_id"),
        }
    },
    "changes:decision": {"changes_decision": {"found", "able", "missing", "outcome", "note"}},
    "changes:answers": {},
    "changes:kehadiran": {},
    "changes:berkas": {"changes_session": {"version", "minutes_id", "attendance_list_id"}},
    "changes:penutupan": {
        "changes_session": {"version", "closed_at", "closed_label"},
        "changes_changerequest": {"status", "version", "able"},
    },
    "complaints:intake": {},
    "complaints:penerimaan": {"complaints_complaint": {"version", "author_id", "about", "waits_for"}},
    **{f"complaints:{slug}": MOVES for slug in ("pengecekan", "rekomendasi", "pengembalian", "penolakan")},
    "complaints:perbaikan": MOVES | {"complaints_repair": {"done_id", "repaired_by_id"}},
    "complaints:kunjungan": {},
    "complaints:layanan": MOVES,
    "complaints:penerusan": {
        "complaints_complaint": {*MOVES["complaints_complaint"], "handler_office_id"},
        **FOLLOWS,
    },
    "complaints:rujukan": MOVES,
    "complaints:pelimpahan": MOVES,
    "transfers:penerimaan": FOLLOWS
    | {
        "transfers_transfer": ANSWER,
        "complaints_complaint": {
            *MOVES["complaints_complaint"],
            *("handler_office_id", "intake_office_id", "assignee_id"),
        },
        "notifications_message": {"topic"},
    },
    **{f"transfers:{slug}": MOVES | {"transfers_transfer": ANSWER} for slug in ("penolakan", "penarikan")},
    "complaints:hasil": MOVES
    | {"complaints_directservice": {"finished_on", "result"}, "complaints_repair": {"repaired_by_id"}},
    "complaints:jawaban": MOVES,
    "complaints:penutupan": {"complaints_complaint": {*MOVES["complaints_complaint"], "closed_at"}},
    "complaints:pembukaan-kembali": {
        **FOLLOWS,
        "complaints_complaint": {
            *MOVES["complaints_complaint"],
            "closed_at",
            "handler_office_id",
            "due_at",
            "limit_id",
        },
    },
    "complaints:kontak": {"complaints_reporter": {"phone", "contact"}},
    "complaints:golongan": {
        "complaints_complaint": {
            *("version", "field", "nature", "urgency", "urgency_rank", "sensitivity", "clearance"),
            *("due_at", "limit_id", "clock_at"),
        },
        **FOLLOWS,
        "notifications_message": {"topic"},
    },
    "complaints:jawaban-langsung": {"complaints_complaint": {*MOVES["complaints_complaint"], "closed_at"}},
    "complaints:serah-terima": {},
    "complaints:layanan-diminta": {"complaints_complaint": {"version", "service_id"}},
    "complaints:pemeriksaan-berkas": {"complaints_complaint": {"version", "paused_since", "clock_at"}},
    "complaints:penugasan": {"complaints_complaint": {"version", "assignee_id"}},
    "complaints:catatan": {},
    "desk:hand": {"complaints_complaint": {"version", "assignee_id"}},
    "complaints:jeda": {"complaints_complaint": {"version", "paused_since", "clock_at"}},
    "complaints:kelanjutan": {
        "complaints_complaint": {"version", "paused_since", "clock_at", "due_at"},
        "complaints_pause": {"until"},
    },
    "complaints:tindak-lanjut": {
        "complaints_escalation": {"acknowledged_at", "acknowledged_by_id", "acknowledged_label", "note"},
    },
    **dict.fromkeys((name for name in STAGES if name.startswith("referrals:")), LETTER),
    **{name: {} for name in ("daybook:day", "daybook:entry", "daybook:remark", "visits:record")},
    "daybook:correct": {"daybook_servicerecord": {"current"}},
    "visits:change": {
        "daybook_visit": {*("version", "kind", "on", "about", "result", "surveys", "place", "latitude", "longitude")},
        "daybook_finding": {"text"},
    },
    "sorting:hand_names": {},
    "sorting:penerimaan": {"sorting_handover": {"version", "state", "received_by_id", "received_label", "received_at"}},
    "sorting:laporan": {"sorting_handover": {"version", "state"}},
    "sorting:persetujuan": {"sorting_handover": {*DECIDED, "sent_at"}},
    "sorting:penolakan": {"sorting_handover": DECIDED},
    "sorting:penarikan": {"sorting_handover": {"version", "state", "decided_note"}},
    "sorting:copy": {},
    "letters:draft": {},
    "letters:hand_out": {"documents_counter": {"value"}},
    "letters:paraf": {"documents_letter": STANDS},
    "letters:tanda-tangan": {
        "documents_letter": {*STANDS, "number", "sequence", "year", "fingerprint", "issued_at", "issued_on"},
        "documents_counter": {"value"},
    },
    "letters:perbaikan": {"documents_letter": {*STANDS, "typed", "facts", "about"}},
    "letters:pengembalian": {"documents_letter": {*STANDS, "round"}},
    "letters:pencabutan": {"documents_letter": STANDS},
    "public:penilaian": {},
    "public:pembukaan-kembali": {
        **FOLLOWS,
        "complaints_complaint": {
            *MOVES["complaints_complaint"],
            "closed_at",
            "handler_office_id",
            "due_at",
            "limit_id",
        },
    },
    "public:keberatan": {},
    "public:send": {},
    "people:new": {},
    "people:change": {**WHO, "people_cardmember": {"until"}},
    "people:new_household": {"people_householdmember": {"until"}, "people_household": {"head_id"}},
    "people:confirm_household": {},
    "people:change_household": {
        "people_household": {"version", "dusun", "rt", "rw", "address", "latitude", "longitude", "head_id"},
        "people_householdmember": {"until", "relationship"},
    },
    "privacy:ask": {},
    **{f"privacy:{slug}": REQUEST for slug in ("salinan", "pembatasan", "jawaban", "penolakan")},
    "privacy:penghapusan": {
        **{one.table: {name for name, _value in one.sets} or {"gone"} for one in emptyings()},
        "people_nametoken": {"gone"},
        "privacy_datarequest": REQUEST["privacy_datarequest"] | {"asker_name", "ground"},
    },
    "privacy:breach": {"privacy_breach": {"version", "told_at", "told_label", "told_what"}},
    "exports:persetujuan": {"exports_export": {*DECIDED, "until"}},
    "exports:penolakan": {"exports_export": DECIDED},
    "privacy:hold": {},
    "privacy:release": {"privacy_legalhold": {"released_at", "released_label"}},
    "privacy:lift": {"people_restriction": {"lifted_on"}},
    "duplicates:decide": {"matching_pair": PAIR_DECIDED},
    "duplicates:confirm": {"matching_pair": PAIR_DECIDED},
    "duplicates:undo": {
        "matching_merge": {"undone_at", "undone_by_label"},
        "matching_pair": PAIR_DECIDED,
        "people_person": {"merged_into_id", "version"},
    },
    "detection:share": {"detection_outreach": {"version", "state", "assignee_id", "sharing_id"}},
    "detection:result": {"detection_outreach": {"version", "state", "result", "closed_on", "closed_label", "visit_id"}},
    "detection:complaint": {},
    "duplicates:report": {},
    "partners:change": {
        "partners_resource": {
            *("version", "kind", "name", "village", "kecamatan", "kabupaten", "provinsi", "contact", "phone", "offers"),
            *(
                "capacity",
                "address",
                "latitude",
                "longitude",
                "legal_number",
                "legal_until",
                "confirmed_on",
                "confirmed_by",
            ),
        }
    },
    "partners:confirm": {"partners_resource": {"version", "confirmed_on", "confirmed_by"}},
    "partners:end": {"partners_resource": {"version", "ended_on", "end_reason"}},
    "people:new_ppks": {},
    "people:new_household_ppks": {},
    "people:end_ppks": {"people_ppks": {"until", "ended_because"}},
    "people:verify_several": {"people_unverified": {"verdict", "note", "settled_at", "settled_label"}},
    "people:verify": {"people_unverified": {"verdict", "note", "settled_at", "settled_label"}},
    "people:contact": {"people_contact": {"replaced_at"}},
    "imports:columns": {"imports_batch": {"version", "layout", "edition_id", "state"}},
    "imports:apply": {"imports_batch": {"version", "state"}},
    "imports:cancel": {"imports_batch": {"version", "state"}},
    "imports:undo": {"imports_batch": {"version", "state"}},
}
"""What each form may change in rows that were there before, by table. Everything else stays."""


@pytest.fixture(autouse=True)
def every_name_at_once(settings: Any) -> None:
    """The house has more names than a form may have fields; here all of them are sent."""
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000


def hostile(who: Actor) -> dict[str, Any]:
    """Every field name of every model of the house, with a value that would do harm."""
    fields = [field for model in OURS for field in model._meta.get_fields() if isinstance(field, models.Field)]
    names = {field.name for field in fields} | {field.attname for field in fields}
    harm = dict.fromkeys(names, "1")
    foreign = Office.objects.get(code="S7306").pk
    harm |= dict.fromkeys(("status",), "closed") | dict.fromkeys(("clearance", "urgency_rank"), "2")
    harm |= dict.fromkeys(("handler_office", "intake_office", "waits_at", "from_office", "to_office"), str(foreign))
    harm |= {
        "village": str(OTHER_KABUPATEN),
        "village_id": str(OTHER_KABUPATEN),
        "number": "CURIAN-1",
        "is_active": "0",
    }
    by = str(who.appointment.pk) if who.appointment else "1"
    return harm | {"by": by, "by_label": "Orang Lain", "state": "applied", "area": "73.06.07.2008"}


def rows() -> dict[tuple[str, str], dict[str, Any]]:
    """Every row of every table of ours, as columns and values."""
    found = {}
    with entered(EVERYTHING), connection.cursor() as cursor:
        for table in TABLES:
            if table == "areas_area":
                continue
            cursor.execute(f"select ctid::text, to_jsonb(t) from {table} t")
            for _place, row in cursor.fetchall():
                row = json.loads(row) if isinstance(row, str) else row
                key = str(
                    row.get("id")
                    or row.get("complaint_id")
                    or row.get("visit_id")
                    or row.get("attachment_id")
                    or row.get("outreach_id")
                    or [*row.values()][:2]
                )
                found[table, key] = row
    return found


def changed(before: dict[Any, Any], after: dict[Any, Any]) -> dict[str, set[str]]:
    """Table → columns that differ in rows that were there before; a row that is gone counts as ``gone``."""
    differences: dict[str, set[str]] = {}
    for (table, key), row in before.items():
        now = after.get((table, key))
        columns = {"gone"} if now is None else {name for name in row if row[name] != now[name]}
        if columns:
            differences.setdefault(table, set()).update(columns)
    return differences


def senders(route: Route, actors: dict[str, Actor]) -> list[Actor]:
    """One officer of each role that holds the verb of a route; whoever it is made for, where no account is needed."""
    if route.name in CITIZENS:
        return [actors[CITIZENS[route.name].who]]
    return [who for who in actors.values() if who.standing.in_force and may(str(who.standing.role), route.verb or "")]


def send(route: Route, who: Actor, record: Record) -> Any:
    """Send the form rightly filled, with every other field name of the house besides."""
    asked = answers(route.name, who.appointment) | extra(route.name, record)
    page = who.client.get(f"{route.path(record)}?kepala={record.keys['person']}").content.decode(errors="replace")
    harm = {name: value for name, value in hostile(who).items() if f'name="{name}"' not in page}
    keep = {name: value for name, value in asked.items() if name not in {"area", "code", "office", "role"}}
    if who.standing.area and who.standing.area % 10**4:
        keep.pop("village")  # an officer of one village is not asked for it
    return who.client.post(route.path(record), harm | keep)


@pytest.mark.parametrize("name", [*STAGES, *CITIZENS])
def test_a_form_changes_only_what_it_asks_for(name: str, world: World, actors: dict[str, Actor]) -> None:
    stage, record, route = (STAGES | CITIZENS)[name], world.at("own"), ROUTES[name]
    arrange(stage, record)
    before, sent = rows(), set()
    for who in senders(route, actors):
        with connection.cursor() as cursor:
            cursor.execute("savepoint one_sender")
            answer = send(route, who, record)
            sent.add((who.name, answer.status_code))
            told = changed(before, rows())
            cursor.execute("rollback to savepoint one_sender")
        who.forget()
        gone = {"imports:cancel": {"imports_stagedrow": {"gone"}, "imports_upload": {"gone"}}}.get(name, {})
        tokens = {"people_nametoken": {"gone"}} if "people_person" in ALLOWED[name] else {}
        done = answer.status_code == 302 or (name in CITIZENS and answer.status_code == 200)
        allowed = ALLOWED[name] | gone | tokens if done else {}
        over = {table: columns - allowed.get(table, set()) for table, columns in told.items()}
        assert {table: columns for table, columns in over.items() if columns} == {}, who.name
    assert {(stage.who, 302), (stage.who, 200 if name in CITIZENS else 302)} & sent, sent


@pytest.mark.parametrize("name", ["complaints:intake", "people:new"])
def test_a_new_row_gets_what_is_not_asked_from_the_house(name: str, world: World, actors: dict[str, Actor]) -> None:
    who, route = actors["coordinator"], ROUTES[name]
    before = rows()
    assert send(route, who, world.at("own")).status_code == 302
    fresh = {key: row for key, row in rows().items() if key not in before}
    (one,) = [row for (table, _key), row in fresh.items() if table in {"complaints_complaint", "people_person"}]
    assert one["village"] == who.standing.area and one["version"] == 1
    if name == "complaints:intake":
        assert (one["status"], one["waits_for"], one["closed_at"]) == ("received", "check", None)
        assert one["number"].startswith("P7302032006-K")
        assert {one[column] for column in ("intake_office_id", "handler_office_id", "waits_at_id")} == {
            who.standing.office
        }
        assert (one["author_id"], one["clearance"], one["urgency_rank"]) == (who.standing.appointment, 0, 0)


@pytest.mark.parametrize("village", ["73.06.07.2008", "7306072008", "Panakkukang", "74.01.01.2001"])
def test_nobody_puts_a_person_or_a_complaint_outside_the_own_area(
    village: str, world: World, actors: dict[str, Actor]
) -> None:
    who, before = actors["manager"], rows()
    for name in ("people:new", "people:change", "people:change_household", "complaints:intake", "visits:record"):
        sent = answers(name, who.appointment) | extra(name, world.at("own")) | {"village": village}
        assert who.client.post(ROUTES[name].path(world.at("own")), sent).status_code == 422, name
    assert rows() == before


BEYOND = [
    {"role": "manager"},
    {"role": "administrator"},
    {"role": "head"},
    {"area": "73.06.07.2008"},
    {"office": "S7306"},
    {"office": "N00"},
]


@pytest.mark.parametrize("beyond", BEYOND, ids=str)
def test_a_manager_appoints_nobody_beyond_the_own_reach(
    beyond: dict[str, str], world: World, actors: dict[str, Actor]
) -> None:
    who, path = actors["manager"], ROUTES["offices:appoint"].path(world.at("sibling"))
    with entered(EVERYTHING):
        before = Appointment.objects.count()
    answer = who.client.post(path, answers("offices:appoint", who.appointment) | beyond)
    assert answer.status_code in {403, 422}
    with entered(EVERYTHING):
        assert Appointment.objects.count() == before


def test_an_appointment_is_for_the_person_of_the_page(world: World, actors: dict[str, Actor]) -> None:
    """Nobody appoints themselves, or somebody else, by a field that the form does not have."""
    who, record = actors["manager"], world.at("sibling")
    sent = hostile(who) | answers("offices:appoint", who.appointment)
    sent |= {"account": str(who.appointment.account_id), "account_id": str(who.appointment.account_id)}
    answer = who.client.post(ROUTES["offices:appoint"].path(record), sent)
    assert answer.status_code == 302
    made = Appointment.objects.latest("pk")
    assert made.account.username == record.keys["account"]
    assert (made.role, made.area_id, made.version, made.end_reason) == ("facilitator", 7302032006, 1, "")
