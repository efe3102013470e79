-- Two rows that mean the same registered person: the first stands.
with told as (
    select min(number) as first_number, array_agg(number) as numbers
    from arriving
    where person_id is not null
    group by person_id
    having count(*) > 1
)
update arriving r
set person_id = null, errors = r.errors || jsonb_build_array(
    jsonb_build_array('same_row', 'name', %(say_same_row)s::text,
        jsonb_build_object('row', told.first_number)))
from told
cross join unnest(told.numbers) as other (number)
where r.number = other.number and told.first_number < other.number
