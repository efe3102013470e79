"""The room as a Django app."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class Access(AppConfig):
    """Roles, verbs, area scope, row-level security."""

    name = "satupintu.foundation.access"
    label = "access"

    def ready(self) -> None:
        """Put the gatekeeper at the gate, and let every room bring its access, letters, listeners and sentences."""
        from satupintu.engine.actions import trust
        from satupintu.foundation.access.gatekeeper import RolesAndConditions

        trust(RolesAndConditions())
        for app in apps.get_app_configs():
            if not app.name.startswith("satupintu."):
                continue
            for room_file in ("access", "actions", "documents", "listeners", "notifications", "timeline"):
                if find_spec(f"{app.name}.{room_file}"):
                    import_module(f"{app.name}.{room_file}")
