-- The visits made for one complaint, for whoever sees the complaint and is cleared for it: a visit stays in the book of the
-- village whose officer went, so those of before a transfer would otherwise lie behind the wall of the old place. It answers
-- nothing for a complaint that the caller does not see or is not cleared for, and nothing to who is here by a code. The
-- function enters a scope of its own and leaves it again.
create or replace function complaints_visits(complaint bigint)
returns table (visit bigint, kind text, went_on date, result text, visitor text, place text, findings text)
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    scope text := current_setting('app.scope', true);
    cleared text := current_setting('app.clearance', true);
    fields text := current_setting('app.fields', true);
begin
    if not exists (
        select 1 from public.complaints_complaint c
        where c.id = complaint and c.clearance <= coalesce(nullif(cleared, '')::int, -1)
    ) then
        return;
    end if;
    perform set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
        set_config('app.fields', '{*}', true);
    return query
        select v.id, v.kind::text, v.on, v.result::text, v.visitor_label::text,
            concat_ws(', ', nullif(v.place, ''), a.name), f.text
        from public.daybook_visit v
        join public.daybook_finding f on f.visit_id = v.id
        join public.areas_area a on a.number = v.village
        where v.origin_type = 'complaint' and v.origin_id = complaint
        order by v.on desc, v.id desc;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(cleared, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
