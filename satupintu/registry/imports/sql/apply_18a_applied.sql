-- Whom each row became, for taking the batch back.
insert into imports_appliedrow (
    batch_id, area, person_id, was_new, person_version, touched, household_id, household_was_new, card_id, card_was_new
)
select %(batch)s, %(area)s, person_id, verdict = 'new',
    case when verdict = 'new' then 1 else (select p.version from people_person p where p.id = person_id) end, true,
    household_id, household_is_new, card_id, card_is_new
from becoming
