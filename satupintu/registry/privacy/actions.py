"""What may be done about requests: the only place that writes."""

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import draw
from satupintu.registry.people import actions as people
from satupintu.registry.people.models import Person, Restriction
from satupintu.registry.privacy import copying, erasing, rules
from satupintu.registry.privacy.models import DataRequest, HandedCopy, LegalHold
from satupintu.registry.privacy.words import Asker, Proof, RequestKind, RequestState


@action("privacy.ask")
def ask(
    person: Person,
    *,
    by: Appointment,
    kind: RequestKind,
    asker: Asker,
    proof: Proof,
    asker_name: str = "",
    ground: str = "",
) -> DataRequest:
    """Write down that somebody asks about a person's data and which paper they showed; three days run from now.

    Raises WrongState when that paper does not show that they may ask, or when they may not ask this at all.
    """
    now = timezone.now()
    if not rules.proves(asker, proof):
        raise WrongState("Bukti ini tidak menunjukkan bahwa ia berhak meminta.")
    if not rules.may_ask(asker, person.age(timezone.localdate()), kind):
        raise WrongState("Ia tidak dapat meminta ini untuk orang tersebut; minta kuasa tertulis dari orangnya sendiri.")
    made = DataRequest(
        number=next_number("PD", by.office.code, timezone.localdate().year),
        kind=kind,
        person=person,
        village_id=person.village_id,
        asker=asker,
        asker_name="" if asker is Asker.SELF else " ".join(asker_name.split()),
        proof=proof,
        ground=ground,
        asked_at=now,
        due_at=rules.due(now),
        office=by.office,
        asked_by=by,
        asked_account_id=by.account_id,
        asked_label=by.label,
    )
    made.save()
    record("privacy.asked", made, by=by, kind=kind, asker=asker)
    return made


@action("privacy.hand_copy")
def hand_copy(request: DataRequest, *, by: Appointment) -> HandedCopy:
    """Make the copy that was asked for, with a mark of its own; that answers the request."""
    _must_wait(request, RequestKind.COPY)
    told = copying.gathered(request.person, request.asker_word, clearance_of(by.role))
    counts = {one.name: len(one.rows) for one in told}
    made = HandedCopy.objects.create(request=request, mark=draw(), tables=counts, by=by, by_label=by.label)
    _answered(request, RequestState.ANSWERED, by, "")
    record("privacy.copy_handed", request, by=by, asker=request.asker, rows=sum(counts.values()))
    return made


@action("privacy.restrict")
def restrict(request: DataRequest, *, by: Appointment, text: str = "") -> DataRequest:
    """Let the person's data rest, as was asked. Raises WrongState when they do already."""
    _must_wait(request, RequestKind.RESTRICTION)
    people.restrict(request.person, by=by, request=request.number)
    _answered(request, RequestState.ANSWERED, by, text)
    record("privacy.granted", request, by=by, kind=request.kind)
    return request


@action("privacy.answer")
def answer(request: DataRequest, *, by: Appointment, text: str) -> DataRequest:
    """Say what was put right: the correction itself is a change of the person or a proposal, made where those are made."""
    _must_wait(request, RequestKind.CORRECTION)
    _answered(request, RequestState.ANSWERED, by, text)
    record("privacy.granted", request, by=by, kind=request.kind)
    return request


@action("privacy.hold")
def hold(person: Person, *, by: Appointment, reason: str) -> LegalHold:
    """Let nothing of a person be erased while a matter of law needs it. Raises WrongState when a hold stands already."""
    if LegalHold.objects.standing().filter(person=person).exists():
        raise WrongState("Penahanan hukum sudah dipasang untuk orang ini.")
    made = LegalHold.objects.create(
        person=person, village_id=person.village_id, reason=reason, set_by=by, set_label=by.label
    )
    record("privacy.held", person, by=by)
    return made


@action("privacy.release")
def release(person: Person, *, by: Appointment) -> None:
    """Let a hold go. Raises WrongState when none stands."""
    ended = {"released_at": timezone.now(), "released_label": by.label}
    if not LegalHold.objects.standing().filter(person=person).update(**ended):
        raise WrongState("Tidak ada penahanan hukum untuk orang ini.")
    record("privacy.released", person, by=by)


@action("privacy.erase")
def erase(request: DataRequest, *, by: Appointment) -> DataRequest:
    """Erase what says who the person is: asked for by one officer, carried out by the house in the name of another.

    Raises WrongState with a sentence while a hold, an open matter or a letter that must be kept stands in the way.
    """
    _must_wait(request, RequestKind.ERASURE)
    if blocks := erasing.in_the_way(request.person, timezone.localdate()):
        reasons = " ".join(blocks)
        raise WrongState(reasons)
    if not Restriction.objects.standing().filter(person=request.person_id).exists():
        people.restrict(request.person, by=by, request=request.number)
    rows = erasing.erase(request.person)
    request.refresh_from_db()
    _answered(request, RequestState.ANSWERED, by, "")
    record("privacy.erased", request, by=by, rows=rows)
    return request


@action("privacy.refuse")
def refuse(request: DataRequest, *, by: Appointment, text: str) -> DataRequest:
    """Refuse a request, with the reason that is told to whoever asked."""
    _must_wait(request, *RequestKind)
    _answered(request, RequestState.REFUSED, by, text)
    record("privacy.refused", request, by=by, kind=request.kind)
    return request


def _must_wait(request: DataRequest, *kinds: RequestKind) -> None:
    if not request.is_open:
        now = _("Permintaan ini sudah berstatus “%(status)s”.") % {"status": request.state_word.label}
        raise WrongState(now)
    if request.kind_word not in kinds:
        raise WrongState("Langkah ini bukan untuk permintaan seperti ini.")


def _answered(request: DataRequest, state: RequestState, by: Appointment, text: str) -> None:
    request.state, request.answer = state, text
    request.answered_by, request.answered_label, request.answered_at = by, by.label, timezone.now()
    request.save()
