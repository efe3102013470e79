insert into people_departure (person_id, village, kind, basis, recorded_at)
select r.person_id, r.village, r.departure, 'file', now()
from becoming r
where r.departure is not null
    and not exists (select from people_departure d where d.person_id = r.person_id and d.revoked_on is null)
order by r.number
