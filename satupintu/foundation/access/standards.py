"""The wording of letters that comes with the house: put into the database by ``migrate``, once each."""

from django.utils import timezone

from satupintu.engine.documents.actions import templates
from satupintu.engine.documents.letters.kinds import LetterKind, Standard, kinds
from satupintu.engine.documents.models import LetterTemplate, TemplateVersion
from satupintu.engine.documents.words import VersionState
from satupintu.foundation.access.house import House, house
from satupintu.foundation.access.scope import EVERYWHERE

REASON = "naskah baku"


def load_standards() -> int:
    """Publish what is new in the wording of the house, for the whole country; answers how many versions that were.

    An area's own templates are narrower, so they stay in force; a draft that somebody has begun comes after it.
    """
    wanted = [(kind, standard) for kind in kinds() for standard in kind.standards]
    there = _published()
    new = [(kind, one) for kind, one in wanted if there.get(_key(kind, one)) != one.wording.packed()]
    if new:
        with house(REASON) as by:
            for kind, standard in new:
                _publish(kind, standard, by)
    return len(new)


def _key(kind: LetterKind, standard: Standard) -> tuple[str, str, str]:
    return kind.code, standard.name, standard.office_kind


def _published() -> dict[tuple[str, str, str], object]:
    """What the house has published last, by kind, name and kind of office."""
    rows = TemplateVersion.objects.filter(
        state=VersionState.PUBLISHED, template__area_start=EVERYWHERE[0], template__area_end=EVERYWHERE[1]
    ).order_by("number")
    found: dict[tuple[str, str, str], object] = {}
    for row in rows.filter(by_label__startswith="Satu Pintu").select_related("template"):
        template = row.template
        found[template.kind, template.name, template.office_kind] = row.wording
    return found


def _publish(kind: LetterKind, standard: Standard, by: House) -> None:
    start, end = EVERYWHERE
    template = LetterTemplate(
        kind=kind.code, name=standard.name, office_kind=standard.office_kind, area_start=start, area_end=end
    )
    version = templates.draft(template, by=by, wording=standard.wording, ahead=True)
    templates.publish(version, by=by, valid_from=timezone.localdate())
