-- Who is already registered: the same NIK and a name that is written alike.
with found as (
    select distinct on (r.number) r.number, p.id as person_id,
        p.name_key = r.name_key or similarity(p.name_key, r.name_key) >= 0.4 as alike
    from arriving r
    join people_person p on p.nik = r.nik and p.merged_into_id is null
    where r.errors = '[]' and r.nik is not null
    order by r.number, p.name_key = r.name_key desc, similarity(p.name_key, r.name_key) desc, p.id
)
update arriving r
set person_id = case when found.alike then found.person_id end,
    cautions = case when found.alike then r.cautions else r.cautions || jsonb_build_array(
        jsonb_build_array('nik_used', 'nik', %(say_nik_used)s::text, '{}'::jsonb)) end
from found
where r.number = found.number
