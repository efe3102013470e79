"""The nation's limits to begin with: what the house promised before there were any.

14, 3 and 1 days for a complaint, 7, 3 and 1 for a letter. No national limit could be confirmed, so these are the house's
own start values; every provinsi and kabupaten may publish its own.
"""

from datetime import date

from django.db import migrations

BEGIN = date(2000, 1, 1)
SOURCE = "Nilai awal Satu Pintu; batas nasional belum ditemukan"
LIMITS = (
    # subject, urgency, amount, unit, reminder before, one level higher after
    ("complaint", 0, 14, "calendar_days", 3, 7),
    ("complaint", 1, 3, "calendar_days", 1, 2),
    ("complaint", 2, 24, "clock_hours", 6, 12),
    ("referral", 0, 7, "calendar_days", 2, 0),
    ("referral", 1, 3, "calendar_days", 1, 0),
    ("referral", 2, 24, "clock_hours", 6, 0),
)


def add(apps, schema_editor):
    limits = apps.get_model("deadlines", "TimeLimit")
    limits.objects.using(schema_editor.connection.alias).bulk_create(
        limits(
            subject=subject, urgency=urgency, amount=amount, unit=unit, remind_before=before, climb_after=climb,
            valid_from=BEGIN, source=SOURCE,
        )
        for subject, urgency, amount, unit, before, climb in LIMITS
    )  # fmt: skip


def remove(apps, schema_editor):
    apps.get_model("deadlines", "TimeLimit").objects.using(schema_editor.connection.alias).filter(source=SOURCE).delete()


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
