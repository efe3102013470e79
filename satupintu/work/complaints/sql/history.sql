-- What changed in one complaint, for whoever sees the complaint itself: its events keep the place and sensitivity that it
-- had when they happened, so those of before a transfer would otherwise lie behind the wall of the old place. It answers
-- nothing for a complaint that the caller does not see. The function enters a scope of its own and leaves it again.
create or replace function complaints_history(complaint bigint)
returns setof public.events_event
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    scope text := current_setting('app.scope', true);
    clearance text := current_setting('app.clearance', true);
    fields text := current_setting('app.fields', true);
begin
    if not exists (select 1 from public.complaints_complaint c where c.id = complaint) then
        return;
    end if;
    perform set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
        set_config('app.fields', '{*}', true);
    return query
        select e.* from public.events_event e
        where e.subject_type = 'complaint' and e.subject_id = complaint and e.kind = 'change'
        order by e.id;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
