-- One NIK under two names: both rows stand, somebody looks.
with told as (
    select id, number, min(number) over w as first_number, min(name_key) over w <> max(name_key) over w as differ
    from imports_stagedrow
    where batch_id = %(batch)s and errors = '[]' and nik is not null
    window w as (partition by nik)
)
update imports_stagedrow r
set cautions = r.cautions || jsonb_build_array(
    jsonb_build_array('nik_in_file', 'nik', %(say_nik_in_file)s::text,
        jsonb_build_object('row', told.first_number)))
from told
where r.id = told.id and told.differ and told.first_number < told.number
