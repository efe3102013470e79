"""Keterangan and tantangan of a week in one's own monthly report."""

import re
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict
from satupintu.foundation.access import officer, opened
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
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.remark(draft, by=by, key=form.key, seen=form.seen, **form.words())
        except Conflict as clash:
            form.add_error(None, clash.sentence)
            status = 409
        else:
            messages.success(request, _("Keterangan tersimpan."))
            return redirect(back)
    opened(request, "daybook.opened", [draft.pk] if draft.pk else [], shown="remarks")
    question = _("Keterangan minggu %(week)s") % {"week": week}
    context = {"form": form, "question": question, "verb": _("Simpan"), "cancel": back}
    return render(request, "ui/confirm.html", context, status=status)
