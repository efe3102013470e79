insert into people_nametoken (person_id, key, birth_year, village)
select p.id, key, p.birth_year, p.village
from imports_stagedrow r
join people_person p on p.id = r.person_id
cross join unnest(r.keys) as key
where r.batch_id = %(batch)s and r.verdict in ('new', 'changed')
