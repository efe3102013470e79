-- The same person twice in one file: the first row stands, the others are refused.
with told as (
    select min(number) as first_number, array_agg(number) as numbers
    from arriving
    where errors = '[]'
    group by nik, village, name_key, birth_date, birth_year, case when nik is null then household_key end
    having count(*) > 1
)
update arriving r
set errors = r.errors || jsonb_build_array(
    jsonb_build_array('same_row', 'name', %(say_same_row)s::text,
        jsonb_build_object('row', told.first_number)))
from told
cross join unnest(told.numbers) as other (number)
where r.number = other.number and told.first_number < other.number
