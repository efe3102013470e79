-- Visitors and family cards by area and service in the days [start, stop), inside the span that "app.figures" names; it
-- answers numbers only. "step" is 10^8 for provinces, 10^6 for kabupaten. The wall stays up: the function enters a scope
-- of its own and leaves it again.
create or replace function bulletins_services(step bigint, start date, stop date)
returns table (area bigint, service bigint, people bigint, cards bigint)
language plpgsql security definer
set search_path = pg_catalog, public
as $$
declare
    scope text := current_setting('app.scope', true);
    figures int8multirange := nullif(current_setting('app.figures', true), '')::int8multirange;
begin
    perform set_config('app.scope', '{[0,10000000000)}', true);
    return query
        select r.village / step * step, r.service_id, sum(r.visitors)::bigint, sum(r.kk)::bigint
        from public.daybook_servicerecord r
        where r.current and r.day >= start and r.day < stop
          -- The provinces of the span, for the index; the span itself, for the wall.
          and r.provinsi between lower(figures) / 100000000 and (upper(figures) - 1) / 100000000
          and coalesce(r.village <@ figures, false)
        group by 1, 2;
    perform set_config('app.scope', coalesce(scope, ''), true);
end
$$;
