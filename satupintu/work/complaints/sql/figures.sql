-- Counts by area and state inside the span that "app.figures" names; it answers numbers only. "step" is 10^8 for
-- provinces, 10^6 for kabupaten. The wall stays up: the function enters a scope of its own and leaves it again.
create or replace function complaints_figures(step bigint)
returns table (area bigint, status text, total bigint)
language plpgsql security definer
set search_path = pg_catalog, public
as $$
declare
    scope text := current_setting('app.scope', true);
    clearance text := current_setting('app.clearance', true);
    fields text := current_setting('app.fields', true);
begin
    perform set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
        set_config('app.fields', '{*}', true);
    return query
        select c.village / step * step, c.status::text, count(*)
        from public.complaints_complaint c
        where coalesce(c.village <@ nullif(current_setting('app.figures', true), '')::int8multirange, false)
        group by 1, 2;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
