"""Codes for a receiver without an account: give one, take it back, bind it to the browser that opens it first."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access import Guest
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.referrals import rules
from satupintu.work.referrals.codes import browser_fingerprint, code_of
from satupintu.work.referrals.models import Pass, Referral


@action("referral.issue_pass")
def issue_pass(referral: Referral, *, by: Appointment) -> Pass:
    """Give the receiver a code to answer with (`codes.printed_code`). An older one of the letter ends with it.

    Raises WrongState for a letter that has its answer.
    """
    _must_be_open(referral)
    now = timezone.now()
    referral.passes.filter(revoked_at=None, used_at=None).update(revoked_at=now)
    made = referral.passes.create(
        digest=fingerprint(f"{referral.number}{now.isoformat()}"),
        issued_by=by,
        issued_label=by.label,
        expires_at=now + timedelta(days=rules.PASS_DAYS),
    )
    made.digest = fingerprint(code_of(made.pk))
    made.save(update_fields=["digest"])
    record("referral.pass_issued", referral, by=by, number=made.pk)
    return made


@action("referral.revoke_pass")
def revoke_pass(referral: Referral, *, by: Appointment) -> Referral:
    """Take the code back: from now on it opens nothing. Raises WrongState when there is none."""
    if not referral.passes.live().update(revoked_at=timezone.now()):
        raise WrongState(_("Tidak ada kode jawaban yang berlaku untuk surat ini."))
    record("referral.pass_revoked", referral, by=by)
    return referral


@action("referral.bind_pass")
def bind_pass(referral: Referral, *, by: Guest, number: int, secret: str) -> Referral:
    """Bind the code with that number to the browser that opens it first; from then on it opens the letter nowhere else.

    Raises WrongState when another browser was first, or the code no longer opens anything.
    """
    free = referral.passes.live().filter(pk=number, browser="")
    if not free.update(browser=browser_fingerprint(secret), bound_at=timezone.now()):
        raise WrongState(_("Kode ini tidak dikenal atau sudah tidak berlaku."))
    record("referral.pass_opened", referral, by=by, number=number)
    return referral


def _must_be_open(referral: Referral) -> None:
    if referral.status_word not in rules.OPEN:
        raise WrongState(_("Surat ini sudah dijawab, jadi tidak perlu kode jawaban."))
