    select coalesce(b.person_id, a.person_id) as person_id, coalesce(b.household_id, a.household_id) as household_id,
        coalesce(b.village, a.village) as village, a.desil as old_desil, b.desil as new_desil,
        a.who is not null as was_there, b.who is not null as is_there,
        case when a.who is null then 'came' when b.who is null then 'fell'
            when b.desil < a.desil then 'poorer' when b.desil > a.desil then 'better' else 'same' end as movement
    from (
        select person_id, household_id, village, desil, coalesce(person_id, -household_id) as who
        from people_listmembership where edition_id = %(old)s and village >= %(start)s and village < %(end)s
    ) a
    full join (
        select person_id, household_id, village, desil, coalesce(person_id, -household_id) as who
        from people_listmembership where edition_id = %(new)s and village >= %(start)s and village < %(end)s
    ) b on b.who = a.who
