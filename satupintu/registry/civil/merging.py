"""What becomes of answers when two records prove to be one person: they stay with the record that was asked about."""

from satupintu.registry.civil.models import CivilAnswer
from satupintu.registry.people.claims import Keeps

CLAIMS = (Keeps(CivilAnswer, "person", reason="it answers what was asked about that record, by its own NIK"),)
