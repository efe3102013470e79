update people_household h
set head_id = r.person_id, version = h.version + 1
from becoming r
where r.relationship = 'head' and not r.household_is_new
    and h.id = r.household_id and h.head_id is distinct from r.person_id
