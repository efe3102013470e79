"""Every address of the house, found in the URL list; and what fills the variable parts of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from satupintu.foundation.access.policies import Policy, policy_of
from tests.walls.world import Record

KEYS = {
    "complaints.number": "complaint",
    "referrals.number": "letter",
    "transfers.number": "offer",
    "attachments.pk": "attachment",
    "letters.number": "official",
    "letters:file.number": "issued",
    "letters:pencabutan.number": "issued",
    "letters.kind": "letter_kind",
    "letters:hand_out.kind": "slip_kind",
    "letters:draft.pk": "matter",
    "letters:hand_out.pk": "matter",
    "letters.pk": "version",
    "public:verify.code": "verify_code",
    "answers.code": "answer_code",
    "answers.pk": "letter_paper",
    "offices.code": "office",
    "offices.username": "account",
    "offices.pk": "appointment",
    "offices:remove_closure.pk": "closure",
    "catalogue.code": "service",
    "daybook.pk": "entry",
    "visits.pk": "visit",
    "areas.code": "area",
    "areas.pk": "edition",
    "routing.pk": "route",
    "partners.pk": "resource",
    "mfa_remove_webauthn.pk": "factor",
    "desk:person.pk": "person",
    "desk:hand.pk": "hand",
    "people:change.pk": "person",
    "desk:household.pk": "household",
    "people:new_ppks.pk": "person",
    "people:new_household_ppks.pk": "household",
    "people:contact.pk": "person",
    "people:verify.pk": "person",
    "people:end_ppks.pk": "ppks",
    "people:change_household.pk": "household",
    "people:confirm_household.pk": "household",
    "imports.pk": "batch",
    "changes.number": "change",
    "changes.pk": "decree",
    **{f"changes:{name}.number": "meeting" for name in ("session", "kehadiran", "berkas", "penutupan")},
    "changes:decision.number": "meeting_of",
    "changes:decision.pk": "change_pk",
    "sorting.pk": "filter",
    "sorting.number": "handed",
    "sorting:copied.pk": "copy",
    "detection.pk": "outreach",
    "duplicates.pk": "pair",
    "duplicates:undo.pk": "merge",
    "privacy.number": "request",
    "privacy:breach.number": "breach",
    "privacy:breach_kit.number": "breach",
    "privacy.pk": "person",
    "privacy:copied.pk": "data_copy",
    "privacy.form": "copy_form",
    "exports.number": "export",
    "notifications:read.pk": "notice",
    "notifications:retry.pk": "message",
}
"""Variable part of an address (by route, else by namespace) → what of a record fills it. Every one must be here."""
FACT = {
    "complaint": "complaint",
    "letter": "letter",
    "offer": "offer",
    "handed": "handed",
    "attachment": "complaint",
    "official": "complaint",
    "issued": "complaint",
    "matter": "complaint",
    "person": "person",
    "household": "person",
    "ppks": "ppks",
    "batch": "person",
    "pair": "person",
    "merge": "person",
    "entry": "person",
    "visit": "complaint",
    "outreach": "outreach",
    "resource": "resource",
    "account": "staff",
    "appointment": "staff",
    "hand": "hand",
    "notice": "notice",
    "message": "message",
    "change": "change",
    "change_pk": "change",
    "meeting": "meeting",
    "decree": "decree",
    "request": "request",
    "breach": "breach",
    "export": "export",
}
"""What kind of fact it is that such a row exists; what is missing here is public or one's own."""
CONSTANT = {
    "edition": 1, "answer_code": "AAAA-BBBB-CCCC-DDDD", "factor": 987654, "service": "pengaktifan-bpjs", "route": 1,
    "letter_kind": "recommendation", "slip_kind": "receipt", "version": 1, "verify_code": "AAAABBBBCCCCDDDD", "filter": 987654,
    "copy_form": "json",
}  # fmt: skip


@dataclass(frozen=True)
class Route:
    """One address: its name with namespaces, its variable parts, its view."""

    name: str
    parts: tuple[str, ...]
    view: Any
    pattern: str

    @property
    def policy(self) -> Policy | None:
        """Who it is declared for."""
        return policy_of(self.view)

    @property
    def verb(self) -> str | None:
        """The verb that opens it, None for an open door."""
        return self.policy.verb if self.policy else None

    def key(self, part: str) -> str:
        """What fills a variable part. Raises KeyError when nobody knows."""
        namespace = self.name.partition(":")[0]
        return KEYS.get(f"{self.name}.{part}") or KEYS[f"{namespace}.{part}"]

    @property
    def fact(self) -> str | None:
        """The kind of fact that hides the record of this address, None when nothing does."""
        return next((FACT[self.key(part)] for part in self.parts if self.key(part) in FACT), None)

    def path(self, record: Record) -> str:
        """The address of a record's row."""
        filled = {part: CONSTANT.get(self.key(part)) or record.keys[self.key(part)] for part in self.parts}
        return reverse(self.name, kwargs=filled)

    def paths_with(self, record: Record, payload: str) -> Iterator[str]:
        """The address with something else in each of its variable parts, one after the other."""
        for wrong in self.parts:
            text = self.pattern
            for part in self.parts:
                right = CONSTANT.get(self.key(part)) or record.keys[self.key(part)]
                text = re.sub(rf"<\w+:{part}>", lambda _: payload if part == wrong else str(right), text)  # noqa: B023
            yield f"/{text}"


def routes() -> list[Route]:
    """All of them, in the order of the URL list."""
    return list(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: list[Any], namespace: str, before: str) -> Iterator[Route]:
    for one in patterns:
        text = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, f"{namespace}{one.namespace}:" if one.namespace else namespace, text)
        elif isinstance(one, URLPattern):
            yield Route(f"{namespace}{one.name}", tuple(one.pattern.converters), one.callback, text)
