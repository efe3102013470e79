-- A household has one head: the first row that says so.
with told as (
    select id, number, min(number) over (partition by household_key) as first_number
    from imports_stagedrow
    where batch_id = %(batch)s and errors = '[]' and relationship = 'head' and household_key is not null
)
update imports_stagedrow r
set relationship = 'other', cautions = r.cautions || jsonb_build_array(
    jsonb_build_array('two_heads', 'relationship', %(say_two_heads)s::text,
        jsonb_build_object('row', told.first_number)))
from told
where r.id = told.id and told.first_number < told.number
