select coalesce(person_id, household_id), person_id is not null, old_desil, new_desil, movement
from (
    -- compared
) compared
where movement = any(%(wanted)s)
order by movement, 1
limit %(most)s
