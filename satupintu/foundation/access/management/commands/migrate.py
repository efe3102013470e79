"""``migrate``: the tables as Django makes them, and then the walls, in one command."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from satupintu.foundation.access.walls import build


class Command(Migrate):
    """Run migrations as the owner and build every wall anew."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then build; both through the database that was named (the owner's)."""
        super().handle(*args, **options)
        if options.get("plan") or options.get("check_unapplied"):
            return
        role = connections["default"].settings_dict["USER"]
        with connections[options["database"]].cursor() as cursor:
            built = build(cursor, role)
        if options["verbosity"] > 0:
            self.stdout.write(f"  Walls built for {built} tables.")
