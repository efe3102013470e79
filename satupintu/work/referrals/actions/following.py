"""A letter is where the matter behind it is, as sensitive, and in its field: when the matter moves, its letters move too."""

from django.db.models import F

from satupintu.work.referrals.models import Referral


def referrals_follow(origin: tuple[str, int], *, village: int, field: str, clearance: int) -> list[Referral]:
    """Let the letters of a matter, (type, row number), be where it is, as sensitive and in its field; answers them.

    Called by the house, in the transaction of the act. Their papers follow by ``documents.actions.follow``.
    """
    rows = Referral.objects.about(*origin)
    rows.exclude(village=village, field=field, clearance=clearance).order_by().update(
        village=village, field=field, clearance=clearance, version=F("version") + 1
    )
    return list(rows)
