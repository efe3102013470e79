-- A household is the one that any of its members lives in already, else a new one.
with member as (
    select r.id, r.household_key, min(m.household_id) over w as existing,
        row_number() over (partition by r.household_key order by r.number) as place
    from imports_stagedrow r
    left join people_householdmember m on m.person_id = r.person_id and m.until is null
    where r.batch_id = %(batch)s and r.verdict <> 'refused' and r.household_key is not null
    window w as (partition by r.household_key)
), numbered as materialized (
    select id, household_key, existing,
        case when place = 1 then coalesce(existing, nextval(pg_get_serial_sequence('people_household', 'id'))) end as fresh
    from member
), told as (
    select id, existing, max(fresh) over (partition by household_key) as household_id from numbered
)
update imports_stagedrow r
set household_id = told.household_id, household_is_new = told.existing is null
from told
where r.id = told.id
