"""What is asked of the register: whom a sign means, and what was seen of each."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, JSONField, OuterRef, Q, Value
from django.db.models.functions import Cast, JSONObject

from satupintu.registry.people import questions
from satupintu.registry.people.models import Person
from satupintu.registry.people.words import Variable
from satupintu.work.complaints.models import Complaint
from satupintu.work.detection import rules
from satupintu.work.detection.models import Outreach, Sign
from satupintu.work.detection.rules import Asks
from satupintu.work.detection.words import Paper, Result, Silence


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
    return found


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
    flags = {"alone": asks.alone, "no_aid": asks.without_aid, "no_nik": asks.without_nik}
    return JSONObject(**seen, **{name: Value(True) for name, said in flags.items() if said})
