-- The row number of the complaint whose follow-up code was shown; null for a wrong code and for a number that nobody has.
-- The same work either way: a number that does not exist is compared with a fingerprint that no code has. The wall stays
-- up: the function enters a scope of its own, leaves it again, and gives back nothing but the row number.
create or replace function complaints_followed(asked text, shown text)
returns bigint
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    scope text := current_setting('app.scope', true);
    clearance text := current_setting('app.clearance', true);
    fields text := current_setting('app.fields', true);
    row_number bigint;
    kept text;
begin
    perform set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
        set_config('app.fields', '{*}', true);
    select c.id, c.follow_up into row_number, kept from public.complaints_complaint c where c.number = asked;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
    return case when coalesce(nullif(kept, ''), repeat('-', 64)) = shown then row_number end;
end
$$;
