"""What the page of a complaint says about the papers that its service asks for."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import badge
from satupintu.work.catalogue.models import Requirement
from satupintu.work.complaints.actions.papers import requirements_of
from satupintu.work.complaints.models import Complaint, PaperCheck


@dataclass(frozen=True)
class Asked:
    """The service, its papers with whether each was seen, and the last check; no check yet: None."""

    service: str
    lines: list[tuple[Requirement, bool]]
    check: PaperCheck | None

    @property
    def missing(self) -> list[Requirement]:
        """The obligatory papers that nobody has seen yet."""
        return [line for line, seen in self.lines if line.obligatory and not seen]

    @property
    def state(self) -> SafeString | str:
        """Complete, or how many are missing; nothing before the first check."""
        if self.check is None:
            return ""
        if not self.missing:
            return badge(_("Berkas lengkap"), "done")
        count = len(self.missing)
        return badge(_("Kurang %(count)s berkas") % {"count": count}, "waiting")


def requirements(complaint: Complaint) -> Asked | None:
    """The papers of a complaint: of the list that was last checked, else of the one in force at receipt.

    None when no service was chosen. A check for another service no longer counts.
    """
    if complaint.service is None:
        return None
    checks = complaint.paper_checks.filter(requirements__service=complaint.service_id)
    check = checks.select_related("requirements").last()
    asked = check.requirements if check else requirements_of(complaint)
    seen = set(check.seen) if check else set()
    lines = [(line, line.pk in seen) for line in asked.lines.all()] if asked else []
    return Asked(complaint.service.label, lines, check)
