insert into people_nametoken (person_id, key, birth_year, village)
select r.person_id, key, r.birth_year, r.village
from (
    select person_id, birth_year, village, keys from becoming where verdict = 'new'
    union all
    select p.id, p.birth_year, p.village, b.keys
    from becoming b
    join people_person p on p.id = b.person_id
    where b.verdict = 'changed'
) r
cross join unnest(r.keys) as key
