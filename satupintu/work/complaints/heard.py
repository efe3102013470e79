"""What the citizen said without an officer, as officers read it on the page of a complaint."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Fact, badge, icon, when
from satupintu.work.complaints.models import Complaint, Verdict
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Judgement

SHAPES = {Judgement.SOLVED: "circle-check", Judgement.UNSOLVED: "alert-triangle"}


def heard(complaint: Complaint) -> list[Fact]:
    """Sent in and not looked through, an objection and where it lies, verdicts with their words."""
    facts = []
    if complaint.untaken:
        facts.append(Fact(_("Kiriman warga"), _("belum diperiksa")))
    if complaint.previous is not None:
        facts.append(Fact(_("Keberatan atas"), _link(complaint.previous), complaint.previous.handler_office.name))
    for one in complaint.appeals.select_related("handler_office"):
        facts.append(Fact(_("Warga mengajukan keberatan"), _link(one), one.handler_office.name))
    facts += [_verdict(one) for one in complaint.verdicts.all()]
    return facts


def _link(complaint: Complaint) -> SafeString:
    state = badge(complaint.status_word.label, TONES[complaint.status_word])
    return format_html(
        '<a href="{}">{}</a> {}', reverse("complaints:detail", args=[complaint.number]), complaint.number, state
    )


def _verdict(verdict: Verdict) -> Fact:
    word = Judgement(verdict.judgement)
    hint: Any = when(verdict.at)
    if verdict.comment:
        hint = format_html("“{}” · {}", verdict.comment, hint)
    return Fact(_("Penilaian warga"), format_html("{} {}", icon(SHAPES[word]), word.label), hint)
