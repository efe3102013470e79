-- An event is never changed and never deleted: by grants for the application, by this trigger for everybody else.
-- "tx" lets a reader with a cursor take only settled rows.
alter table events_event add column tx xid8 not null default pg_current_xact_id();
create index event_tx on events_event (id, tx);

create function events_append_only() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'an event is never changed' using errcode = 'insufficient_privilege';
end
$$;
revoke all on function events_append_only() from public;

create trigger events_no_change before update or delete on events_event
    for each row execute function events_append_only();
create trigger events_no_truncate before truncate on events_event
    for each statement execute function events_append_only();
