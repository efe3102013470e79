-- A year alone never replaces a date, an empty cell never erases.
update people_person p
set version = p.version + 1,
    name = coalesce(r.name, p.name),
    name_key = coalesce(r.name_key, p.name_key),
    nik = coalesce(r.nik, p.nik),
    sex = coalesce(r.sex, p.sex),
    birth_date = coalesce(r.birth_date, p.birth_date),
    birth_year = coalesce(extract(year from coalesce(r.birth_date, p.birth_date)), r.birth_year, p.birth_year),
    birth_place = coalesce(r.birth_place, p.birth_place),
    mother_name = coalesce(r.mother_name, p.mother_name),
    village = r.village,
    dusun = coalesce(r.dusun, p.dusun),
    rt = coalesce(r.rt, p.rt),
    rw = coalesce(r.rw, p.rw),
    address = coalesce(r.address, p.address),
    occupation = coalesce(r.occupation, p.occupation),
    traits = p.traits || r.traits
from becoming r
where r.verdict = 'changed' and p.id = r.person_id
