-- Numbers for new persons, households and cards, in one pass over the rows. A household is the one that any of its
-- members lives in already, else a new one; a card is the one that the village knows by that number, else a new one.
with member as (
    select r.id, r.verdict, r.household_key, r.village, r.kk_number,
        min(m.household_id) over (partition by r.household_key) as old_home,
        row_number() over (partition by r.household_key order by r.number) as place_at_home,
        (select min(c.id) from people_familycard c where c.kk_number = r.kk_number and c.village = r.village) as old_card,
        row_number() over (partition by r.village, r.kk_number order by r.number) as place_on_card
    from imports_stagedrow r
    left join people_householdmember m on m.person_id = r.person_id and m.until is null
    where r.batch_id = %(batch)s and r.verdict <> 'refused'
), numbered as materialized (
    select *,
        case when verdict = 'new' then nextval(pg_get_serial_sequence('people_person', 'id')) end as new_person,
        case when household_key is not null and place_at_home = 1
            then coalesce(old_home, nextval(pg_get_serial_sequence('people_household', 'id'))) end as home,
        case when kk_number is not null and place_on_card = 1
            then coalesce(old_card, nextval(pg_get_serial_sequence('people_familycard', 'id'))) end as card
    from member
), told as (
    select id, new_person, old_home, old_card,
        max(home) over (partition by household_key) as home,
        max(card) over (partition by village, kk_number) as card
    from numbered
)
update imports_stagedrow r
set person_id = coalesce(told.new_person, r.person_id),
    household_id = told.home,
    household_is_new = told.home is not null and told.old_home is null,
    card_id = told.card,
    card_is_new = told.card is not null and told.old_card is null
from told
where r.id = told.id
