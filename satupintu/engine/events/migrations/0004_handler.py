"""Events of a matter reach the office that handles it, as its attachments do. What was written before stays as it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0003_topic")]
    operations = [
        migrations.AddField(model_name="event", name="handler", field=models.BigIntegerField(null=True)),
    ]
