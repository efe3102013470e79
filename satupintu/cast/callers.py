"""Who comes, about whom, how, and what they say: the beginning of a complaint on plain values."""

from collections.abc import Callable, Sequence
from random import Random

from satupintu.cast.life import Caller, Resident
from satupintu.cast.naming import Urn, name
from satupintu.cast.telling import say, tell
from satupintu.cast.topics import TOPICS, About, Topic
from satupintu.lib.names import title_case
from satupintu.lib.nik import Sex
from satupintu.work.complaints.words import Channel, Relation, Sensitivity, Urgency

Suits = Callable[[Topic], bool]
_TOPIC: Urn[Topic] = Urn((topic, topic.weight) for topic in TOPICS)
_CHANNEL: Urn[Channel] = Urn(
    [
        (Channel.WALK_IN, 50),
        (Channel.OUTREACH, 30),
        (Channel.PHONE, 14),
        (Channel.LETTER, 3),
        (Channel.OTHER_APP, 3),
    ]
)
_RELATION: Urn[Relation] = Urn(
    [
        (Relation.SELF, 46),
        (Relation.FAMILY, 27),
        (Relation.NEIGHBOUR, 9),
        (Relation.LOCAL, 11),
        (Relation.PROXY, 2),
        (Relation.INSTITUTION, 3),
        (Relation.ANONYMOUS, 2),
    ]
)
_OTHERS = {
    Relation.NEIGHBOUR: ("tetangga saya", "anak tetangga saya", "keluarga tetangga saya"),
    Relation.LOCAL: ("seorang warga kami", "seorang anak di RT kami", "satu keluarga di RT kami"),
    Relation.PROXY: ("orang yang saya wakili", "anak yang saya wakili", "keluarga yang saya wakili"),
    Relation.INSTITUTION: (
        "seorang warga dampingan kami",
        "seorang anak dampingan kami",
        "satu keluarga dampingan kami",
    ),
    Relation.ANONYMOUS: ("seorang warga", "seorang anak di kampung ini", "satu keluarga di kampung ini"),
}


def draw(dice: Random, residents: Sequence[Resident], year: int, suits: Suits | None = None) -> Caller:
    """Somebody with a matter, of a topic that `suits`; about a resident, a household, or nobody known."""
    topic = _TOPIC.draw(dice)
    while suits is not None and not suits(topic):
        topic = _TOPIC.draw(dice)
    resident = _concerned(dice, topic, residents, year)
    relation = _relation(dice, topic, resident, year)
    person = resident if topic.about is not About.HOUSEHOLD else None
    if relation is Relation.ANONYMOUS and topic.sealed:
        relation = Relation.NEIGHBOUR
    reporter = _reporter(dice, topic, relation, resident)
    return Caller(
        topic=topic,
        person=person,
        household=resident.household if resident else None,
        about=reporter if relation is Relation.SELF and resident is None else _about(dice, topic, resident),
        text=tell(
            dice,
            topic.told,
            often=0.6 if topic.kind == "grievance" else 0,
            dia=_them(dice, topic, resident, relation, year),
        ),
        wish=say(dice, topic.wish) if dice.random() < 0.7 else "",
        relation=relation,
        reporter=reporter,
        phone="" if relation is Relation.ANONYMOUS or dice.random() < 0.3 else f"0800 555 {dice.randint(0, 9999):04d}",
        channel=_CHANNEL.draw(dice),
        urgency=_urgency(dice, topic),
        sensitivity=list(Sensitivity)[topic.sealed],
    )


def _concerned(dice: Random, topic: Topic, residents: Sequence[Resident], year: int) -> Resident | None:
    if topic.about is About.NOBODY or not residents or dice.random() < 0.07:
        return None
    for _ in range(60):
        one = dice.choice(residents)
        if topic.about is About.HOUSEHOLD or topic.about.fits(year - one.born, female=one.female):
            return one
    return None


def _about(dice: Random, topic: Topic, resident: Resident | None) -> str:
    if resident is not None:
        return f"Keluarga {title_case(resident.head)}" if topic.about is About.HOUSEHOLD else title_case(resident.name)
    if topic.about is About.NOBODY or dice.random() < 0.5:
        return ""
    return name(dice, dice.choice(list(Sex)), 1985)


def _relation(dice: Random, topic: Topic, resident: Resident | None, year: int) -> Relation:
    relation = _RELATION.draw(dice)
    grown = topic.about in {About.HOUSEHOLD, About.ADULT, About.ELDER, About.MOTHER} or (
        topic.about is About.ANYBODY and resident is not None and year - resident.born >= 17
    )
    if topic.about is About.NOBODY and relation in {Relation.SELF, Relation.FAMILY, Relation.PROXY}:
        return Relation.LOCAL if dice.random() < 0.6 else Relation.NEIGHBOUR
    return Relation.FAMILY if relation is Relation.SELF and not grown else relation


def _them(dice: Random, topic: Topic, resident: Resident | None, relation: Relation, year: int) -> str:
    whole = topic.about is About.HOUSEHOLD
    age = year - resident.born if resident else sum(topic.about.value) // 2
    female = resident.female if resident else topic.about is About.MOTHER or dice.random() < 0.5
    if relation in _OTHERS:
        return _OTHERS[relation][2 if whole else 1 if 0 <= age < 18 else 0]
    if relation is Relation.SELF:
        return "keluarga saya" if whole else "saya"
    if whole:
        return dice.choice(("keluarga saudara saya", "keluarga orang tua saya", "keluarga mertua saya"))
    if age < 18:
        return dice.choice(("anak saya", "anak saya", "cucu saya", "keponakan saya"))
    if age >= 60:
        return dice.choice(("ibu saya", "nenek saya") if female else ("ayah saya", "kakek saya"))
    return dice.choice(("istri saya", "saudara perempuan saya") if female else ("suami saya", "saudara saya"))


def _reporter(dice: Random, topic: Topic, relation: Relation, resident: Resident | None) -> str:
    if relation is Relation.ANONYMOUS:
        return ""
    if relation is Relation.SELF and resident is not None:
        return title_case(resident.head if topic.about is About.HOUSEHOLD else resident.name)
    return name(dice, dice.choice(list(Sex)), dice.randint(1960, 1998))


def _urgency(dice: Random, topic: Topic) -> Urgency:
    chance = dice.random()
    if chance < topic.emergency:
        return Urgency.EMERGENCY
    return Urgency.SOON if chance < topic.emergency + topic.soon else Urgency.ORDINARY
