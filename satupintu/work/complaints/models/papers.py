"""Papers that a service asks for, ticked as seen: what is there, what is missing."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from satupintu.work.catalogue.models import Requirement, RequirementSet
from satupintu.work.complaints.models.complaint import Complaint
from satupintu.work.complaints.models.deeds import Deed


class PaperCheck(Deed):
    """Pemeriksaan berkas: which papers of a list somebody has seen. The newest one tells how it stands."""

    PERSONAL = frozenset[str]()
    NOT_PERSONAL = frozenset("id complaint requirements seen complete by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="paper_checks")
    requirements = models.ForeignKey(RequirementSet, models.PROTECT, related_name="+")
    seen = ArrayField(models.BigIntegerField(), default=list)
    complete = models.BooleanField()

    def missing(self) -> list[Requirement]:
        """The obligatory papers that nobody has seen yet, in the order of the list."""
        return [line for line in self.requirements.lines.all() if line.obligatory and line.pk not in self.seen]
