"""What hangs on complaints reaches as far as they do now: their letters, visits and papers, and the papers of those."""

from django.db import migrations

FILL = """
select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
    set_config('app.fields', '{*}', true);
update referrals_referral r set field = c.field, clearance = c.clearance
from complaints_complaint c
where r.origin_type = 'complaint' and r.origin_id = c.id and (r.field, r.clearance) <> (c.field, c.clearance);
update daybook_visit v set topic = c.field, clearance = c.clearance
from complaints_complaint c
where v.origin_type = 'complaint' and v.origin_id = c.id and (v.topic, v.clearance) <> (c.field, c.clearance);
update documents_attachment a set topic = c.field, handler = c.handler_office_id, clearance = c.clearance
from complaints_complaint c
where a.subject_type = 'complaint' and a.subject_id = c.id;
update documents_attachment a set topic = v.topic, clearance = v.clearance
from daybook_visit v
where a.subject_type = 'visit' and a.subject_id = v.id;
update documents_attachment a
set topic = r.field, clearance = r.clearance, handler = r.from_office_id,
    offices = array_remove(array[r.to_office_id, r.raised_to_id], null)
from referrals_referral r
where a.subject_type = 'referral' and a.subject_id = r.id;
update documents_letter l set topic = c.field, clearance = c.clearance
from complaints_complaint c
where l.subject_type = 'complaint' and l.subject_id = c.id;
update documents_letter l set topic = r.field, clearance = r.clearance
from referrals_referral r
where l.subject_type = 'referral' and l.subject_id = r.id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0015_offered_to_another_office"),
        ("daybook", "0003_topic_of_visits"),
        ("documents", "0004_topic_of_letters"),
        ("referrals", "0002_schedules_withdrawals_and_passes"),
    ]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
