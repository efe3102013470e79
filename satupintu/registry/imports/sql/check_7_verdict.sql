-- What becomes of each row, and which fields it would change. An empty cell never erases what is known.
with compared as (
    select r.id, r.errors <> '[]' as refused, r.person_id is null as is_new, array_remove(array[
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
    from imports_stagedrow r
    left join people_person p on p.id = r.person_id
    left join people_cardmember m on m.person_id = r.person_id and m.until is null
    left join people_familycard c on c.id = m.card_id
    left join people_departure d on d.person_id = r.person_id and d.revoked_on is null
    where r.batch_id = %(batch)s
)
update imports_stagedrow r
set changes = case when refused or is_new then '{}' else compared.changes end,
    verdict = case when refused then 'refused' when is_new then 'new'
        when compared.changes = '{}' then 'unchanged' else 'changed' end
from compared
where r.id = compared.id
