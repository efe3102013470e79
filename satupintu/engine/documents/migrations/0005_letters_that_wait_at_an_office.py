"""What waits at an office is found without its issued letters."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_topic_of_letters")]
    operations = [
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                fields=["office_id", "waits_for"],
                name="letter_waits_at",
                condition=models.Q(("waits_for", "nothing"), _negated=True),
            ),
        ),
    ]
