"""Who lives together: household compositions for people who do not exist, as plain drafts without names or numbers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from satupintu.cast.naming import Urn
from satupintu.lib.nik import Sex

AS_OF = date(2026, 6, 30)
"""The day the population is taken; nothing in it is later."""

HEAD, HUSBAND, WIFE, CHILD, IN_LAW, GRANDCHILD, PARENT, PARENT_IN_LAW, RELATIVE = "123456789"
NEVER, MARRIED, DIVORCED, WIDOWED = "1234"


@dataclass(eq=False, slots=True)
class Draft:
    """Somebody in a household. Relations are codes of the village register (SHDK), marriage of BDT 2015."""

    sex: Sex
    born: date
    relation: str
    married: str = NEVER
    mother: "Draft | None" = None
    father: "Draft | None" = None
    card: int = 0
    card_relation: str = field(default="")

    @property
    def age(self) -> int:
        return AS_OF.year - self.born.year - ((AS_OF.month, AS_OF.day) < (self.born.month, self.born.day))


def compose(dice: Random) -> list[Draft]:
    """A household, its head first. Every member has a family card number (0, 1, …) and a relation on it."""
    members = _KINDS.draw(dice)(dice)
    if dice.random() < 0.05:
        members.append(_single(dice, dice.randint(8, 45), RELATIVE))
    for member in members:
        member.card_relation = member.card_relation or member.relation
    return members


def _person(dice: Random, age: int, sex: Sex, relation: str, married: str = NEVER) -> Draft:
    born = AS_OF - timedelta(days=int(age * 365.25) + dice.randint(0, 364))
    if born.year < 1965 and dice.random() < 0.25:  # elders often have a date that an office chose
        born = dice.choice((date(born.year, 12, 31), date(born.year, 7, 1)))
    return Draft(sex, born, relation, married)


def _sex(dice: Random) -> Sex:
    return Sex.MALE if dice.random() < 0.505 else Sex.FEMALE


def _single(dice: Random, age: int, relation: str) -> Draft:
    return _person(dice, age, _sex(dice), relation)


def _couple(dice: Random, age: int, man_is: str = HEAD, woman_is: str = WIFE) -> tuple[Draft, Draft]:
    man = _person(dice, age, Sex.MALE, man_is, MARRIED)
    younger_by = max(-2, round(dice.gauss(3.5, 3.5)))
    woman = _person(dice, max(19, age - younger_by), Sex.FEMALE, woman_is, MARRIED)
    return man, woman


def _children(
    dice: Random, mother: Draft, father: Draft | None, relation: str = CHILD, at_least: int = 0
) -> list[Draft]:
    """Children still at home: births from the mother's 19th year to her 41st, the grown ones mostly gone."""
    found: list[Draft] = []
    age_at_birth = dice.randint(19, 27)
    wanted = max(at_least, round(dice.gauss(2.6, 1.2)))
    while wanted > 0 and age_at_birth <= min(41, mother.age - (0 if dice.random() < 0.5 else 1)):
        age = mother.age - age_at_birth
        stays = age < 19 or dice.random() < max(0.1, 0.75 - (age - 19) * 0.06)
        if stays or len(found) < at_least:
            child = _single(dice, max(0, age), relation)
            child.mother, child.father = mother, father
            found.append(child)
        wanted -= 1
        age_at_birth += dice.randint(2, 6)
    return found


def _nuclear(dice: Random) -> list[Draft]:
    man, woman = _couple(dice, dice.choices((28, 38, 48, 58), (25, 36, 27, 12))[0] + dice.randint(-5, 5))
    return [man, woman, *_children(dice, woman, man, at_least=1)]


def _couple_alone(dice: Random) -> list[Draft]:
    return list(_couple(dice, dice.randint(21, 29) if dice.random() < 0.35 else dice.randint(52, 82)))


def _with_parents(dice: Random) -> list[Draft]:
    """A couple with children and a parent or two; the parent may keep a family card of their own."""
    members = _nuclear(dice)
    man, woman = members[0], members[1]
    of_wife = dice.random() < 0.4
    elder = max(man.age, woman.age) + dice.randint(20, 30)
    relation = PARENT_IN_LAW if of_wife else PARENT
    own_card = dice.random() < 0.3
    mother = _person(dice, min(elder, 95), Sex.FEMALE, relation, WIDOWED)
    elders = [mother]
    if dice.random() < 0.3:
        father = _person(dice, min(elder + 3, 97), Sex.MALE, relation, MARRIED)
        mother.married = MARRIED
        elders.insert(0, father)
    if own_card:
        for elder_draft, on_card in zip(elders, (HEAD, WIFE), strict=False):
            elder_draft.card, elder_draft.card_relation = 1, on_card
    (woman if of_wife else man).mother = mother
    return members + elders


def _with_grandchildren(dice: Random) -> list[Draft]:
    """An elder couple, a married child with the child-in-law and their children, often on a second family card."""
    man, woman = _couple(dice, dice.randint(48, 74))
    age = min(dice.randint(20, 34), woman.age - 18)
    daughter_stays = dice.random() < 0.6
    husband, wife = _couple(dice, max(age, 20), *((IN_LAW, CHILD) if daughter_stays else (CHILD, IN_LAW)))
    own = wife if daughter_stays else husband
    own.mother, own.father = woman, man
    grandchildren = _children(dice, wife, husband, GRANDCHILD, at_least=1)
    if dice.random() < 0.5:
        for member, relation in ((husband, HEAD), (wife, WIFE), *((g, CHILD) for g in grandchildren)):
            member.card, member.card_relation = 1, relation
    younger = [_single(dice, dice.randint(10, 18), CHILD)] if dice.random() < 0.35 and woman.age < 58 else []
    for child in younger:
        child.mother, child.father = woman, man
    return [man, woman, *younger, own, wife if own is husband else husband, *grandchildren]


def _widow(dice: Random) -> list[Draft]:
    head = _person(dice, dice.randint(36, 72), Sex.FEMALE, HEAD, WIDOWED)
    return [head, *_children(dice, head, None, at_least=1)]


def _divorced(dice: Random) -> list[Draft]:
    head = _person(dice, dice.randint(24, 48), Sex.FEMALE if dice.random() < 0.85 else Sex.MALE, HEAD, DIVORCED)
    return [head, *_children(dice, head, None, at_least=1)]


def _husband_away(dice: Random) -> list[Draft]:
    head = _person(dice, dice.randint(24, 50), Sex.FEMALE, HEAD, MARRIED)
    return [head, *_children(dice, head, None, at_least=1)]


def _widower(dice: Random) -> list[Draft]:
    head = _person(dice, dice.randint(45, 75), Sex.MALE, HEAD, WIDOWED)
    children = [_single(dice, dice.randint(8, min(30, head.age - 22)), CHILD) for _ in range(dice.randint(1, 2))]
    for child in children:
        child.father = head
    return [head, *children]


def _grandparents(dice: Random) -> list[Draft]:
    """Children left with their grandparents while the parents work elsewhere."""
    if dice.random() < 0.5:
        elders = list(_couple(dice, dice.randint(52, 75)))
    else:
        elders = [_person(dice, dice.randint(52, 78), Sex.FEMALE, HEAD, WIDOWED)]
    return elders + [_single(dice, dice.randint(2, 17), GRANDCHILD) for _ in range(dice.randint(1, 2))]


def _alone(dice: Random) -> list[Draft]:
    if dice.random() < 0.7:
        sex = Sex.FEMALE if dice.random() < 0.75 else Sex.MALE
        return [_person(dice, dice.randint(60, 90), sex, HEAD, WIDOWED if dice.random() < 0.88 else NEVER)]
    age = dice.randint(20, 59)
    status = NEVER if dice.random() < 0.6 else DIVORCED
    return [_person(dice, age, _sex(dice), HEAD, status)]


_KINDS: Urn[Callable[[Random], list[Draft]]] = Urn(
    (
        (_nuclear, 49), (_couple_alone, 9), (_with_parents, 8), (_with_grandchildren, 10), (_widow, 8.5), (_divorced, 2.5),
        (_husband_away, 3), (_widower, 1.5), (_grandparents, 3), (_alone, 7.5),
    )
)  # fmt: skip
