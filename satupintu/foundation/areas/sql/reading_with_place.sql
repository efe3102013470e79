-- The same, where further words say in which area it lies: those that lie elsewhere fall out.
(
    select number, level, fit * (0.55 + 0.45 * near) as fit
    from (
        select
            a.number,
            a.level,
            case
                when a.name_key = %(name§)s then 1.0
                when replace(a.name_key, ' ', '') = replace(%(name§)s, ' ', '') then 0.97
                when a.name_key like %(begins§)s then 0.75 + 0.2 * length(%(name§)s) / length(a.name_key)
                else 0.85 * similarity(a.name_key, %(name§)s)
            end as fit,
            word_similarity(%(place§)s, concat_ws(' ', kec.name_key, kab.name_key, prov.name_key)) as near
        from areas_area a
        left join areas_area kec on a.level = 4 and kec.number = a.number / 10000 * 10000
        left join areas_area kab on a.level >= 3 and kab.number = a.number / 1000000 * 1000000
        left join areas_area prov on a.level >= 2 and prov.number = a.number / 100000000 * 100000000
        where a.ended_id is null and a.number >= %(low)s and a.number < %(high)s
          and (a.name_key like %(begins§)s or a.name_key %% %(name§)s) {conditions}
    ) placed
    where near >= 0.4
    order by fit desc, number
    limit 40
)
