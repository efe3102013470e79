insert into events_event (
    kind, name, subject_type, subject_id, shown_ids, trace, village, offices, clearance, role, actor, facts
)
select 'change', 'household.registered', 'household', household_id, '{}', 'RT-' || household_id, min(village), '{}', 0,
    %(role)s, %(actor)s, jsonb_build_object('batch', %(batch)s::bigint, 'members', count(*))
from becoming
where household_is_new
group by household_id
order by household_id
