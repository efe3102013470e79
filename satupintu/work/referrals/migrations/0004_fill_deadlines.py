"""Letters that are out already: the limit that counts for such letters, since when their time stands, and when the clock
looks at them. What was promised stays. Runs as the tables' owner, whom the walls bind too, so it enters a scope of its own.
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
with limits as (
    select distinct on (urgency) urgency, id from deadlines_timelimit
    where area_id is null and subject = 'referral' and field = '' and level is null
    order by urgency, valid_from, id
), standing as (
    select r.id, (
        select max(reply.at) from referrals_reply reply
        where reply.referral_id = r.id and reply.kind in ('asked', 'scheduled')
    ) as since
    from referrals_referral r
    where r.status = 'asked' or (r.status = 'scheduled' and r.meet_at > now())
)
update referrals_referral r
set limit_id = limits.id, paused_since = standing.since,
    clock_at = case
        when r.status not in ('sent', 'accepted', 'scheduled') then null
        when standing.since is not null then r.meet_at
        else r.due_at
    end
from referrals_referral other
    left join limits on limits.urgency = other.urgency
    left join standing on standing.id = other.id
where other.id = r.id
"""


def fill(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(SEE_ALL)
        cursor.execute(FILL)
        cursor.execute(SEE_NOTHING)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0003_deadlines_by_limits")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
