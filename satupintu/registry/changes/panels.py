"""What the page of a person shows of proposals: where each stands, and why it went back or was refused."""

from django.db.models import Q
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Task, badge, when
from satupintu.registry.changes.models import Answer, ChangeRequest
from satupintu.registry.changes.tones import TONES
from satupintu.registry.changes.words import Status
from satupintu.registry.people.models import Person
from satupintu.registry.people.panels import Panel

SHOWN = 20


def proposals(person: Person) -> Panel:
    """Proposals about a person or their household, the newest first, so that the family can be told."""
    tasks = [
        Task(
            title=one.kind_word.label,
            url=one.address,
            what=one.number,
            where=_why(one),
            state=badge(one.status_word.label, TONES[one.status_word]),
            due=when(one.proposed_at),
        )
        for one in ChangeRequest.objects.of_person(person)[:SHOWN]
    ]
    return Panel(_("Usulan perubahan"), "changes/panel.html", {"tasks": tasks}, beside=True)


def _why(one: ChangeRequest) -> str:
    """Why it does not go on, in words for the family."""
    answer = Answer.objects.filter(request=one).select_related("reason").order_by("-pk").first()
    if answer and not answer.accepted:
        return _("Ditolak pusat: %(reason)s") % {"reason": answer.reason}
    if one.status_word is Status.RETURNED:
        last = one.moves.latest_return()
        return last.reason_word.label if last and last.reason_word else ""
    return ""


def of_proposals(person: Person) -> Q:
    """The events of a person's proposals."""
    mine = ChangeRequest.objects.of_person(person).order_by().values("pk")
    return Q(subject_type="changerequest", subject_id__in=mine)
