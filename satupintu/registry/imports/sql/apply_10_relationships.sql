update people_householdmember m
set relationship = r.relationship, village = r.village
from becoming r
where m.person_id = r.person_id and m.until is null and m.household_id = r.household_id
    and (m.relationship <> coalesce(r.relationship, m.relationship) or m.village <> r.village)
    and r.relationship is not null
