-- Whether a letter is genuine, asked by anybody with the fingerprint of the code on it: number, kind, office and day,
-- never whom it is about. No row for a code that nobody drew. The wall stays up: the function enters a scope of its own
-- and leaves it again.
drop function if exists documents_verify(text);
create function documents_verify(code text)
returns table (number text, kind text, office text, issued_on date, office_id bigint, revoked_at timestamptz)
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
        select l.number::text, l.kind::text, l.office_name::text, l.issued_on, l.office_id, r.at
        from public.documents_letter l
        left join public.documents_letterrevocation r on r.letter_id = l.id
        where l.fingerprint = code and l.issued_at is not null;
    perform set_config('app.scope', coalesce(scope, ''), true), set_config('app.clearance', coalesce(clearance, ''), true),
        set_config('app.fields', coalesce(fields, ''), true);
end
$$;
