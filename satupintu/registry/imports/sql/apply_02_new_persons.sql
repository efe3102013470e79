insert into people_person (
    id, version, village, nik, name, name_key, sex, birth_date, birth_year, birth_place, mother_name, dusun, rt, rw,
    address, occupation, traits, registered_at
)
select person_id, 1, village, nik, name, name_key, coalesce(sex, ''), birth_date, birth_year, coalesce(birth_place, ''),
    coalesce(mother_name, ''), coalesce(dusun, ''), coalesce(rt, ''), coalesce(rw, ''), coalesce(address, ''),
    coalesce(occupation, ''), traits, now()
from becoming
where verdict = 'new'
order by number
