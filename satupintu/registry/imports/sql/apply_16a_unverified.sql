-- Whom only the list knows is not silently somebody new: an officer is to look. In a village where nobody is registered yet
-- there is nobody to be compared with: there the list is where the register begins. New persons have the highest numbers.
with begun as materialized (
    select v.village from (
        select village, min(min(person_id)) over () as first_new
        from becoming where verdict = 'new' group by village
    ) v
    where exists (select from people_person p where p.village = v.village and p.id < v.first_new)
)
insert into people_unverified (person_id, edition_id, village, recorded_at, verdict, note, settled_label)
select r.person_id, %(edition)s, r.village, now(), '', '', ''
from becoming r
join begun using (village)
where r.verdict = 'new' and %(edition)s::bigint is not null
order by r.number
