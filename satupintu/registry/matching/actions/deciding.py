"""Deciding whether two records are one person."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.registry.matching.actions.merging import merged_by
from satupintu.registry.matching.models import Pair
from satupintu.registry.matching.words import Decision, PairState
from satupintu.registry.people.models import Person


@action("duplicate.report")
def report(*, by: Any, one: Person, other: Person) -> Pair:
    """Tell of two records that look like one person to somebody who knows them; a pair that is known already stays.

    Raises Refused unless both live in the own area, WrongState when it is the same record.
    """
    start, end = by.span
    if not (start <= one.village_id < end and start <= other.village_id < end):
        raise Refused("Orang ini di luar wilayah penugasan Anda.")
    if one.pk == other.pk:
        raise WrongState("Ini catatan yang sama.", [_("Pilih orang lain.")])
    first, second = sorted((one, other), key=lambda person: person.pk)
    known: Pair | None = Pair.objects.filter(one=first, other=second).first()
    pair = known or Pair.objects.create(one=first, other=second, weight=0.0)
    if known is None:
        record("duplicate.reported", pair, by=by)
    return pair


@action("duplicate.decide")
def decide(pair: Pair, *, by: Any, decision: Decision, survivor: int | None = None) -> Pair:
    """Say whether the two records are one person; ``survivor`` is the number of the record that is to stand.

    Records of one village are merged at once; across villages it is a proposal, until a second officer agrees.
    Raises Refused without a survivor of the pair, WrongState when it is decided already.
    """
    if pair.word is PairState.SAME:
        raise WrongState("Pasangan ini sudah digabung.", [_("Batalkan penggabungannya bila keliru.")])
    if pair.word is PairState.DIFFERENT and decision is not Decision.LATER:
        raise WrongState(
            "Pasangan ini sudah diputuskan berbeda.", [_("Pilih “Putuskan nanti” untuk membukanya kembali.")]
        )
    pair.keeps_one = None
    if decision is Decision.SAME:
        if survivor not in {pair.one_id, pair.other_id}:
            raise Refused("Pilih catatan yang dipertahankan.")
        pair.keeps_one = survivor == pair.one_id
    across = decision is Decision.SAME and pair.is_across
    pair.state = PairState.PROPOSED if across else PairState(decision.value)
    _sign(pair, by)
    record("duplicate.proposed" if across else "duplicate.decided", pair, by=by, decision=decision)
    if pair.word is PairState.SAME:
        merged_by(pair, by=by)
    return pair


@action("duplicate.confirm")
def confirm(pair: Pair, *, by: Any, agrees: bool) -> Pair:
    """Agree, as the second officer, that two records of different villages are one person; or send the pair back.

    Raises WrongState unless it is proposed, Refused for whoever proposed it.
    """
    if pair.word is not PairState.PROPOSED:
        raise WrongState("Pasangan ini tidak sedang menunggu persetujuan.")
    proposer = pair.decided_by
    if proposer is None or proposer.account_id == by.account_id:
        raise Refused("Persetujuan diberikan oleh petugas lain, bukan oleh yang mengusulkan.")
    pair.state = PairState.SAME if agrees else PairState.OPEN
    if not agrees:
        pair.keeps_one = None
    _sign(pair, by)
    record("duplicate.confirmed" if agrees else "duplicate.sent_back", pair, by=by)
    if agrees:
        merged_by(pair, by=by)
    return pair


def _sign(pair: Pair, by: Any) -> None:
    pair.decided_by_id, pair.decided_by_label, pair.decided_at = by.pk, by.label[:200], timezone.now()
    pair.save()
