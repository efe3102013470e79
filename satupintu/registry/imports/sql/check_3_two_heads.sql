-- A household has one head: the first row that says so.
with told as (
    select min(number) as first_number, array_agg(number) as numbers
    from arriving
    where errors = '[]' and relationship = 'head' and household_key is not null
    group by household_key
    having count(*) > 1
)
update arriving r
set relationship = 'other', cautions = r.cautions || jsonb_build_array(
    jsonb_build_array('two_heads', 'relationship', %(say_two_heads)s::text,
        jsonb_build_object('row', told.first_number)))
from told
cross join unnest(told.numbers) as other (number)
where r.number = other.number and told.first_number < other.number
