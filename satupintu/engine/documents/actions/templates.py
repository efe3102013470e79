"""What may be done with templates: draft a version, change it, publish it. A published version never changes."""

from datetime import date

from django.db.models import Max
from django.utils import timezone

from satupintu.engine.actions import Actor, WrongState, action
from satupintu.engine.documents.letters.wording import Wording
from satupintu.engine.documents.models import LetterTemplate, TemplateVersion
from satupintu.engine.documents.words import VersionState
from satupintu.engine.events import record


class NotOffered(ValueError):
    """A text names something that the kind does not offer; ``wrong`` says what, by the text it stands in."""

    def __init__(self, wrong: dict[str, list[str]]) -> None:
        super().__init__(wrong)
        self.wrong = wrong


def check(template: LetterTemplate, wording: Wording) -> None:
    """Raise NotOffered unless every placeholder of the texts is one that the template's kind offers."""
    wrong = wording.unknown(frozenset(template.kind_of.placeholders))
    if wrong:
        raise NotOffered(wrong)


@action("template.draft")
def draft(template: LetterTemplate, *, by: Actor, wording: Wording, ahead: bool = False) -> TemplateVersion:
    """Draft a version, of a template that is there or of a new one (not saved yet).

    ``ahead`` lets it go before a draft that is waiting already, which is then the next one after it.
    Raises NotOffered; WrongState when a draft is waiting and this one does not go ahead of it.
    """
    check(template, wording)
    if template.pk is None:
        same = {name: getattr(template, name) for name in ("kind", "name", "office_kind", "area_start", "area_end")}
        template, _new = LetterTemplate.objects.get_or_create(**same)
    waiting = template.versions.filter(state=VersionState.DRAFTED)
    if waiting.exists() and not ahead:
        raise WrongState("Naskah ini sudah punya konsep yang belum diberlakukan.")
    last = template.versions.exclude(state=VersionState.DRAFTED).aggregate(last=Max("number"))["last"] or 0
    waiting.update(number=last + 2)
    version = template.versions.create(number=last + 1, wording=wording.packed(), by_label=by.label)
    record("template.drafted", version, by=by, version=version.number)
    return version


@action("template.change")
def change(version: TemplateVersion, *, by: Actor, wording: Wording) -> TemplateVersion:
    """Change a draft. Raises NotOffered; WrongState when it is published."""
    _must_be_draft(version)
    check(version.template, wording)
    version.wording, version.by_label, version.changed_at = wording.packed(), by.label, timezone.now()
    version.save()
    record("template.changed", version, by=by, version=version.number)
    return version


@action("template.publish")
def publish(version: TemplateVersion, *, by: Actor, valid_from: date) -> TemplateVersion:
    """Let a draft be in force from a day on. Letters that are on their way keep the version they were drafted with."""
    _must_be_draft(version)
    version.state, version.valid_from = VersionState.PUBLISHED, valid_from
    version.by_label, version.changed_at = by.label, timezone.now()
    version.save()
    record("template.published", version, by=by, version=version.number, on=valid_from.isoformat())
    return version


def _must_be_draft(version: TemplateVersion) -> None:
    if version.state_word != VersionState.DRAFTED:
        raise WrongState("Versi ini sudah berlaku dan tidak dapat diubah. Buat versi baru.")
