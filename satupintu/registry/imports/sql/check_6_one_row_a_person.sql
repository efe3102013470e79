-- Two rows that mean the same registered person: the first stands.
with told as (
    select id, number, min(number) over (partition by person_id) as first_number
    from imports_stagedrow
    where batch_id = %(batch)s and person_id is not null
)
update imports_stagedrow r
set person_id = null, errors = r.errors || jsonb_build_array(
    jsonb_build_array('same_row', 'name', %(say_same_row)s::text,
        jsonb_build_object('row', told.first_number)))
from told
where r.id = told.id and told.first_number < told.number
