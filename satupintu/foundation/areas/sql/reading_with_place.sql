-- The same, where further words say in which area it lies: those that lie elsewhere fall out, those that lie in more
-- of the named areas come first; each area above counts by how much of what was typed names it. Whoever names the
-- place has written the name to its end, so its beginning alone is not enough.
(
    with place as materialized (
        select p.number, p.span_end, max(similarity(p.name_key, w.words) * length(w.words)) / length(%(place§)s) as weight
        from unnest(%(words§)s::text[]) w (words)
        join areas_area p on p.name_key %% w.words
        where p.level <= 3 and p.ended_id is null
        group by p.number, p.span_end
    ),
    named as materialized (
        select a.number, a.level, a.name_key
        from areas_area a
        where a.ended_id is null
          and a.name_key %% %(name§)s {conditions}
    ),
    placed as materialized (
        select named.number, named.level, named.name_key, least(1, sum(place.weight)) as near
        from named
        join place on named.number > place.number and named.number < place.span_end
        group by named.number, named.level, named.name_key
    )
    select
        number,
        level,
        (0.55 + 0.45 * near) * case
            when name_key = %(name§)s then 1.0
            when replace(name_key, ' ', '') = replace(%(name§)s, ' ', '') then 0.97
            else 0.85 * similarity(name_key, %(name§)s)
        end as fit
    from placed
    where near >= 0.3
    order by fit desc, number
    limit 40
)
