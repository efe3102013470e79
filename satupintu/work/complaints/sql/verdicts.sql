-- What citizens said of closed complaints, counted by area and judgement inside the span that "app.figures" names; it
-- answers numbers only. "step" as for complaints_figures. The wall stays up: the function enters a scope of its own.
create or replace function complaints_verdicts(step bigint)
returns table (area bigint, judgement text, total bigint)
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
        select c.village / step * step, v.judgement::text, count(*)
        from public.complaints_verdict v join public.complaints_complaint c on c.id = v.complaint_id
        where coalesce(c.village <@ nullif(current_setting('app.figures', true), '')::int8multirange, false)
        group by 1, 2;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
