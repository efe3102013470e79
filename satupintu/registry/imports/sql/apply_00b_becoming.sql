-- The rows that are saved, with their household and card, in a table of this transaction alone: written once, for what is
-- changed in it every later step would read twice. A household is the one that any of its members lives in already, else a new
-- one; a card is the one that the village knows by that number, else a new one.
create temp table becoming on commit drop as
with home as materialized (
    select r.household_key, min(m.household_id) is null as is_new,
        coalesce(min(m.household_id), nextval((select pg_get_serial_sequence('people_household', 'id')::regclass))) as id
    from numbered r
    left join people_householdmember m on m.person_id = r.person_id and m.until is null
    where r.household_key is not null
    group by r.household_key
), known as materialized (
    select r.village, r.kk_number, min(c.id) as old_card
    from (select distinct village, kk_number from numbered where kk_number is not null) r
    left join people_familycard c on c.kk_number = r.kk_number and c.village = r.village
    group by r.village, r.kk_number
), card as materialized (
    select village, kk_number, old_card is null as is_new,
        coalesce(old_card, nextval((select pg_get_serial_sequence('people_familycard', 'id')::regclass))) as id
    from known
), told as materialized (
    select r.number, r.person_id, home.id as household_id, coalesce(home.is_new, false) as household_is_new,
        card.id as card_id, coalesce(card.is_new, false) as card_is_new
    from numbered r
    left join home using (household_key)
    left join card using (village, kk_number)
)
select s.number, s.verdict, s.changes, s.village, s.household_key, s.kk_number, s.nik, s.name, s.name_key, s.keys, s.sex,
    s.birth_date, s.birth_year, s.birth_place, s.mother_name, s.dusun, s.rt, s.rw, s.address, s.occupation, s.traits,
    s.relationship, s.card_relationship, s.departure, s.desil, s.member_id, s.raw, t.household_id, t.household_is_new,
    t.card_id, t.card_is_new, t.person_id
from told t
join imports_stagedrow s on s.batch_id = %(batch)s and s.number = t.number
order by s.number
