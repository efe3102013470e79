-- Who is already registered: the same NIK and a name that is written alike.
with found as (
    select r.id, p.id as person_id,
        p.name_key = r.name_key or similarity(p.name_key, r.name_key) >= 0.4 as alike,
        row_number() over (
            partition by r.id order by p.name_key = r.name_key desc, similarity(p.name_key, r.name_key) desc, p.id
        ) as place
    from imports_stagedrow r
    join people_person p on p.nik = r.nik and p.merged_into_id is null
    where r.batch_id = %(batch)s and r.errors = '[]' and r.nik is not null
)
update imports_stagedrow r
set person_id = case when found.alike then found.person_id end,
    cautions = case when found.alike then r.cautions else r.cautions || jsonb_build_array(
        jsonb_build_array('nik_used', 'nik', %(say_nik_used)s::text, '{}'::jsonb)) end
from found
where r.id = found.id and found.place = 1
