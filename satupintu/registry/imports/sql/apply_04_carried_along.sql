-- Whatever belongs to a person is seen from the person's village.
with moved as materialized (
    select person_id, village from becoming
    where verdict = 'changed' and 'village_id' = any(changes)
), homes as (
    update people_householdmember t set village = m.village from moved m where t.person_id = m.person_id
), cards as (
    update people_cardmember t set village = m.village from moved m where t.person_id = m.person_id
), departures as (
    update people_departure t set village = m.village from moved m where t.person_id = m.person_id
), unverified as (
    update people_unverified t set village = m.village from moved m where t.person_id = m.person_id
), listings as (
    update people_listmembership t set village = m.village from moved m where t.person_id = m.person_id
)
update people_consent t set village = m.village from moved m where t.person_id = m.person_id
