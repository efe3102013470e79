"""What may be done with letters: draft, change, initial, sign, return, revoke. The last signature issues the letter."""

import hashlib
import logging
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Actor, Refused, WrongState, action
from satupintu.engine.documents.letters import codes, rules
from satupintu.engine.documents.letters.heads import Head, head_of
from satupintu.engine.documents.letters.kinds import ALWAYS, LetterKind, kind_of
from satupintu.engine.documents.letters.sheet import COPY_MARK, DRAFT_MARK, Issue, Signed, compose, paper_signer
from satupintu.engine.documents.letters.wording import letter_number
from satupintu.engine.documents.models import Letter, LetterPaper, LetterReturn, LetterRevocation, Signature
from satupintu.engine.documents.models.letters import as_far_as
from satupintu.engine.documents.models.templates import TemplateVersion
from satupintu.engine.documents.numbering import next_value
from satupintu.engine.documents.paper import printing
from satupintu.engine.documents.words import LetterState, LetterWait, SignatureKind
from satupintu.engine.events import record
from satupintu.lib import printed_codes

logger = logging.getLogger(__name__)

LONGEST_VALUE = 2_000
"""Characters of one fact: more is no letter any more."""


@action("letter.draft")
def draft(subject: Any, *, by: Actor, kind: str, version_id: int, typed: Mapping[str, str]) -> Letter:
    """Draft a letter about a row, in a version that the office may use. What is known of the row is frozen into it.

    Raises Refused when this office writes no such letter about the row, WrongState when facts are missing that the
    letter cannot be without.
    """
    letter = _begin(subject, by, kind_of(kind), version_id, typed)
    if not letter.signers:
        raise WrongState("Lembar ini tidak perlu tanda tangan; langsung diterbitkan.")
    letter.stand(LetterState.DRAFTED, timezone.now())
    letter.save()
    record("letter.drafted", letter, by=by, letter=kind_of(kind).title)
    return letter


@action("letter.hand_out")
def hand_out(subject: Any, *, by: Actor, kind: str, version_id: int, typed: Mapping[str, str], site: str) -> Letter:
    """Issue at once a paper that nobody has to sign: a receipt, a list of what is missing. Raises as ``draft``."""
    letter = _begin(subject, by, kind_of(kind), version_id, typed)
    if letter.signers or letter.initials_role:
        raise WrongState("Surat ini perlu tanda tangan sebelum terbit.")
    _issue(letter, site)
    record("letter.issued", letter, by=by, letter=letter.kind_of.title)
    return letter


@action("letter.change")
def change(letter: Letter, *, by: Actor, typed: Mapping[str, str]) -> Letter:
    """Write the draft anew, with what is known of the row now. A returned letter is then on its way again."""
    letter.must_stand_in(rules.CHANGEABLE)
    subject = _subject_of(letter)
    letter.typed, letter.facts = _typed(letter, typed), _facts(letter.kind_of, subject)
    letter.about = letter.kind_of.about(subject)[:200]
    _must_be_whole(letter)
    letter.stand(LetterState.DRAFTED, timezone.now())
    letter.save()
    record("letter.changed", letter, by=by)
    return letter


@action("letter.initial")
def initial(letter: Letter, *, by: Actor) -> Signature:
    """Put initials to it: checked, and passed on for signature. Nobody initials a letter of their own."""
    letter.must_wait_for(LetterWait.INITIAL)
    if by.account_id == letter.drafter_account_id:
        raise Refused("Paraf diberikan orang lain, bukan penyusun surat.")
    signature = _put_name(letter, by, SignatureKind.INITIALS, order=0)
    letter.stand(LetterState.INITIALLED, timezone.now())
    letter.save()
    record("letter.initialled", letter, by=by)
    return signature


@action("letter.sign")
def sign(letter: Letter, *, by: Actor, site: str, nip: str = "") -> Signature:
    """Sign it. The last signature issues the letter: it takes its number and is printed, all in this transaction.

    Where a letter needs several names, each is another person's. Raises Refused; WrongState also when the press
    is busy: it then stays unsigned.
    """
    letter.must_wait_for(LetterWait.SIGN)
    if letter.waits_role != by.role:
        raise WrongState("Surat ini menunggu tanda tangan jabatan lain.")
    given = letter.signatures.filter(round=letter.round, kind=SignatureKind.SIGNATURE).count() + 1
    signature = _put_name(letter, by, SignatureKind.SIGNATURE, order=given, nip=nip)
    state = rules.after_signature(letter.signers, given)
    letter.stand(state, timezone.now(), signed=given)
    if state == LetterState.ISSUED:
        _issue(letter, site)
    else:
        letter.save()
    record("letter.signed", letter, by=by)
    if state == LetterState.ISSUED:
        record("letter.issued", letter, by=by, letter=letter.kind_of.title)
    return signature


@action("letter.return")
def return_(letter: Letter, *, by: Actor, reason: str) -> LetterReturn:
    """Send it back to whoever drafted it, with a reason. Names that were put to it no longer count."""
    letter.must_stand_in(rules.IN_HAND)
    returned = letter.returns.create(round=letter.round, reason=reason, by_id=by.pk, by_label=by.label)
    letter.round += 1
    letter.stand(LetterState.RETURNED, timezone.now())
    letter.save()
    record("letter.returned", letter, by=by)
    return returned


@action("letter.revoke")
def revoke(letter: Letter, *, by: Actor, reason: str) -> LetterRevocation:
    """Say that an issued letter is no longer valid: whoever asks about its code is told so."""
    letter.must_stand_in({LetterState.ISSUED})
    revocation = LetterRevocation.objects.create(letter=letter, reason=reason, by_id=by.pk, by_label=by.label)
    letter.stand(LetterState.REVOKED, timezone.now())
    letter.save()
    record("letter.revoked", letter, by=by)
    return revocation


def preview(letter: Letter) -> dict[str, Any]:
    """A letter as the layout sets it for a screen: a draft, or a copy without the code of what was issued."""
    head = head_of(letter.office_id)
    values = {**letter.facts, **letter.typed, "petugas": letter.drafter_label.partition(" · ")[0]}
    issue = Issue(letter.number, letter.issued_on, "") if letter.number and letter.issued_on else None
    wording, day = letter.template_version.words, head.today(timezone.now())
    mark = COPY_MARK if issue else DRAFT_MARK
    return compose(wording, head, values, day=day, issue=issue, signed=_names(letter, head), mark=mark)


def _begin(subject: Any, by: Actor, kind: LetterKind, version_id: int, typed: Mapping[str, str]) -> Letter:
    """A letter that is not saved yet."""
    if not kind.open_to(by, subject):
        raise Refused("Surat ini dibuat oleh kantor yang menangani.")
    if by.office_id is None or by.account_id is None:
        raise Refused("Surat hanya dibuat oleh petugas.")
    head = head_of(by.office_id)
    version = _version(kind, head, version_id)
    wording = version.words
    letter = Letter(
        kind=kind.code,
        template_version=version,
        subject_type=subject._meta.model_name,
        subject_id=subject.pk,
        trace_label=subject.trace[:60],
        about=kind.about(subject)[:200],
        initials_role=wording.initials_role,
        signers=wording.signers,
        office_id=by.office_id,
        office_name=head.name,
        area=head.area,
        series=kind.series,
        drafter_id=by.pk,
        drafter_account_id=by.account_id,
        drafter_label=by.label,
        facts=_facts(kind, subject),
        **as_far_as(subject.reach, by.office_id),
    )
    letter.typed = _typed(letter, typed)
    _must_be_whole(letter)
    return letter


def _version(kind: LetterKind, head: Head, version_id: int) -> TemplateVersion:
    offered = TemplateVersion.objects.offered([kind.code], head.kind, head.area, head.today(timezone.now()))
    found = next((version for version in offered.get(kind.code, []) if version.pk == version_id), None)
    if found is None:
        raise Refused("Naskah surat ini tidak berlaku untuk kantor Anda.")
    return found


def _facts(kind: LetterKind, subject: Any) -> dict[str, str]:
    """What is known of the row, cut to a length that fits on paper; secrets are never kept."""
    known = kind.known(subject)
    return {name: known.get(name, "")[:LONGEST_VALUE] for name in kind.offers if name not in kind.secrets}


def _must_be_whole(letter: Letter) -> None:
    """Raise WrongState when a sentence would have a hole, naming what is missing."""
    kind, wording = letter.kind_of, letter.template_version.words
    known = {**letter.facts, **letter.typed, **dict.fromkeys([*ALWAYS, *kind.secrets], "x")}
    missing = sorted(name for name in kind.needs | wording.needs if not known.get(name, "").strip())
    if missing:
        what = ", ".join(kind.placeholders[name] for name in missing)
        hole = _("Belum diketahui: %(what)s. Lengkapi datanya dulu.") % {"what": what}
        raise WrongState(hole)


def _typed(letter: Letter, typed: Mapping[str, str]) -> dict[str, str]:
    """What the drafter typed, of what the kind and the version ask for."""
    asked = {*letter.kind_of.asks, *paper_fields(letter.template_version)}
    return {name: text.strip()[:LONGEST_VALUE] for name, text in typed.items() if name in asked}


def paper_fields(version: TemplateVersion) -> list[str]:
    """The typed fields of signatures on paper: name and staff number of each."""
    places = enumerate(version.words.places)
    return [name for at, place in places if place.on_paper for name in paper_signer(at)]


def _subject_of(letter: Letter) -> Any:
    subject = letter.kind_of.find(letter.subject_id)
    if subject is None:
        raise Refused("Data ini tidak ditemukan.")
    return subject


def _put_name(letter: Letter, by: Actor, kind: SignatureKind, *, order: int, nip: str = "") -> Signature:
    if by.account_id is None or letter.signatures.filter(round=letter.round, account_id=by.account_id).exists():
        raise Refused("Setiap nama pada surat ini harus dari orang yang berbeda.")
    signature: Signature = letter.signatures.create(
        round=letter.round,
        kind=kind,
        role=by.role,
        order=order,
        by_id=by.pk,
        account_id=by.account_id,
        name=by.label.partition(" · ")[0],
        nip=nip,
        by_label=by.label,
    )
    return signature


def _names(letter: Letter, head: Head) -> list[Signed]:
    """The names of the current round, times as the office's clock shows them."""
    rows = letter.signatures.filter(round=letter.round).order_by("order")
    return [Signed(row.name, row.nip, row.at.astimezone(head.zone), row.kind == SignatureKind.INITIALS) for row in rows]


def _issue(letter: Letter, site: str) -> None:
    """Give a letter its number and its paper. Everything or nothing: the caller's transaction ends both."""
    now, head = timezone.now(), head_of(letter.office_id)
    day, wording = head.today(now), letter.template_version.words
    sequence = next_value(letter.series, head.code, day.year)
    number = letter_number(
        wording.number_format,
        series=letter.series,
        code=head.code,
        month=day.month,
        year=day.year,
        sequence=sequence,
    )
    code = printed_codes.draw()
    letter.year, letter.sequence, letter.number = day.year, sequence, number
    letter.fingerprint, letter.issued_at, letter.issued_on = printed_codes.fingerprint(code), now, day
    letter.stand(LetterState.ISSUED, now)
    letter.save()
    secrets = letter.kind_of.known(_subject_of(letter)) if letter.kind_of.secrets else {}
    values = {**secrets, **letter.facts, **letter.typed, "petugas": letter.drafter_label.partition(" · ")[0]}
    issue = Issue(number, day, codes.address(site, code))
    sheet = compose(wording, head, values, day=day, issue=issue, signed=_names(letter, head))
    try:
        pdf = printing.pdf(sheet, now)
    except printing.NotPrinted as problem:
        logger.error("A letter was not printed: %s", problem)
        raise WrongState(printing.NOT_NOW) from problem
    LetterPaper.objects.create(letter=letter, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest())
