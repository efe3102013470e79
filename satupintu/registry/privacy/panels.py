"""What the page of a person shows of privacy: requests, a restriction, the way to who looked."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Task, badge
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Person, Restriction
from satupintu.registry.people.panels import Panel
from satupintu.registry.privacy.desk.requests import TONES, clock
from satupintu.registry.privacy.models import DataRequest, LegalHold

SHOWN = 10


def requests(person: Person, by: Appointment) -> Panel | None:
    """What was asked about these data, for officers with the right; that the data rest is said to everybody."""
    rests = Restriction.objects.standing().filter(person=person).first()
    reads = allows(by, "privacy.read")
    if not reads and rests is None:
        return None
    found: Iterable[DataRequest] = DataRequest.objects.of_person(person)[:SHOWN] if reads else ()
    tasks = [
        Task(
            title=one.kind_word.label,
            url=one.address,
            what=one.number,
            where=one.asker_word.label,
            state=badge(one.state_word.label, TONES[one.state_word]),
            due=clock(one),
        )
        for one in found
    ]
    held = LegalHold.objects.standing().filter(person=person).exists()
    verb, noun = ("privacy.release", "pencabutan-penahanan") if held else ("privacy.hold", "penahanan")
    hold = f"/orang/{person.pk}/{noun}/" if allows(by, verb, person) else ""
    context = {
        "held": held,
        "tasks": tasks,
        "rests": rests is not None,
        "since": rests.since if rests else None,
        "ask": f"/orang/{person.pk}/permintaan-data/" if allows(by, "privacy.ask", person) else "",
        "hold": hold,
        "readers": f"/orang/{person.pk}/pembaca/" if allows(by, "privacy.hand_copy") else "",
    }
    return Panel(_("Hak atas data pribadi"), "privacy/panel.html", context, beside=True)
