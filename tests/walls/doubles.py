"""Records of one person written several times: what matching knows of each place of the world."""

from typing import Any

from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.matching.repointing import repoint
from satupintu.registry.people.models import NameToken, Person


def doubles(maker: Any, person: int) -> dict[str, Any]:
    """A pair that waits for a decision, a record that was merged away, and one that nobody has told of yet."""
    three = [
        Person.objects.create(
            name=maker.word("person", f"double{turn}"),
            nik=maker.number("person", f"double{turn}"),
            mother_name=maker.word("person", f"mother{turn}"),
            village_id=maker.village,
        )
        for turn in range(3)
    ]
    NameToken.objects.renew(three)
    survivor = Person.objects.get(pk=person)
    pair, other = (
        Pair.objects.create(one=survivor, other=double, weight=9.0, levels={"sex": "same"}) for double in three[:2]
    )
    merge = Merge.objects.create(survivor=survivor, merged=three[1], pair=other, by_label="x")
    repoint(merge, survivor, three[1])
    Pair.objects.filter(pk=other.pk).update(state="same", keeps_one=True)
    return {"pair": pair.pk, "merge": merge.pk, "double": three[2].pk}
