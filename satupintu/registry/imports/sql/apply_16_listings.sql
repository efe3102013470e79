insert into people_listmembership (edition_id, person_id, village, member_id, desil, raw)
select %(edition)s, r.person_id, r.village, coalesce(r.member_id, ''), r.desil, r.raw
from becoming r
where (r.desil is not null or r.member_id is not null or r.raw <> '{}' or %(listed)s)
    and %(edition)s::bigint is not null
on conflict (person_id, edition_id) do update
set desil = coalesce(excluded.desil, people_listmembership.desil),
    member_id = coalesce(nullif(excluded.member_id, ''), people_listmembership.member_id),
    raw = people_listmembership.raw || excluded.raw
