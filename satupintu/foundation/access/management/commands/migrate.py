"""``migrate``: the tables as Django makes them, then the walls, then the wording of letters, in one command."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from satupintu.foundation.access.standards import load_standards
from satupintu.foundation.access.walls import build


class Command(Migrate):
    """Run migrations as the owner, build every wall anew, publish what is new in the wording of letters."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate and build through the database that was named (the owner's); publish as the application."""
        super().handle(*args, **options)
        if options.get("plan") or options.get("check_unapplied"):
            return
        role = connections["default"].settings_dict["USER"]
        with connections[options["database"]].cursor() as cursor:
            built = build(cursor, role)
        if options["verbosity"] > 0:
            self.stdout.write(f"  Walls built for {built} tables.")
        if "documents_templateversion" in connections["default"].introspection.table_names():
            load_standards()
