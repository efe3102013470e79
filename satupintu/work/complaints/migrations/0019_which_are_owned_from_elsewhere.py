"""Complaints that lie outside the area of the office that handles them are told apart from the others."""

from django.db import migrations

FILL = """
select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true),
    set_config('app.fields', '{*}', true);
update complaints_complaint c set away = true
from offices_office o
where o.id = c.handler_office_id and not (c.village >= o.area_id and c.village < o.area_id + case
    when o.area_id % 100000000 = 0 then 100000000
    when o.area_id % 1000000 = 0 then 1000000
    when o.area_id % 10000 = 0 then 10000 else 1 end);
"""


class Migration(migrations.Migration):
    dependencies = [("complaints", "0018_owned_from_elsewhere")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
