-- The rows that are saved, in a table of this transaction alone, with numbers for new persons.
create temp table becoming on commit drop as
select number, verdict, changes, village, household_key, kk_number, nik, name, name_key, keys, sex, birth_date,
    birth_year, birth_place, mother_name, dusun, rt, rw, address, occupation, traits, relationship, card_relationship,
    departure, desil, member_id, raw, null::bigint as household_id, false as household_is_new, null::bigint as card_id,
    false as card_is_new,
    case when verdict = 'new' then nextval(pg_get_serial_sequence('people_person', 'id')) else person_id end as person_id
from imports_stagedrow
where batch_id = %(batch)s and verdict <> 'refused'
order by number
