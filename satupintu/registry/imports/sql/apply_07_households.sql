insert into people_household (id, version, village, head_id, dusun, rt, rw, address, registered_at)
select household_id, 1, min(village), max(person_id) filter (where relationship = 'head'),
    coalesce((array_agg(dusun order by relationship = 'head' desc, number) filter (where dusun is not null))[1], ''),
    coalesce((array_agg(rt order by relationship = 'head' desc, number) filter (where rt is not null))[1], ''),
    coalesce((array_agg(rw order by relationship = 'head' desc, number) filter (where rw is not null))[1], ''),
    coalesce((array_agg(address order by relationship = 'head' desc, number) filter (where address is not null))[1], ''),
    now()
from becoming
where household_is_new
group by household_id
order by household_id
