"""The night's count also holds all ages together; what was counted before is read live until the next night."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sorting", "0001_tables_and_handovers")]

    operations = [migrations.RunSQL("delete from sorting_snapshot", migrations.RunSQL.noop)]
