"""What the small world knows of early detection: somebody found by a sign, visited before, as sensitive as the complaint."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.tests.files import pdf
from satupintu.work.daybook.models import Finding, Visit
from satupintu.work.detection.models import Outreach, Sharing, Sign

FOUND_ON = date(2026, 3, 1)


def outreach_of(by: Any, village: int, clearance: int, keys: dict[str, Any]) -> dict[str, Any]:
    """An outreach to the person of a record that waits for a visit; answers its row."""
    given = Sharing.objects.create(village_id=village, to=by, many=1, by=by, by_label=by.label)
    one = Outreach.objects.create(
        village_id=village, person_id=keys["person"], sign=Sign.objects.get(code="no_certificate"), code="no_certificate",
        topic="civil_registration", clearance=clearance, facts={"age": 9, "dated": True, "lacks": ["birth_certificate"]},
        state="shared", assignee=by, sharing=given, found_on=FOUND_ON,
    )  # fmt: skip
    return {"outreach": one.pk, "given": given.pk}


def photograph(maker: Any, row: int) -> int:
    """Let somebody have been there and taken a photo, whose name is a canary; answers the photo."""
    by, one = maker.author, Outreach.objects.get(pk=row)
    visit = Visit.objects.create(
        kind="outreach", on=FOUND_ON, visitor=by, visitor_label=by.label, author=by, office_id=by.office_id,
        village_id=maker.village, clearance=one.clearance, topic=one.topic, person_id=one.person_id, result="met",
        origin_type="outreach", origin_id=row, origin_number=one.trace,
    )  # fmt: skip
    Finding.objects.create(visit=visit, text=maker.word("outreach", "finding"))
    Outreach.objects.filter(pk=row).update(visit=visit)
    file = SimpleUploadedFile(f"{maker.word('outreach', 'photo')}.pdf", pdf(b"% photo"))
    return int(attach(visit, file, by=by).pk)


def arrange_outreach(row: int, event: str, author: int) -> None:
    """Put an outreach where the form begins that leaves this event."""
    stands: dict[str, Any] = {"state": "shared", "assignee_id": author, "result": "", "closed_on": None}
    if event == "outreach.shared":
        stands |= {"state": "found", "assignee_id": None}
    if event == "outreach.complaint_opened":
        stands |= {"state": "closed", "result": "in_need", "closed_on": FOUND_ON}
    Outreach.objects.filter(pk=row).update(**stands)
