"""Who looked at a row is found by its number: each reading's rows stand in a table of their own, those of before too."""

from django.db import migrations, models

EVERYWHERE = "select set_config('app.audit', '{[0,10000000000)}', true), set_config('app.scope', '{[0,10000000000)}', true)"
FILL = """
insert into events_shown (row_id, event_id)
select distinct unnest(shown_ids), id from events_event where kind = 'reading' and shown_ids <> '{}'
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0004_handler")]
    operations = [
        migrations.CreateModel(
            name="Shown",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "row_id", "event_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("row_id", models.BigIntegerField()),
                ("event_id", models.BigIntegerField()),
            ],
        ),
        migrations.RunSQL([EVERYWHERE, FILL], migrations.RunSQL.noop),
    ]
