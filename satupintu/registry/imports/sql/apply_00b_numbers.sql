-- Numbers for households and cards. A household is the one that any of its members lives in already, else a new one; a card
-- is the one that the village knows by that number, else a new one.
with home as materialized (
    select r.household_key, min(m.household_id) is null as is_new,
        coalesce(min(m.household_id), nextval(pg_get_serial_sequence('people_household', 'id'))) as id
    from becoming r
    left join people_householdmember m on m.person_id = r.person_id and m.until is null
    where r.household_key is not null
    group by r.household_key
), known as materialized (
    select r.village, r.kk_number, min(c.id) as old_card
    from (select distinct village, kk_number from becoming where kk_number is not null) r
    left join people_familycard c on c.kk_number = r.kk_number and c.village = r.village
    group by r.village, r.kk_number
), card as materialized (
    select village, kk_number, old_card is null as is_new,
        coalesce(old_card, nextval(pg_get_serial_sequence('people_familycard', 'id'))) as id
    from known
), told as (
    select r.number, home.id as home, home.is_new as home_is_new, card.id as card, card.is_new as card_is_new
    from becoming r
    left join home using (household_key)
    left join card using (village, kk_number)
)
update becoming r
set household_id = told.home,
    household_is_new = coalesce(told.home_is_new, false),
    card_id = told.card,
    card_is_new = coalesce(told.card_is_new, false)
from told
where r.number = told.number
