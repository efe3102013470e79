"""Letters on the page of the row they are about: what has been written, and what this officer may write."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.documents.letters.kinds import LetterKind, kinds_about
from satupintu.engine.documents.models import Letter, TemplateVersion
from satupintu.engine.documents.words import LetterState
from satupintu.engine.ui.pieces import Task, Tone, badge, when
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import NATION

TONES: dict[LetterState, Tone] = {
    LetterState.DRAFTED: Tone.NEW,
    LetterState.INITIALLED: Tone.DOING,
    LetterState.HALF_SIGNED: Tone.DOING,
    LetterState.ISSUED: Tone.DONE,
    LetterState.RETURNED: Tone.URGENT,
    LetterState.REVOKED: Tone.REFUSED,
}
"""How a state of a letter looks; the same everywhere."""
NO_NUMBER = noop("belum bernomor")
SHOWN = "pk number kind state waits_for about office_id office_name moved_at issued_on drafter_label clearance village".split()
"""What lists read of a letter; never its facts."""


@dataclass(frozen=True)
class Offer:
    """A kind of letter that may be written here."""

    title: str
    url: str


@dataclass(frozen=True)
class Papers:
    """The panel: rows to look at, kinds to write."""

    tasks: list[Task] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.tasks or self.offers)


def title_of(kind: LetterKind) -> str:
    """What a kind is called, in the reader's language, as a title."""
    title = _(kind.title)
    return title[:1].upper() + title[1:]


def papers_about(subject: Any, by: Any, *, apart: Collection[str] = ()) -> Papers:
    """The letters about a row, newest first, and what ``by`` may write about it. Two queries, three with offers.

    ``apart`` are kinds that are offered elsewhere on the page.
    """
    if not allows(by, "letter.read"):
        return Papers()
    kinds = {kind.code: kind for kind in kinds_about(subject)}
    rows = Letter.objects.of(subject).values_list(*SHOWN, named=True)[:20]
    tasks = [
        Task(
            title=title_of(kinds[row.kind]),
            url=reverse("letters:detail", args=[row.pk]),
            what=row.number or _(NO_NUMBER),
            where=row.office_name,
            state=badge(LetterState(row.state).label, TONES[LetterState(row.state)]),
            due=when(row.moved_at),
        )
        for row in rows
    ]
    return Papers(tasks, offers_about(subject, by, [one for code, one in kinds.items() if code not in apart]))


def offers_about(subject: Any, by: Any, kinds: list[LetterKind]) -> list[Offer]:
    """The kinds that this officer's office may write about a row now."""
    open_kinds = [kind for kind in kinds if kind.open_to(by, subject)]
    if not open_kinds or not (allows(by, "letter.draft") or allows(by, "letter.hand_out")):
        return []
    codes, office = [kind.code for kind in open_kinds], by.office
    today = timezone.localdate(timezone=office.zone)
    offered = TemplateVersion.objects.offered(codes, office.kind, office.area_id or NATION, today)
    made = []
    for kind in open_kinds:
        versions = offered.get(kind.code, [])
        signed = any(version.words.signers for version in versions)
        if signed and allows(by, "letter.draft"):
            made.append(Offer(title_of(kind), reverse("letters:draft", args=[kind.code, subject.pk])))
        elif versions and not signed and allows(by, "letter.hand_out"):
            made.append(Offer(title_of(kind), reverse("letters:hand_out", args=[kind.code, subject.pk])))
    return made
