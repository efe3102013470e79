"""The national rules that every installation begins with."""

from typing import Any

from django.db import migrations

from satupintu.work.routing.start import START


def publish(apps: Any, schema: Any) -> None:
    """Put them in, unless the nation has rules already."""
    routes = apps.get_model("routing", "Route").objects.using(schema.connection.alias)
    if not routes.filter(area=None).exists():
        routes.bulk_create([routes.model(published_by="Satu Pintu", **rule) for rule in START])


class Migration(migrations.Migration):
    dependencies = [("routing", "0001_initial")]
    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
