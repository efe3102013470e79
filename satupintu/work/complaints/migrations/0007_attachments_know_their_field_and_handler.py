"""What was attached to complaints before reaches as far as they do now: their field, and the office that handles them."""

from django.db import migrations

FILL = """
select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
    set_config('app.fields', '{*}', true);
update documents_attachment
set topic = complaints_complaint.field, handler = complaints_complaint.handler_office_id
from complaints_complaint
where subject_type = 'complaint' and subject_id = complaints_complaint.id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0006_schooling_and_guards_of_field_and_handler"),
        ("documents", "0003_topic_and_handler"),
    ]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
