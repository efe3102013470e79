insert into people_familycard (id, village, kk_number)
select card_id, min(village), min(kk_number)
from becoming
where card_is_new
group by card_id
order by card_id
