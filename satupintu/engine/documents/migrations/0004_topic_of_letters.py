"""A letter is seen by whoever works on the field of the matter that it is about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_topic_and_handler")]
    operations = [
        migrations.AddField(
            model_name="letter", name="topic", field=models.CharField(blank=True, db_default="", max_length=20)
        ),
    ]
