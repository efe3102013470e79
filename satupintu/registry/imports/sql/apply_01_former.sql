-- How everything that belongs to persons whom this batch changes stands before, and the homes that somebody new comes to.
with known as materialized (
    select distinct person_id from becoming where verdict <> 'new'
), homes as materialized (
    select m.household_id from people_householdmember m join known k on k.person_id = m.person_id
    union
    select household_id from becoming where household_id is not null and not household_is_new
)
insert into imports_formerrow (batch_id, area, kind, row_id, was)
select %(batch)s, %(area)s, kind, row_id, was from (
    select 'person', p.id, to_jsonb(p) from people_person p join known k on k.person_id = p.id
    union all select 'nametoken', t.person_id, jsonb_agg(to_jsonb(t) order by t.key) from people_nametoken t join known k using (person_id)
    group by t.person_id
    union all select 'householdmember', t.id, to_jsonb(t) from people_householdmember t join known k using (person_id)
    union all select 'cardmember', t.id, to_jsonb(t) from people_cardmember t join known k using (person_id)
    union all select 'departure', t.id, to_jsonb(t) from people_departure t join known k using (person_id)
    union all select 'listmembership', t.id, to_jsonb(t) from people_listmembership t join known k using (person_id)
    union all select 'consent', t.id, to_jsonb(t) from people_consent t join known k using (person_id)
    union all select 'unverified', t.id, to_jsonb(t) from people_unverified t join known k using (person_id)
    union all select 'household', h.id, to_jsonb(h) from people_household h join homes on homes.household_id = h.id
) as stood (kind, row_id, was)
