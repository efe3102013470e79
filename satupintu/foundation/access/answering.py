"""How a form is shown, sent and answered: the same on every page that is no step of a matter."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from satupintu.engine.actions import Conflict, WrongState
from satupintu.engine.ui.forms import Form, ModelForm


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent; None while the form is only looked at. A form without fields is sent empty."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    form: Form | ModelForm,
    act: Callable[[], Any],
    *,
    done: str,
    back: str,
    template: str = "ui/confirm.html",
    **context: Any,
) -> HttpResponse:
    """Show the form; when it was sent rightly, ``act`` and go ``back`` with the sentence ``done``.

    Bad input keeps every field (422); a wrong state or somebody else's change is told in the form (409). ``context`` is
    what the page says besides: ``question``, ``verb``, ``consequence``, ``danger``.
    """
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                act()
            except (WrongState, Conflict) as problem:
                form.add_error(None, problem.sentence)
                status = 409
            else:
                messages.success(request, done)
                return redirect(back)
    return render(request, template, {"form": form, "cancel": back, **context}, status=status)
