"""Writing down how somebody may be reached."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.registry.people import rules
from satupintu.registry.people.models import Contact, Person
from satupintu.registry.people.words import Introduction, SafeContact


@dataclass(frozen=True, slots=True)
class Reachable:
    """How somebody says that they may be reached."""

    rule: SafeContact
    introduction: Introduction = Introduction.HIDE
    phone: str = ""
    email: str = ""
    ask_for: str = ""
    best_time: str = ""


@action("contact.record")
def record_contact(person: Person, *, by: Any, how: Reachable) -> Contact:
    """Write down how a person may be reached; it takes the place of what was said before, which is kept.

    Raises WrongState where calling or writing is allowed and there is nothing to call or write to.
    """
    if not rules.reachable(how.rule, phone=how.phone, email=how.email):
        raise WrongState("Tulis nomor telepon atau alamat surel.", [_("Atau pilih “Hanya bertemu langsung”.")])
    now = Contact.objects.now().filter(person=person)
    before = now.first()
    if before and all(getattr(before, name) == value for name, value in asdict(how).items()):
        return before
    now.update(replaced_at=timezone.now())
    made: Contact = Contact.objects.create(person=person, recorded_label=by.label[:200], **asdict(how))
    record("contact.recorded", made, by=by, rule=how.rule)
    return made
