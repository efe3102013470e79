"""The ground to measure on: a database of its own with as many persons and complaints as asked, filled set-wise.

Bulukumba holds a quarter of everybody, so that one scope is large enough for wrong plans to show.
"""

from datetime import date
from typing import Any

from bench import names
from satupintu.foundation.areas.models import Area, Edition
from satupintu.lib.names import phonetic_key

KABUPATEN = tuple(range(7301, 7325))
BULUKUMBA = 7302
SHARE = 4
"""One person in so many lives in Bulukumba."""

SEE_ALL = (
    "select set_config('app.scope', '{[0,10000000000)}', false), set_config('app.clearance', '2', false), "
    "set_config('app.appointment', '', false), set_config('app.fields', '{*}', false)"
)


def load_areas() -> None:
    """Twenty-four kabupaten of ten kecamatan with fourteen villages each; only the cast's own have real names."""
    edition = Edition.objects.create(decree="Edisi ukur", decree_date=date(2025, 4, 25))
    rows = [(7300000000, "Sulawesi Selatan", "provinsi")]
    for kabupaten in KABUPATEN:
        rows.append((kabupaten * 10**6, f"Kabupaten {kabupaten}", "kabupaten"))
        for kecamatan in range(1, 11):
            number = kabupaten * 10**6 + kecamatan * 10**4
            rows.append((number, f"Kecamatan {number}", "kecamatan"))
            rows += [(number + 2000 + village, f"Desa {number + 2000 + village}", "desa") for village in range(1, 15)]
    areas = [Area(number=number, name=name, kind=kind, began=edition) for number, name, kind in rows]
    for area in areas:
        area.name_key, area.parent_id = area.name.lower(), _parent(area.number)
    for level in range(1, 5):
        Area.objects.bulk_create([area for area in areas if _level(area.number) == level])


def _level(number: int) -> int:
    return 1 if number % 10**8 == 0 else 2 if number % 10**6 == 0 else 3 if number % 10**4 == 0 else 4


def _parent(number: int) -> int | None:
    size = {1: None, 2: 10**8, 3: 10**6, 4: 10**4}[_level(number)]
    return number // size * size if size else None


PERSONS = """
insert into people_person (village, nik, name, name_key, sex, birth_date, birth_year, birth_place, mother_name, dusun,
    rt, rw, address, occupation, traits, registered_at, version)
select village, lpad((village / 10000)::text, 6, '0') || lpad((made.n %% 10000000000)::text, 10, '0'), given.name,
    given.key, case when made.n %% 2 = 0 then 'female' else 'male' end, born, extract(year from born), 'Bulukumba',
    given.mother, '', '001', '002', 'Jl. Poros', '', '{}', now(), 1
from (
    select n, date '1940-01-01' + (n * 37 %% 30000)::int as born,
        case when n %% %(share)s = 0 then (%(inside)s::bigint[])[1 + n / 11 %% cardinality(%(inside)s::bigint[])]
            else (%(all)s::bigint[])[1 + n / 7 %% cardinality(%(all)s::bigint[])] end as village
    from generate_series(%(first)s::bigint, %(last)s::bigint) as n
) as made
join given on given.n = (made.n / %(share)s + made.n %% %(share)s * 49999) %% %(drawn)s
"""

COMPLAINTS = """
insert into complaints_complaint (version, number, follow_up, village, intake_office_id, handler_office_id, author_id, channel,
    kind, nature, field, programme, urgency, urgency_rank, sensitivity, clearance, person_id, about, status, waits_for,
    waits_at_id, received_at, due_at, decided_at, served_at, first_reply_at, closed_at)
select 1, 'U' || n, '', village, office, office, %(author)s, 'walk_in', 'grievance', 'need',
    (array['education','health','civil_registration','social','economy','other'])[1 + n %% 6], '', 'ordinary',
    n %% 3 / 2 * (n %% 2), 'ordinary', 0, person, name, case when done then 'closed' else 'received' end,
    case when done then 'nothing' else 'decision' end, office, at, at + interval '14 days',
    at + n %% 50 * interval '1 hour', case when done then at + (24 + n %% 120) * interval '1 hour' end,
    case when done then at + (30 + n %% 130) * interval '1 hour' end, case when done then at + interval '9 days' end
from (
    select row_number() over () as n, p.id as person, p.name, p.village, p.id %% 7 <> 0 as done,
        case when p.kabupaten = 7302 then %(office)s else %(elsewhere)s end as office,
        now() - (p.id %% 365) * interval '1 day' - (p.id %% 1440) * interval '1 minute' as at
    from people_person p where p.id %% %(step)s = 0
) as drawn
"""


TOKENS = """
insert into people_nametoken (person_id, key, birth_year, village)
select distinct p.id, sound.key, p.birth_year, p.village
from people_person p
    cross join lateral string_to_table(p.name_key, ' ') as part (word)
    join sound using (word)
where p.id between (select max(id) - %(count)s + 1 from people_person) and (select max(id) from people_person)
"""

REFERRALS = """
insert into referrals_referral (version, number, origin_type, origin_id, origin_number, village, from_office_id, to_office_id,
    sender_id, sender_label, sent_at, due_at, field, urgency, clearance, subject_name, subject_nik, subject_address, need,
    status)
select 1, 'S' || id, 'complaint', id, number, village, case when kabupaten = 7302 then %(elsewhere)s else %(office)s end,
    case when kabupaten = 7302 then %(office)s else %(elsewhere)s end, %(author)s, '', received_at, due_at, field,
    urgency_rank, 0, about, '', '', '', (array['sent', 'accepted', 'served', 'served', 'rejected'])[1 + id %% 5]
from complaints_complaint where id %% 3 = 0
"""

LETTERS = """
insert into documents_letter (version, kind, template_version_id, subject_type, subject_id, trace_label, about, state,
    waits_for, waits_role, round, initials_role, signers, office_id, office_name, area, series,
    number, year, sequence, typed, facts,
    drafter_id, drafter_account_id, drafter_label, moved_at, issued_at, issued_on, village, offices, clearance, topic)
select 1, 'certificate', (select min(id) from documents_templateversion), 'complaint', id, number, about,
    case when waits then 'drafted' else 'issued' end, case when waits then 'sign' else 'nothing' end,
    case when waits then 'coordinator' else '' end, 1, '', '{coordinator}', writer, '', area, 'SK',
    case when waits then null else 'S/' || id end, 2026, case when waits then null else id end, '{}', '{}',
    %(author)s, %(author)s, '', received_at, case when waits then null else received_at end,
    case when waits then null else received_at::date end, village, array[writer], 0, field
from (select *, id %% 40 = 0 as waits, kabupaten * 1000000::bigint as area,
    case when kabupaten = 7302 then %(office)s else %(elsewhere)s end as writer from complaints_complaint) told
"""

RECORDS = """
insert into daybook_servicerecord (office_id, day, service_id, visitors, kk, village, by_id, by_label, note, current, reason)
select %(office)s, received_at::date,
    (select (array_agg(id order by id))[1 + complaint.id %% 13] from services_service), 1 + id %% 5, 1, village,
    %(author)s, '', '', true, ''
from complaints_complaint complaint
"""

EVENTS = """
insert into events_event (at, kind, name, subject_type, subject_id, shown_ids, trace, village, offices, clearance, role, actor,
    facts)
select received_at, 'change', 'complaint.registered', 'complaint', id, '{}', number, village, '{}', 0, '', '', '{}'
from complaints_complaint order by received_at
"""


OUTREACHES = """
insert into detection_outreach (version, village, person_id, sign_id, code, topic, facts, found_on, state, assignee_id, result,
    closed_on)
select 1, village, id, (select min(id) from detection_sign where code = 'out_of_school'), 'out_of_school', 'education', '{}',
    current_date - (id %% 300)::int, (array['found', 'shared', 'closed', 'closed'])[1 + id %% 4],
    case when id %% 4 = 1 then %(author)s end, case when id %% 4 > 1 then 'helped' else '' end,
    case when id %% 4 > 1 then current_date - (id %% 30)::int end
from people_person
"""


def add_persons(owner: Any, first: int, last: int) -> None:
    """Persons number ``first`` to ``last``, and the keys by which their names are found."""
    owner.execute(SEE_ALL)
    names.draw(owner)
    villages = [number for (number,) in owner.execute("select number from areas_area where level = 4 order by number")]
    inside = [number for number in villages if number // 10**6 == BULUKUMBA]
    owner.execute(
        PERSONS,
        {"first": first, "last": last, "share": SHARE, "drawn": names.DRAWN} | {"inside": inside, "all": villages},
    )
    owner.execute("create temp table if not exists sound (word text primary key, key text)")
    words = owner.execute("select distinct string_to_table(name_key, ' ') from people_person").fetchall()
    sounds = [(word, phonetic_key(word)[:40]) for (word,) in words]
    with owner.cursor() as cursor:
        cursor.executemany(
            "insert into sound values (%s, %s) on conflict do nothing", [pair for pair in sounds if pair[1]]
        )
    owner.execute(TOKENS, {"count": last - first + 1})
    owner.execute("analyze people_person, people_nametoken")


def add_complaints(owner: Any, *, step: int, office: int, author: int) -> None:
    """A complaint about every ``step``-th person, one in seven of them open; those of Bulukumba wait at ``office``."""
    owner.execute(SEE_ALL)
    (elsewhere,) = owner.execute("select id from offices_office where code = 'S7306'").fetchone()
    owner.execute(COMPLAINTS, {"step": step, "office": office, "elsewhere": elsewhere, "author": author})
    owner.execute("analyze complaints_complaint")


def add_papers(owner: Any, *, office: int, author: int) -> None:
    """A letter about every third complaint, to ``office`` where it is of Bulukumba, and an event about each."""
    owner.execute(SEE_ALL)
    (elsewhere,) = owner.execute("select id from offices_office where code = 'S7306'").fetchone()
    owner.execute(REFERRALS, {"office": office, "elsewhere": elsewhere, "author": author})
    owner.execute("select set_config('app.office', %s, false)", [str(office)])
    owner.execute(RECORDS, {"office": office, "author": author})
    owner.execute(EVENTS)
    owner.execute("analyze referrals_referral, events_event, daybook_servicerecord")
