-- The rows of one file while they are compared: nobody else sees them, and they are gone with the transaction.
create temp table arriving (
    number int, cells text, village bigint, household_key text, kk_number text, nik text, name text, name_key text,
    keys text[], sex text, birth_date date, birth_year smallint, birth_place text, mother_name text, dusun text,
    rt text, rw text, address text, occupation text, traits jsonb, relationship text, card_relationship text,
    departure text, desil smallint, member_id text, raw jsonb, errors jsonb, cautions jsonb, person_id bigint
) on commit drop
