"""Events can only be added."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent.parent / "sql" / "append_only.sql").read_text(encoding="utf-8")
BACK = """
drop trigger events_no_truncate on events_event;
drop trigger events_no_change on events_event;
drop function events_append_only();
drop index event_tx;
alter table events_event drop column tx;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [migrations.RunSQL(SQL, BACK)]
