copy (
    select p.id, coalesce(p.nik, ''), coalesce(c.kk_number, ''), p.name_key, coalesce(p.birth_date::text, ''),
        coalesce(p.birth_year::text, ''), p.sex, p.village, p.mother_name
    from people_person p
    left join people_cardmember m on m.person_id = p.id and m.until is null
    left join people_familycard c on c.id = m.card_id
    where p.merged_into_id is null and p.village >= {start} and p.village < {end}
) to stdout
