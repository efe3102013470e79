-- Names that fit one reading of what was typed: the same, the same but for spaces, the beginning of it, or alike.
(
    select
        a.number,
        a.level,
        case
            when a.name_key = %(name§)s then 1.0
            when replace(a.name_key, ' ', '') = replace(%(name§)s, ' ', '') then 0.97
            when a.name_key like %(begins§)s then 0.75 + 0.2 * length(%(name§)s) / length(a.name_key)
            else 0.85 * similarity(a.name_key, %(name§)s)
        end as fit
    from areas_area a
    where a.ended_id is null
      and (a.name_key like %(begins§)s or a.name_key %% %(name§)s) {conditions}
    order by fit desc, a.number
    limit 40
)
