-- Persons of a batch who are not as it left them: changed, moved to another household or card, told of since, or gone.
select a.person_id
from imports_appliedrow a
left join people_person p on p.id = a.person_id
left join people_householdmember m on m.person_id = a.person_id and m.until is null
left join people_cardmember c on c.person_id = a.person_id and c.until is null
left join people_household h on h.id = a.household_id
left join imports_formerrow f on f.batch_id = a.batch_id and f.kind = 'household' and f.row_id = a.household_id
where a.batch_id = %(batch)s and (
    p.id is null or p.version <> a.person_version
    or (a.household_id is not null or a.was_new) and m.household_id is distinct from a.household_id
    or (a.card_id is not null or a.was_new) and c.card_id is distinct from a.card_id
    or a.household_was_new and h.version <> 1
    or f.id is not null and h.version - (f.was ->> 'version')::int not in (0, 1)
    or exists (
        select from events_event e
        where e.subject_type = 'person' and e.subject_id = a.person_id and e.kind = 'change' and e.id > %(since)s
    )
)
order by a.person_id
