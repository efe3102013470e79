-- Table and row, for every row that an import writes: a person by name and birth, a household by who ever lived in it,
-- a card by its number, and without moments. What stays is the same after every run of the same file.
with who as materialized (
    select id, name || ' ' || coalesce(birth_date::text, '') as label from people_person
), home as materialized (
    select m.household_id as id, string_agg(distinct who.label, '+' order by who.label) as label
    from people_householdmember m join who on who.id = m.person_id group by 1
), card as materialized (
    select id, village || ' ' || kk_number as label from people_familycard
)
select 'person', (to_jsonb(p) - '{id,registered_at}'::text[])::text from people_person p
union all
select 'nametoken', (to_jsonb(t) - '{id,person_id}'::text[] || jsonb_build_object('who', who.label))::text
from people_nametoken t join who on who.id = t.person_id
union all
select 'household',
    (to_jsonb(h) - '{id,head_id,registered_at}'::text[] || jsonb_build_object('head', who.label, 'home', home.label))::text
from people_household h left join home using (id) left join who on who.id = h.head_id
union all
select 'householdmember',
    (to_jsonb(m) - '{id,person_id,household_id}'::text[] || jsonb_build_object('who', who.label, 'home', home.label))::text
from people_householdmember m join who on who.id = m.person_id join home on home.id = m.household_id
union all
select 'familycard', (to_jsonb(c) - 'id')::text from people_familycard c
union all
select 'cardmember',
    (to_jsonb(m) - '{id,person_id,card_id}'::text[] || jsonb_build_object('who', who.label, 'card', card.label))::text
from people_cardmember m join who on who.id = m.person_id join card on card.id = m.card_id
union all
select 'departure', (to_jsonb(d) - '{id,person_id,recorded_at}'::text[] || jsonb_build_object('who', who.label))::text
from people_departure d join who on who.id = d.person_id
union all
select 'listmembership', (to_jsonb(l) - '{id,person_id}'::text[] || jsonb_build_object('who', who.label))::text
from people_listmembership l join who on who.id = l.person_id
union all
select 'batch', (to_jsonb(b) - '{uploaded_at,applied_at}'::text[])::text from imports_batch b
union all
select 'upload', (to_jsonb(u))::text from imports_upload u
union all
select 'stagedrow', (to_jsonb(r) - '{id}'::text[])::text from imports_stagedrow r
union all
select 'appliedrow', (
    to_jsonb(a) - '{id,person_id,household_id,card_id}'::text[]
    || jsonb_build_object('who', who.label, 'home', home.label, 'card', card.label)
)::text
from imports_appliedrow a left join who on who.id = a.person_id left join home on home.id = a.household_id
left join card on card.id = a.card_id
union all
select 'formerrow', (to_jsonb(f) - 'id')::text from imports_formerrow f
union all
select 'event', (
    to_jsonb(e) - '{id,at,tx,subject_id,trace}'::text[]
    || jsonb_build_object('about', case subject_type when 'person' then who.label when 'household' then home.label end)
)::text
from events_event e left join who on who.id = e.subject_id left join home on home.id = e.subject_id
where e.kind = 'change'
union all
select 'done', verb || ' ' || key from actions_done
