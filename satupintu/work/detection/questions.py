"""What is asked of the register: whom a sign means, and what was seen of each."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, JSONField, OuterRef, Q, Value
from django.db.models.functions import Cast, JSONObject

from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.registry.people import questions
from satupintu.registry.people.models import Household, HouseholdMember, Person
from satupintu.registry.people.words import Relationship, Variable
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.words import VisitResult
from satupintu.work.detection import rules
from satupintu.work.detection.models import Outreach, Sign
from satupintu.work.detection.rules import Asks
from satupintu.work.detection.words import FirstSign, Paper, Result, Silence

MONTHS = 12
"""After so many months somebody should look again where no sign says otherwise (DTSEN is ranked anew every three)."""


def matching(asks: Asks, area: int, today: date) -> Any:
    """The persons of an area whom a sign means: what `rules.holds` says of one, asked of the register."""
    found = Person.objects.in_area(area).present()
    if asks.age_from is not None:
        found = found.filter(questions.at_least(asks.age_from, today))
    if asks.age_to is not None:
        found = found.filter(questions.younger(asks.age_to + 1, today))
    if asks.sex:
        found = found.filter(sex=asks.sex)
    for name, codes in asks.traits.items():
        found = found.filter(questions.means(Variable(name), *codes))
    for paper in asks.papers:
        found = found.filter(questions.lacks_paper(rules.ADDENDS[Paper(paper)]))
    if asks.without_nik:
        found = found.filter(nik=None)
    if asks.alone:
        found = found.filter(questions.lives_alone())
    if asks.desil_to is not None:
        found = found.annotate(_desil=questions.desil_now()).filter(_desil__lte=asks.desil_to)
    if asks.without_aid:
        found = found.filter(~questions.aided(today))
    if asks.heads:
        seat = HouseholdMember.objects.now().filter(person=OuterRef("pk"), relationship=Relationship.HEAD)
        found = found.filter(Exists(seat))
    if asks.unconfirmed_months is not None:
        found = unconfirmed(found, rules.months_before(today, asks.unconfirmed_months))
    return found


def unconfirmed(people: Any, since: date) -> Any:
    """Of these persons those whom nobody has registered, changed or met since a day, nor changed or confirmed their household.

    One definition for this room's list and for the check of data quality. The index of events by subject serves it.
    """
    changes = Event.objects.filter(kind=Kind.CHANGE, at__date__gte=since)
    mine = changes.filter(subject_type="person", subject_id=OuterRef("pk"))
    of_home = changes.filter(subject_type="household", subject_id=OuterRef("household_id"))
    home = HouseholdMember.objects.now().filter(person=OuterRef("pk")).filter(Exists(of_home))
    met = Visit.objects.filter(person=OuterRef("pk"), on__gte=since, result=VisitResult.MET)
    old = people.filter(registered_at__date__lt=since)
    return old.filter(~Exists(mine), ~Exists(home), ~Exists(met))


def unconfirmed_months(place: int | None) -> int:
    """After how many months the data of a household are to be confirmed again where ``place`` (ten digits) lies.

    The one door for this number: the version of the sign that counts there says it, whether it is looked for or not.
    """
    counting = Sign.objects.counting(place // 10**6 * 10**6 if place else None)
    said = (one.unconfirmed_months for one in counting if one.code == FirstSign.UNCONFIRMED)
    return next(said, None) or MONTHS


def overdue_months(household: Household, today: date) -> int | None:
    """After how many months its data are to be confirmed again, when nobody has changed, met or confirmed them for as long.

    None while they need it not. Asked of its head, as the list does; of whoever lives there where it has none.
    """
    months = unconfirmed_months(household.village_id)
    here = HouseholdMember.objects.now().filter(household=household)
    asked = here.filter(relationship=Relationship.HEAD) if household.head_id else here
    people = Person.objects.present().filter(pk__in=asked.values("person"))
    return months if unconfirmed(people, rules.months_before(today, months)).exists() else None


def to_list(sign: Sign, area: int, today: date) -> Any:
    """Whom the sign means and nobody speaks with or has visited lately: rows id, village_id, facts."""
    found = matching(sign.asks, area, today).filter(~Exists(_visited_lately(sign, today)))
    if sign.silence != Silence.NONE:
        found = found.filter(~Exists(_open_complaint(sign)))
    return found.order_by().annotate(facts=facts(sign.asks, today)).values("id", "village_id", "facts")


def _visited_lately(sign: Sign, today: date) -> Any:
    late = Q(pk__in=[])
    for result in Result:
        since = rules.silent_since(result, sign.quiet_months, today)
        if since is not None:
            late |= Q(result=result, closed_on__gt=since)
    return Outreach.objects.filter(late, code=sign.code, person=OuterRef("pk"))


def _open_complaint(sign: Sign) -> Any:
    """An ordinary one: a gap in the list must not tell of what is kept from some."""
    theirs = Complaint.objects.open().filter(person=OuterRef("pk"), clearance=0)
    return theirs.filter(field=sign.field) if sign.silence == Silence.SAME_FIELD else theirs


def facts(asks: Asks, today: date) -> Any:
    """An expression: what is known of a person as far as the sign asks for it, in codes (see `telling.reason`)."""
    seen: dict[str, Any] = {"age": questions.age_on(today), "dated": Q(birth_date__isnull=False)}
    seen |= {name: F(f"traits__{name}") for name in asks.traits}
    if asks.papers:
        seen["lacks"] = Cast(Value(list(asks.papers), JSONField()), JSONField())
    if asks.desil_to is not None:
        seen["desil"] = questions.desil_now()
    if asks.unconfirmed_months is not None:
        seen["unconfirmed"] = Value(asks.unconfirmed_months)
    flags = {"alone": asks.alone, "no_aid": asks.without_aid, "no_nik": asks.without_nik}
    return JSONObject(**seen, **{name: Value(True) for name, said in flags.items() if said})
