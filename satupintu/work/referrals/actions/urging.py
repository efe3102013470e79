"""What the sender may do while a letter lies with its receiver: remind, bring it before a superior, withdraw it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.referrals import rules
from satupintu.work.referrals.actions.answering import write_and_record
from satupintu.work.referrals.models import Referral, Reply
from satupintu.work.referrals.words import ReplyKind
from satupintu.work.routing.directory import offices_above


@action("referral.withdraw")
def withdraw(referral: Referral, *, by: Appointment, text: str) -> Reply:
    """Take the letter back, and say why; its matter goes back to whoever decides."""
    return write_and_record(referral, ReplyKind.WITHDRAWN, by=by, text=text)


@action("referral.remind")
def remind(referral: Referral, *, by: Appointment, text: str = "") -> Reply:
    """Remind the receiver. Raises WrongState when that was done today already."""
    before = referral.last_moment(ReplyKind.REMINDED)
    if not rules.may_remind(timezone.localdate(before) if before else None, timezone.localdate()):
        raise WrongState(_("Penerima sudah diingatkan hari ini. Ingatkan lagi besok."))
    return write_and_record(referral, ReplyKind.REMINDED, by=by, text=text)


@action("referral.escalate")
def escalate(referral: Referral, *, by: Appointment, to: Office, text: str) -> Reply:
    """Bring a letter that lies too long before a superior, and say why. From then on that office reads it too.

    Raises WrongState while there is still time, Refused for an office that is no superior of either end.
    """
    if referral.raised_to_id is not None:
        raise WrongState(_("Surat ini sudah diteruskan ke atasan."))
    if not rules.may_escalate(referral.due_at, referral.last_moment(ReplyKind.REMINDED), timezone.now()):
        raise WrongState(
            _("Batas waktunya belum lewat. Ingatkan dulu penerima; dua hari kemudian boleh diteruskan ke atasan.")
        )
    if to not in superiors(referral):
        raise Refused("Kantor itu bukan atasan pengirim atau penerima surat ini.")
    referral.raised_to = to
    return write_and_record(referral, ReplyKind.ESCALATED, by=by, text=text)


def superiors(referral: Referral) -> list[Office]:
    """Whom a letter may be brought before: the offices above its sender and above its receiver, the nearest first."""
    ends, today = (referral.from_office, referral.to_office), timezone.localdate()
    found = {one.pk: one for end in ends for one in offices_above(end, today=today)}
    return [one for number, one in found.items() if number not in {end.pk for end in ends}]
