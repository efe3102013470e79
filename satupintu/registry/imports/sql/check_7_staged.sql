-- What becomes of each row, and which fields it would change. An empty cell never erases what is known. How a row was
-- written is kept where it will be shown: with what was said about it, and of the first rows.
with compared as (
    select r.number, array_remove(array[
        case when r.name_key <> p.name_key then 'name' end,
        case when r.nik <> coalesce(p.nik, '') then 'nik' end,
        case when r.sex <> p.sex then 'sex' end,
        case when r.birth_date is not null and r.birth_date is distinct from p.birth_date then 'birth_date' end,
        case when p.birth_date is null and r.birth_date is null and r.birth_year is not null
            and r.birth_year is distinct from p.birth_year then 'birth_year' end,
        case when r.birth_place <> p.birth_place then 'birth_place' end,
        case when r.mother_name <> p.mother_name then 'mother_name' end,
        case when r.village <> p.village then 'village_id' end,
        case when r.dusun <> p.dusun then 'dusun' end,
        case when r.rt <> p.rt then 'rt' end,
        case when r.rw <> p.rw then 'rw' end,
        case when r.address <> p.address then 'address' end,
        case when r.occupation <> p.occupation then 'occupation' end,
        case when not p.traits @> r.traits then 'traits' end,
        case when r.kk_number <> coalesce(c.kk_number, '') then 'kk_number' end,
        case when r.departure <> coalesce(d.kind, '') then 'departure' end
    ], null) as changes
    from arriving r
    join people_person p on p.id = r.person_id
    left join people_cardmember m on m.person_id = r.person_id and m.until is null
    left join people_familycard c on c.id = m.card_id
    left join people_departure d on d.person_id = r.person_id and d.revoked_on is null
    where r.errors = '[]'
)
insert into imports_stagedrow (
    batch_id, area, number, cells, village, household_key, kk_number, nik, name, name_key, keys, sex, birth_date, birth_year, birth_place,
    mother_name, dusun, rt, rw, address, occupation, traits, relationship, card_relationship, departure, desil, member_id,
    raw, errors, cautions, changes, verdict,
    person_id, household_is_new, card_is_new
)
select %(batch)s, %(area)s, number,
    case when errors <> '[]' or cautions <> '[]' or number < (select min(number) + %(shown)s from arriving)
        then cells::jsonb else '[]' end,
    village, household_key, kk_number, nik, name, name_key, keys, sex, birth_date, birth_year, birth_place,
    mother_name, dusun, rt, rw, address, occupation, traits, relationship, card_relationship, departure, desil, member_id,
    raw, errors, cautions, coalesce(changes, '{}'),
    case when errors <> '[]' then 'refused' when person_id is null then 'new'
        when changes = '{}' then 'unchanged' else 'changed' end,
    person_id, false, false
from arriving
left join compared using (number)
