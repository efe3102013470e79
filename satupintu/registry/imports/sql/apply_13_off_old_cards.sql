update people_cardmember m
set until = %(today)s
from becoming r
where r.card_id is not null and m.person_id = r.person_id
    and m.until is null and m.card_id <> r.card_id
