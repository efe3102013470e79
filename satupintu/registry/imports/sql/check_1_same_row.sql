-- The same person twice in one file: the first row stands, the others are refused.
with told as (
    select id, number, first_value(number) over (
        partition by nik, village, name_key, birth_date, birth_year, case when nik is null then household_key end
        order by number
    ) as first_number
    from imports_stagedrow
    where batch_id = %(batch)s and errors = '[]'
)
update imports_stagedrow r
set errors = r.errors || jsonb_build_array(
    jsonb_build_array('same_row', 'name', %(say_same_row)s::text,
        jsonb_build_object('row', told.first_number)))
from told
where r.id = told.id and told.first_number < told.number
