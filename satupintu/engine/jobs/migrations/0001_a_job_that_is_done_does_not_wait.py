"""A job that is being done gives up its place in the queue, so that it can always come back.

A job of the clock waits once (``queueing_lock``, unique among those that wait). Without this, a job that was cut off or
failed while the next one waits could not be queued again: the worker that tries breaks off, again and again.
"""

from django.db import migrations

GIVE_UP = """
create function jobs_give_up_place() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    new.queueing_lock := null;
    return new;
end
$$;
revoke execute on function jobs_give_up_place() from public;
create trigger jobs_give_up_place before update of status on procrastinate_jobs
for each row when (new.status = 'doing') execute function jobs_give_up_place();
update procrastinate_jobs set queueing_lock = null where status = 'doing';
"""
BACK = """
drop trigger jobs_give_up_place on procrastinate_jobs;
drop function jobs_give_up_place();
"""


class Migration(migrations.Migration):
    dependencies = [("procrastinate", "0041_post_retry_failed_job")]

    operations = [migrations.RunSQL(GIVE_UP, BACK)]
