-- A row with the NIK of a record that was merged means the record that stands for it, whose name and NIK are left alone:
-- otherwise every file would bring the duplicate back. Only within the village, for a file moves nobody this way.
with found as (
    select distinct on (r.number) r.number, s.id as person_id, s.nik, s.name, s.name_key,
        array(select t.key::text from people_nametoken t where t.person_id = s.id) as keys
    from arriving r
    join people_person p on p.nik = r.nik and p.merged_into_id is not null
    join people_person s on s.id = p.merged_into_id and s.village = r.village
    where r.errors = '[]' and r.nik is not null and r.person_id is null
        and (p.name_key = r.name_key or similarity(p.name_key, r.name_key) >= 0.4)
    order by r.number, p.id
)
update arriving r
set person_id = found.person_id, nik = coalesce(found.nik, r.nik), name = found.name, name_key = found.name_key,
    keys = found.keys
from found
where r.number = found.number
