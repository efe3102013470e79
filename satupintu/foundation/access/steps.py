"""A step: one verb done to one row on its page. The page of the row draws itself; the step brings form, act and words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from satupintu.engine.actions import Refused, WrongState, used
from satupintu.engine.ui.forms import Form
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.policies import View, officer


class StepForm(Form):
    """A form that asks for what one verb needs; ``subject`` is the row, ``by`` the appointment."""

    site = ""
    """The address of this site, for what is printed."""

    def __init__(self, *args: Any, subject: Any, by: Any, **kwargs: Any) -> None:
        self.subject, self.by = subject, by
        super().__init__(*args, **kwargs)

    def words(self) -> dict[str, Any]:
        """What the action is called with: the cleaned fields, unless a form says otherwise."""
        return dict(self.cleaned_data)


@dataclass(frozen=True)
class Step:
    """``slug`` is the noun in the address, ``verb`` the action's, ``title`` and ``button`` what the page says."""

    slug: str
    verb: str
    act: Callable[..., Any]
    form: type[StepForm]
    title: str
    button: str
    done: str
    danger: bool = False

    def open_to(self, by: Any, subject: Any) -> bool:
        """Whether this officer may take the step with this row."""
        return allows(by, self.verb, subject)


def site_of(request: HttpRequest) -> str:
    """The address of this site as papers print it: ``SITE_URL``, else as the request reached it."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"


Page = Callable[..., HttpResponse]
"""Draws the page of a row: ``page(request, row, step=…, form=…)`` with a step's form in it, or ``wrong=…, status=409`` with
a sentence about a wrong state."""


def step_view(step: Step, *, find: Callable[[HttpRequest, str], Any], page: Page, home: Callable[[Any], str]) -> View:
    """The route of a step: GET opens its form on the row's page, POST takes it.

    Bad input comes back with every field kept (422); a wrong state is told with what is possible instead (409). A form that
    is sent once more is answered as the first time.
    """

    @officer(step.verb)
    def view(request: HttpRequest, number: str) -> HttpResponse:
        subject, by = find(request, number), request.appointment  # type: ignore[attr-defined]
        if request.method == "POST" and used(Form(request.POST).key, step.verb, by):
            return done(request, subject)  # sent once more: the step may have taken the row to another office
        if not step.open_to(by, subject):
            raise Refused(gettext("Langkah ini milik kantor lain."))
        form = step.form(request.POST or None, request.FILES or None, subject=subject, by=by)
        form.site = site_of(request)
        if request.method != "POST":
            return page(request, subject, step=step, form=form)
        if not form.is_valid():
            return page(request, subject, step=step, form=form, status=422)
        try:
            step.act(subject, by=by, key=form.key, **form.words())
        except WrongState as wrong:
            return page(request, subject, wrong=wrong, status=409)
        return done(request, subject)

    def done(request: HttpRequest, subject: Any) -> HttpResponse:
        messages.success(request, gettext(step.done))
        return redirect(home(subject))

    view.__name__ = step.slug.replace("-", "_")
    return view
