-- One NIK under two names: both rows stand, somebody looks.
with told as (
    select min(number) as first_number, array_agg(number) as numbers
    from arriving
    where errors = '[]' and nik is not null
    group by nik
    having min(name_key) <> max(name_key)
)
update arriving r
set cautions = r.cautions || jsonb_build_array(
    jsonb_build_array('nik_in_file', 'nik', %(say_nik_in_file)s::text,
        jsonb_build_object('row', told.first_number)))
from told
cross join unnest(told.numbers) as other (number)
where r.number = other.number and told.first_number < other.number
