insert into people_householdmember (household_id, person_id, village, relationship, since)
select r.household_id, r.person_id, r.village, coalesce(r.relationship, 'other'), %(today)s
from becoming r
where r.household_id is not null
    and not exists (select from people_householdmember m where m.person_id = r.person_id and m.until is null)
order by r.number
