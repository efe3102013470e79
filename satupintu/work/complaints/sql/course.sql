-- What happened to the complaint that is followed by its code ("app.follow"), oldest first: the names of the events and
-- their times, never who did it. The wall stays up: the function enters a scope of its own and leaves it again.
create or replace function complaints_course()
returns table (name text, at timestamptz)
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    scope text := current_setting('app.scope', true);
    clearance text := current_setting('app.clearance', true);
    fields text := current_setting('app.fields', true);
begin
    perform set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
        set_config('app.fields', '{*}', true);
    return query
        select e.name::text, e.at from public.events_event e
        where e.subject_type = 'complaint' and e.kind = 'change'
          and e.subject_id = nullif(current_setting('app.follow', true), '')::bigint
        order by e.id;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
