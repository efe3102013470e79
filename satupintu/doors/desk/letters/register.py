"""The register of letters: number, day, kind, about whom, where it stands."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from satupintu.doors.desk.letters.forms import LetterFilter
from satupintu.engine.documents.letters.kinds import kinds
from satupintu.engine.documents.models import Letter
from satupintu.engine.documents.words import LetterState
from satupintu.engine.ui.pieces import Tab, badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.papers import NO_NUMBER, SHOWN, TONES, title_of
from satupintu.registry.exports.leaving import leaving, of_table


@officer("letter.read")
def listing(request: HttpRequest) -> HttpResponseBase:
    """The letters of the own office, or all that this officer may see, newest first."""
    by = request.appointment  # type: ignore[attr-defined]
    wide = request.GET.get("dari_mana") == "wilayah"
    rows = Letter.objects.inside(*by.span) if wide else Letter.objects.written_in(by.office_id)
    table = Table(
        request,
        rows.order_by("-pk").values_list(*SHOWN, named=True),
        columns=_columns(),
        caption=_("Surat di wilayah Anda") if wide else _("Surat kantor Anda"),
        link=lambda row: reverse("letters:detail", args=[row.pk]),
        filters=LetterFilter(request.GET),
        empty=_("Belum ada surat di sini. Surat dibuat dari halaman keluhan atau rujukan."),
        may_export=allows(by, "export.complaints"),
        personal=True,
        file_name="register-surat",
        counted=False,
    )
    if leaves := leaving(request, of_table(table), "letter.listed"):
        return leaves
    opened(request, "letter.listed", [row.pk for row in table.page.rows], shown="number,about,state")
    tabs = [Tab(_("Kantor saya"), "?", not wide), Tab(_("Wilayah saya"), "?dari_mana=wilayah", wide)]
    context = {"table": table, "tabs": tabs, "may_template": allows(by, "template.draft")}
    return render(request, "desk/letters/list.html", context)


def _columns() -> list[Column]:
    titles = {kind.code: title_of(kind) for kind in kinds()}
    states = {state.value: badge(state.label, TONES[state]) for state in LetterState}
    names = {state.value: state.label for state in LetterState}
    none, sensitive = _(NO_NUMBER), _("Keluhan sensitif")
    return [
        Column("number", _("Nomor"), cell=lambda row: row.number or none),
        Column("kind", _("Jenis"), cell=lambda row: titles[row.kind]),
        Column("about", _("Tentang"), cell=lambda row: sensitive if row.clearance == 2 else row.about),
        Column("issued", _("Terbit"), cell=lambda row: row.issued_on or "", sort=("issued_on", "pk")),
        Column("state", _("Keadaan"), cell=lambda row: states[row.state], export=lambda row: names[row.state]),
        Column("office", _("Kantor"), cell=lambda row: row.office_name, on_phone=False),
        Column("drafter", _("Penyusun"), cell=_drafter, on_phone=False),
    ]


def _drafter(row: Any) -> str:
    return str(row.drafter_label).partition(" · ")[0]
