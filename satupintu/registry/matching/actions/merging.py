"""Merging two records, which deciding does, and undoing it."""

from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access import house
from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.matching.repointing import repoint, restore
from satupintu.registry.matching.words import PairState
from satupintu.registry.people.actions import may_be_changed
from satupintu.registry.people.claimed import unclaimed
from satupintu.registry.people.models import Person


def merged_by(pair: Pair, *, by: Any) -> Merge:
    """Merge the records of a pair as ``pair.keeps_one`` says. Part of a decision, in its transaction.

    Rows of every room follow, wherever they lie and however sealed: so the house moves them, in the officer's name.
    Raises WrongState when either record stands for nobody any more, or their data rest; RuntimeError when a room claims
    not all its rows.
    """
    if missing := unclaimed():
        raise RuntimeError(f"nobody says what becomes of {', '.join(missing)}")
    one, other = _locked(pair.one_id, pair.other_id)
    if one.merged_into_id or other.merged_into_id:
        raise WrongState("Salah satu catatan ini sudah digabung.", [_("Muat ulang daftar data ganda.")])
    may_be_changed(one.pk, other.pk)
    survivor, merged = (one, other) if pair.keeps_one else (other, one)
    with house("Menggabungkan catatan ganda", quietly=True):
        merge = Merge.objects.create(survivor=survivor, merged=merged, pair=pair, by_id=by.pk, by_label=by.label[:200])
        rows = repoint(merge, survivor, merged)
    record("person.merged", survivor, by=by, rows=rows)
    record("person.merged_away", merged, by=by)
    return merge


@action("duplicate.undo")
def undo(merge: Merge, *, by: Any) -> Merge:
    """Take a merge back: every row that it changed is as it was, unless somebody has changed it since.

    Raises WrongState when it is undone already, or a later merge touches one of the two records.
    """
    survivor, merged = _locked(merge.survivor_id, merge.merged_id)
    if merge.undone_at is not None:
        raise WrongState("Penggabungan ini sudah dibatalkan.")
    may_be_changed(survivor.pk, merged.pk)
    with house("Membatalkan penggabungan", quietly=True):
        later = Merge.objects.standing().touching(survivor.pk, merged.pk).filter(pk__gt=merge.pk)
        if later.exists():
            raise WrongState(
                "Ada penggabungan yang lebih baru pada orang ini.", [_("Batalkan dulu penggabungan yang lebih baru.")]
            )
        rows = restore(merge)
        Merge.objects.filter(pk=merge.pk).update(undone_at=timezone.now(), undone_by_label=by.label[:200])
        pair = Pair.objects.select_for_update().get(pk=merge.pair_id)
        pair.state, pair.keeps_one = PairState.OPEN, None
        pair.save()
    record("person.unmerged", survivor, by=by, rows=rows)
    record("person.restored", merged, by=by)
    merge.refresh_from_db()
    return merge


def _locked(first: int, second: int) -> tuple[Person, Person]:
    """Both records, locked. One merge of the house is carried out at a time, and so is one undoing.

    Rows of every room follow a record: two merges at once could each hold a row that the other needs, and wait forever.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('matching.merge'))")
    found = Person.everyone.select_for_update(of=("self",)).filter(pk__in=[first, second]).order_by("pk")
    people = {person.pk: person for person in found}
    if len(people) != 2:
        raise Refused("Data ini tidak ditemukan.")
    return people[first], people[second]
