"""The sign by which households are found whose data nobody has confirmed for long: twelve months until a kabupaten says otherwise.

DTSEN is ranked anew every three months and may be corrected by villages every day; no national text says after how long a
village has to look again, so the number is configuration.
"""

from django.db import migrations

CODE = "unconfirmed"


def add(apps, schema_editor):
    signs = apps.get_model("detection", "Sign")
    signs.objects.using(schema_editor.connection.alias).create(
        code=CODE, number=1, name="Data keluarga lama tidak dipastikan", heads=True, unconfirmed_months=12,
        field="social", silence="none", quiet_months=3, source="Nilai awal Satu Pintu",
    )  # fmt: skip


def remove(apps, schema_editor):
    signs = apps.get_model("detection", "Sign").objects.using(schema_editor.connection.alias)
    signs.filter(code=CODE, area=None).delete()


class Migration(migrations.Migration):
    dependencies = [("detection", "0003_data_to_be_confirmed")]

    operations = [migrations.RunPython(add, remove)]
