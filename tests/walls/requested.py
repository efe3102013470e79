"""A request about the person of a record, with a copy that was handed over for it; and a file that waits to leave."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from satupintu.foundation.access import Scope, entered
from satupintu.registry.exports.models import Export
from satupintu.registry.people.models import Restriction
from satupintu.registry.privacy.models import Breach, DataRequest, HandedCopy, LegalHold

ASKED = {"asker": "proxy", "proof": "mandate", "kind": "copy", "state": "open"}


def request_of(maker: Any, keys: dict[str, Any]) -> dict[str, Any]:
    """A request that waits, one copy of it; and a restriction that was lifted."""
    author = maker.author
    scope = {"spans": ((0, 10**10),), "clearance": 2, "fields": ("*",), "appointment": author.pk}
    with entered(Scope(**scope, office=author.office_id)):
        made = DataRequest.objects.create(
            number=f"PD26-{maker.word('request_number', 'request')}", person_id=keys["person"], village_id=maker.village,
            asker_name=maker.word("request", "asker"), ground=maker.word("request", "ground"), due_at=timezone.now(),
            office=author.office, asked_by=author, asked_account_id=author.account_id, asked_label=author.label,
            answer=maker.word("request", "answer"), **ASKED,
        )  # fmt: skip
        copy = HandedCopy.objects.create(request=made, mark=f"S{keys['person']}", by=author, by_label="x")
        day = timezone.localdate()
        rest = Restriction.objects.create(
            person_id=keys["person"], village_id=maker.village, request=made.number, since=day, lifted_on=day
        )
        hold = LegalHold.objects.create(
            person_id=keys["person"], village_id=maker.village, reason=maker.word("request", "hold"), set_by=author,
            set_label="x", released_at=timezone.now(), released_label="x",
        )  # fmt: skip
        breach = Breach.objects.create(
            number=f"BK26-{maker.place}-{maker.sensitivity.value}".upper(), area=maker.village, account=author.account,
            since=timezone.now() - timedelta(days=1), until=timezone.now(), what=maker.word("request", "breach"),
            due_at=timezone.now(), by=author, by_label="x",
        )  # fmt: skip
        export = Export.objects.create(
            number=f"U26-{maker.word('export_number', 'export')}".upper(), mark=f"E{keys['person']}", area=maker.village,
            office=author.office, asked_by=author, asked_label=author.label, title=maker.word("export", "title"), rows=1001,
            path="/mutu-data/daftar/", form="csv", alone=1000, purpose="report", text=maker.word("export", "text"),
            state="waiting",
        )  # fmt: skip
    return {
        "export": export.number,
        "export_pk": export.pk,
        "breach": breach.number,
        "breach_pk": breach.pk,
        "hold": hold.pk,
        "request": made.number,
        "request_pk": made.pk,
        "data_copy": copy.pk,
        "restriction": rest.pk,
    }
