-- Rows that were read, into the staging table in one statement.
insert into imports_stagedrow (
    batch_id, area, number, cells, village, household_key, kk_number, nik, name, name_key, keys, sex, birth_date,
    birth_year, birth_place, mother_name, dusun, rt, rw, address, occupation, traits, relationship,
    card_relationship, departure, desil, member_id, raw, errors, cautions, changes, verdict, household_is_new, card_is_new
)
select %(batch)s, %(area)s, number, cells, village, household_key, kk_number, nik, name, name_key, keys, sex, birth_date,
    birth_year, birth_place, mother_name, dusun, rt, rw, address, occupation, traits, relationship,
    card_relationship, departure, desil, member_id, raw, errors, cautions, '{}', '', false, false
from json_to_recordset(%(rows)s::json) as r (
    number int, cells jsonb, village bigint, household_key text, kk_number text, nik text, name text, name_key text,
    keys text[], sex text, birth_date date, birth_year smallint, birth_place text, mother_name text, dusun text,
    rt text, rw text, address text, occupation text, traits jsonb, relationship text, card_relationship text,
    departure text, desil smallint, member_id text, raw jsonb, errors jsonb, cautions jsonb
)
