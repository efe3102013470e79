insert into events_event (
    kind, name, subject_type, subject_id, shown_ids, trace, village, offices, clearance, role, actor, facts
)
select 'change', case verdict when 'new' then 'person.registered' else 'person.changed' end, 'person', person_id, '{}',
    'O-' || person_id, village, '{}', 0, %(role)s, %(actor)s,
    jsonb_build_object('batch', %(batch)s::bigint)
        || case when verdict = 'changed' then jsonb_build_object('fields', to_jsonb(changes)) else '{}' end
from becoming
where verdict in ('new', 'changed')
order by number
