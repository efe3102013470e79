"""What the small world knows of proposals: one that came back, a meeting that discussed it, a decree of the place."""

from collections.abc import Callable
from datetime import date
from typing import Any

from satupintu.registry.changes.models import ChangeRequest, Ratification, Session

DAY = date(2026, 3, 2)


def proposal_of(
    by: Any, village: int, clearance: int, keys: dict[str, Any], word: Callable[[str, str], str]
) -> dict[str, Any]:
    """A proposal about the person of a record; every text of it is a canary."""
    signed = {"by": by, "by_label": by.label}
    one = ChangeRequest.objects.create(
        number=f"U26-{word('change_number', 'change')}", village_id=village, kind="correction",
        basis="musdes", status="returned", person_id=keys["person"], title=word("change", "title"),
        before={"name": keys["name"]}, after={"name": word("change", "after")},
        reason=word("change", "reason"), office=by.office, proposer_label="Pengusul", round_year=2026,
        round_month=11, clearance=clearance, details={"names": [word("change", "names")] * 2},
    )  # fmt: skip
    deed = {"village_id": village, "clearance": clearance, **signed}
    one.moves.create(kind="returned", reason="other", text=word("change", "returned"), **deed)
    one.verifications.create(
        on=DAY, finding="enumerated", confirmed=True, officer="Petugas", place=word("change", "place"),
        text=word("change", "finding"), **deed,
    )  # fmt: skip
    meeting = Session.objects.create(
        village_id=village, held_on=DAY, place="Balai", leader=word("person", "leader"),
        leader_position="Ketua", office=by.office, **signed,
    )  # fmt: skip
    meeting.decisions.create(
        request=one, village_id=village, clearance=clearance, found="found", able=False,
        outcome="MUSDES-SUBMITTED", note=word("change", "decision"),
    )  # fmt: skip
    decree = Ratification.objects.create(
        area_id=village, list="dtsen", round_year=2026, round_month=11, sk_number=f"SK/{clearance}",
        sk_date=DAY, signatory="Bupati", position="Bupati", **signed,
    )  # fmt: skip
    return {
        "change": one.number, "change_pk": one.pk, "meeting": meeting.pk, "meeting_of": meeting.pk, "decree": decree.pk,
    }  # fmt: skip
