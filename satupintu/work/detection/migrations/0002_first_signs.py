"""The signs that every kabupaten begins with.

Child, from 7 to 17, out of school: risk factor R05 of the matrix of programmes; source 001 sorts children by the same. Birth
certificates and child marriage: the first services and the tables of PKSAI. Disability without aid: R12. Elderly people
without support: R11, the poorest four tenths being those who may receive. Limits are configuration: each kabupaten may publish
its own.
"""

from django.db import migrations

SIGNS = (
    # code, name, from, to, what is asked, field
    ("out_of_school", "Anak tidak bersekolah", 7, 17, {"traits": {"schooling": ["0", "2"]}}, "education"),
    ("no_certificate", "Anak tanpa akta kelahiran", None, 17, {"papers": ["birth_certificate"]}, "civil_registration"),
    ("child_married", "Anak sudah kawin", None, 17, {"traits": {"marital_status": ["2", "3", "4"]}}, "social"),
    (
        "disability_no_aid",
        "Disabilitas tanpa bantuan",
        None,
        None,
        {"traits": {"disability": [f"{number:02}" for number in range(1, 13)]}, "without_aid": True},
        "social",
    ),
    ("elderly_alone", "Lansia miskin tinggal sendiri", 60, None, {"alone": True, "desil_to": 4}, "social"),
)
SOURCE = "Nilai awal Satu Pintu"


def add(apps, schema_editor):
    signs = apps.get_model("detection", "Sign")
    signs.objects.using(schema_editor.connection.alias).bulk_create(
        signs(code=code, number=1, name=name, age_from=least, age_to=most, field=field, source=SOURCE, **asked)
        for code, name, least, most, asked, field in SIGNS
    )


def remove(apps, schema_editor):
    apps.get_model("detection", "Sign").objects.using(schema_editor.connection.alias).filter(source=SOURCE).delete()


class Migration(migrations.Migration):
    dependencies = [("detection", "0001_signs_and_outreaches")]

    operations = [migrations.RunPython(add, remove)]
