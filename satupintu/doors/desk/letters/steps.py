"""The steps that officers take with a letter: address, verb, form and words of each."""

from django.utils.translation import gettext_noop as _

from satupintu.doors.desk.letters import forms
from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.models import Letter
from satupintu.engine.documents.words import LetterState, LetterWait
from satupintu.foundation.access.steps import Step

INITIAL = Step(
    "paraf", "letter.initial", letters.initial, forms.InitialForm, _("Paraf"), _("Bubuhkan paraf"), _("Surat diparaf.")
)
SIGN = Step(
    "tanda-tangan",
    "letter.sign",
    letters.sign,
    forms.SignForm,
    _("Tanda tangani"),
    _("Tanda tangani surat"),
    _("Surat ditandatangani."),
)
REPAIR = Step(
    "perbaikan",
    "letter.change",
    letters.change,
    forms.RepairForm,
    _("Perbaiki konsep"),
    _("Simpan dan ajukan lagi"),
    _("Konsep diperbaiki dan diajukan."),
)
RETURN = Step(
    "pengembalian",
    "letter.return",
    letters.return_,
    forms.ReasonForm,
    _("Kembalikan untuk diperbaiki"),
    _("Kembalikan"),
    _("Surat dikembalikan kepada penyusun."),
)
REVOKE = Step(
    "pencabutan",
    "letter.revoke",
    letters.revoke,
    forms.ReasonForm,
    _("Cabut surat"),
    _("Cabut surat"),
    _("Surat dicabut."),
    danger=True,
)
STEPS = (INITIAL, SIGN, REPAIR, RETURN, REVOKE)


def possible(letter: Letter) -> list[Step]:
    """The steps that fit where the letter stands, the next one first."""
    first = {
        LetterWait.INITIAL: [INITIAL],
        LetterWait.SIGN: [SIGN],
        LetterWait.REPAIR: [REPAIR],
        LetterWait.NOTHING: [],
    }
    steps = list(first[letter.wait_word])
    if letter.wait_word in {LetterWait.INITIAL, LetterWait.SIGN}:
        steps.append(RETURN)
    if letter.state_word == LetterState.DRAFTED:
        steps.append(REPAIR)
    if letter.state_word == LetterState.ISSUED:
        steps.append(REVOKE)
    return steps


ASIDE = frozenset({"letter.revoke", "letter.change"})
"""What is possible besides, unless it is the one next step."""
