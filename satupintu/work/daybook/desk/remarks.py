"""Keterangan and tantangan of a week in one's own monthly report."""

import re
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.answering import answer
from satupintu.foundation.offices.models import Appointment
from satupintu.work.daybook import actions
from satupintu.work.daybook.forms import RemarkForm
from satupintu.work.daybook.models import Remark

_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@officer("daybook.remark")
def remark(request: HttpRequest) -> HttpResponse:
    """Write both for one week (``?bulan=2026-11&minggu=2``), over what stood there."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    today = actions.today_of(by)
    asked = _MONTH.fullmatch(request.GET.get("bulan", f"{today:%Y-%m}"))
    week = request.GET.get("minggu", "1")
    if asked is None or week not in {"1", "2", "3", "4", "5"}:
        raise Http404
    month = date(int(asked[1]), int(asked[2]), 1)
    stands = Remark.objects.filter(author=by, month=month, week=week).first()
    draft = stands or Remark(author=by, month=month, week=int(week))
    form, back = RemarkForm(request.POST or None, subject=draft, by=by), f"/laporan/petugas/?bulan={month:%Y-%m}"
    page = answer(
        request,
        form,
        lambda: actions.remark(draft, by=by, key=form.key, seen=form.seen, **form.words()),
        question=_("Keterangan minggu %(week)s") % {"week": week},
        verb=_("Simpan"),
        done=_("Keterangan tersimpan."),
        back=back,
    )
    if page.status_code != 302:
        opened(request, "daybook.opened", [draft.pk] if draft.pk else [], shown="remarks")
    return page
