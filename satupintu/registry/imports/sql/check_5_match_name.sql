-- Who is already registered without a NIK that decides: same village, name and birth, and no second one like that.
with found as (
    select r.number, min(p.id) as person_id, count(*) as many
    from arriving r
    join people_person p on p.village = r.village and p.name_key = r.name_key and p.merged_into_id is null
    where r.errors = '[]' and r.person_id is null
        and (p.nik is null or r.nik is null)
        and p.birth_year is not distinct from r.birth_year
        and (p.birth_date is null or r.birth_date is null or p.birth_date = r.birth_date)
        and (p.sex = '' or r.sex is null or p.sex = r.sex)
    group by r.number
)
update arriving r
set person_id = found.person_id
from found
where r.number = found.number and found.many = 1
