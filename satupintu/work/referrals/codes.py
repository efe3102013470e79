"""Codes for answering a letter: how one is made again, and what the table keeps of it. 80 bits."""

import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

from satupintu.lib import printed_codes
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.referrals.models import Pass, Referral


def code_of(pass_number: int) -> str:
    """The code of a pass as it is printed, ``K3QF-9M2P-…``: 80 bits, four groups of four letters and digits.

    It follows from the number of the pass and the house's secret, so a paper can be printed again.
    """
    digest = salted_hmac("referrals.pass", str(pass_number), algorithm="sha256").digest()
    return printed_codes.grouped(printed_codes.of(digest))


def browser_fingerprint(secret: str) -> str:
    """What the table keeps of a browser's secret."""
    return printed_codes.digest_of(secret.upper())


def new_browser_secret() -> str:
    """What a browser is recognised by after it has opened a letter: 160 bits."""
    return secrets.token_hex(20)


def secret_for(seed: str, code: str) -> str:
    """The secret for the letter of a code, of a browser with that seed: another one for each letter, the same each time."""
    return salted_hmac("referrals.browser", f"{seed}:{fingerprint(code)}", algorithm="sha256").hexdigest()[:40]


def printed_code(referral: Referral) -> str:
    """The code that stands on the paper of a letter: of its living pass, "" when there is none.

    Also when the house's secret has changed since: the paper that went out still works, but cannot be made again.
    """
    one = referral.passes.live().last()
    code = code_of(one.pk) if one else ""
    return code if one and constant_time_compare(fingerprint(code), one.digest) else ""


def of_code(code: str) -> Pass | None:
    """The living pass that a typed code belongs to, if the scope holds the same proof."""
    return Pass.objects.live().filter(digest=fingerprint(code)).first()


def of_browser(secret: str) -> Pass | None:
    """The living pass that a browser has opened before, if the scope holds the same proof."""
    return Pass.objects.live().filter(browser=browser_fingerprint(secret)).first()
