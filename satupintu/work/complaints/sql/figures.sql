-- Complaints counted by kabupaten, and by state, service field and month of receipt ("2026-11", by the clock there), inside
-- the span that "app.figures" names; it answers numbers only. "what" says by what, "code" the value.
-- The wall stays up: the function enters a scope of its own and leaves it again.
drop function if exists complaints_figures(bigint);
create or replace function complaints_counted()
returns table (area bigint, what text, code text, total bigint)
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
        select c.kabupaten * 1000000,
            case when grouping(c.status) = 0 then 'status' when grouping(c.field) = 0 then 'field' else 'month' end,
            case when grouping(c.status) = 0 then c.status::text when grouping(c.field) = 0 then c.field::text
                else c.month end,
            count(*)
        from (
            select counted.kabupaten, counted.status, counted.field,
                -- The zones of lib.periods.zone_name.
                to_char(counted.received_at at time zone case
                    when counted.provinsi in (51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76) then 'Asia/Makassar'
                    when counted.provinsi > 80 then 'Asia/Jayapura' else 'Asia/Jakarta' end, 'YYYY-MM') as month
            from public.complaints_complaint counted
            where coalesce(
                counted.village <@ nullif(current_setting('app.figures', true), '')::int8multirange, false)
        ) c
        group by grouping sets ((c.kabupaten, c.status), (c.kabupaten, c.field), (c.kabupaten, c.month));
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
