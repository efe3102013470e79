insert into events_event (
    kind, name, subject_type, subject_id, shown_ids, trace, village, offices, clearance, role, actor, facts
)
select 'change', 'person.import_undone', 'person', p.id, '{}', 'O-' || p.id, p.village, '{}', 0, %(role)s, %(actor)s,
    jsonb_build_object('batch', %(batch)s::bigint)
from imports_appliedrow a
join people_person p on p.id = a.person_id
where a.batch_id = %(batch)s and a.touched
order by p.id
