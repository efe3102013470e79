-- What people still call it.
(
    select a.number, a.level, 0.9 * similarity(f.name_key, %(name0)s) as fit
    from areas_formername f
    join areas_area a on a.number = f.area_id
    where f.name_key %% %(name0)s and a.ended_id is null {conditions}
    order by fit desc
    limit 10
)
