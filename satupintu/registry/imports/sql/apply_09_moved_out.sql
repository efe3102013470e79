update people_householdmember m
set until = %(today)s
from becoming r
where r.household_id is not null and m.person_id = r.person_id
    and m.until is null and m.household_id <> r.household_id
