"""Complaints that are there already: the limit they were promised by, when the clock looks at them, and their milestones
as their events tell them. Runs as the tables' owner, whom the walls bind too, so it enters a scope of its own.
"""

from django.db import migrations

SEE_ALL = """
select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
    set_config('app.fields', '{*}', true)
"""
SEE_NOTHING = """
select set_config('app.scope', '', true), set_config('app.clearance', '', true), set_config('app.fields', '', true)
"""

FILL = """
with passed as (
    select subject_id,
        min(at) filter (where name in ('complaint.settled', 'complaint.escalated', 'complaint.referred',
            'complaint.service_finished', 'complaint.answer_received', 'complaint.told', 'complaint.question_answered',
            'complaint.closed')) as decided,
        min(at) filter (where name in ('complaint.service_finished', 'complaint.answer_received', 'complaint.told',
            'complaint.question_answered', 'complaint.closed')) as served,
        min(at) filter (where name in ('complaint.told', 'complaint.question_answered', 'complaint.closed')) as replied
    from events_event
    where subject_type = 'complaint' and kind = 'change'
    group by subject_id
)
update complaints_complaint c
set decided_at = passed.decided, served_at = passed.served, first_reply_at = passed.replied,
    limit_id = coalesce(c.limit_id, (
        select id from deadlines_timelimit
        where area_id is null and subject = 'complaint' and urgency = c.urgency_rank order by valid_from, id limit 1)),
    clock_at = case
        when c.waits_for in ('nothing', 'closure') or c.paused_since is not null then null
        when c.due_at <= now() then c.due_at
        else c.due_at - case c.urgency_rank when 0 then interval '3 days' when 1 then interval '1 day'
            else interval '6 hours' end
    end
from complaints_complaint other left join passed on passed.subject_id = other.id
where other.id = c.id
"""


def fill(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(SEE_ALL)
        cursor.execute(FILL)
        cursor.execute(SEE_NOTHING)


class Migration(migrations.Migration):
    dependencies = [("complaints", "0009_deadlines_pauses_milestones"), ("events", "0002_append_only")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
