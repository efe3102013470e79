"""What a killed worker left behind goes back into the queue."""

from django.db import connection

BEAT = 2.0
"""Seconds between two heartbeats of a worker."""
SILENT_FOR = 10.0
"""Seconds of silence after which a worker counts as dead; if it lives after all, keys keep its jobs from acting twice."""

_REVIVE = """
with stalled as (
    select job.id
    from procrastinate_jobs job left join procrastinate_workers worker on worker.id = job.worker_id
    where job.status = 'doing'
    and (worker.id is null or worker.last_heartbeat < now() - make_interval(secs => %s))
    for update of job skip locked
)
select procrastinate_retry_job_v2(stalled.id, now(), null, null, null) from stalled
"""


def revive() -> int:
    """Queue again every job whose worker has fallen silent; answers how many.

    One statement, so of several workers that look at once exactly one takes a job back.
    """
    with connection.cursor() as cursor:
        cursor.execute(_REVIVE, [SILENT_FOR])
        return cursor.rowcount
