-- Whom the rows that are saved stand for, with numbers for new persons, in a table of this transaction alone.
create temp table numbered on commit drop as
select number, village, household_key, kk_number,
    case when verdict = 'new' then nextval((select pg_get_serial_sequence('people_person', 'id')::regclass))
        else person_id end as person_id
from imports_stagedrow
where batch_id = %(batch)s and verdict <> 'refused'
order by number
