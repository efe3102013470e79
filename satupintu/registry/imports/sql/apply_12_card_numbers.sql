with member as (
    select r.id, r.village, r.kk_number,
        (select min(c.id) from people_familycard c where c.kk_number = r.kk_number and c.village = r.village) as existing,
        row_number() over (partition by r.village, r.kk_number order by r.number) as place
    from imports_stagedrow r
    where r.batch_id = %(batch)s and r.verdict <> 'refused' and r.kk_number is not null
), numbered as materialized (
    select id, village, kk_number, existing,
        case when place = 1 then coalesce(existing, nextval(pg_get_serial_sequence('people_familycard', 'id'))) end as fresh
    from member
), told as (
    select id, existing, max(fresh) over (partition by village, kk_number) as card_id from numbered
)
update imports_stagedrow r
set card_id = told.card_id, card_is_new = told.existing is null
from told
where r.id = told.id
