insert into people_cardmember (card_id, person_id, village, relationship, since)
select r.card_id, r.person_id, r.village, coalesce(r.card_relationship, ''), %(today)s
from becoming r
where r.card_id is not null
    and not exists (select from people_cardmember m where m.person_id = r.person_id and m.until is null)
order by r.number
