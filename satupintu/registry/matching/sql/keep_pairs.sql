-- Pairs that are new are kept; those that nobody has decided are weighed anew; decisions stand. Answers how many are new.
with found as (
    select (r->>0)::bigint as one_id, (r->>1)::bigint as other_id, (r->>2)::float as weight, r->3 as levels, r->>4 as held
    from jsonb_array_elements(%(rows)s::jsonb) as r
), kept as (
    insert into matching_pair (version, one_id, other_id, search_id, weight, levels, held, state, decided_by_label)
    select 1, f.one_id, f.other_id, %(search)s, f.weight, f.levels, f.held, 'open', ''
    from found f
    join people_person a on a.id = f.one_id and a.merged_into_id is null
    join people_person b on b.id = f.other_id and b.merged_into_id is null
    order by f.one_id, f.other_id
    on conflict (one_id, other_id) do update
    set weight = excluded.weight, levels = excluded.levels, held = excluded.held, search_id = excluded.search_id
    where matching_pair.state in ('open', 'later')
    returning xmax = 0 as is_new
)
select count(*) filter (where is_new) from kept
