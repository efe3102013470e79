"""Signs: what is looked for here, what was before, and publishing a version for the own kabupaten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused
from satupintu.engine.ui.pieces import badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.detection import actions, telling
from satupintu.work.detection.desk.lists import signs_of
from satupintu.work.detection.forms import SignForm
from satupintu.work.detection.models import Sign


@officer("outreach.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """The signs that count where one works, and every version there was."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    counting = signs_of(by)
    may_publish = allows(by, "sign.publish", Sign(area=by.area))
    table = Table(
        request,
        counting,
        columns=[
            Column("name", _("Tanda"), cell=lambda row: row.label),
            Column("asks", _("Siapa"), cell=lambda row: telling.looked_for(row.asks)),
            Column("field", _("Bidang"), cell=lambda row: ServiceField(row.field).label, on_phone=False),
            Column("quiet", _("Tidak didaftar lagi selama"), cell=_quiet, on_phone=False),
            Column("owner", _("Ditetapkan untuk"), cell=_owner),
            Column("state", _("Keadaan"), cell=_state),
        ],
        caption=_("Tanda yang dicari setiap malam"),
        link=(lambda row: f"{reverse('detection:sign')}?dari={row.code}") if may_publish else None,
        empty=_("Belum ada tanda."),
    )
    kabupaten = by.area_id // 10**6 * 10**6 if by.area_id else None
    history = [
        {"sign": one, "asks": telling.looked_for(one.asks), "owner": _owner(one)}
        for one in Sign.objects.reaching(kabupaten).select_related("area").order_by("-pk")
    ]
    context = {"table": table, "history": history, "may_publish": may_publish}
    return render(request, "detection/signs.html", context)


def _owner(row: Sign) -> str:
    return row.area.label if row.area else _("Seluruh Indonesia")


def _state(row: Sign) -> str:
    return badge(_("dicari"), "done") if row.active else badge(_("tidak dicari"), "off")


def _quiet(row: Sign) -> str:
    return _("%(months)s bulan") % {"months": row.quiet_months}


@officer("sign.publish", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Publish a sign of the own kabupaten, or a version of one that counts here (``dari``)."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if by.area is None or not allows(by, "sign.publish", Sign(area=by.area)):
        raise Refused(_("Tanda ditetapkan kabupaten."))
    area, asked = by.area, request.GET.get("dari", "")
    begins = next((one for one in signs_of(by) if one.code == asked), None)
    form = SignForm(sent(request), sign=begins)

    def act() -> None:
        actions.publish(form.sign(area), by=by, key=form.key)

    question = begins.label if begins else _("Tanda baru")
    page = {"question": question, "verb": _("Tetapkan"), "done": _("Tanda ditetapkan; dicari mulai malam ini.")}
    return answer(request, form, act, back=reverse("detection:signs"), template="detection/sign.html", **page)
