"""Finding the person or household that an entry or a visit is about."""

from typing import Any

from django.http import Http404, HttpRequest

from satupintu.registry.people.models import Household, Person


def looked_up(request: HttpRequest) -> tuple[Person | None, Household | None]:
    """The person (``orang``) and household (``keluarga``) that the address or the form names; Http404 for one unseen."""
    asked = request.POST if request.method == "POST" else request.GET
    return _one(Person, asked.get("orang")), _one(Household, asked.get("keluarga"))


def _one(model: Any, pk: str | None) -> Any:
    if not pk:
        return None
    row = model.objects.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 19 else None
    if row is None:
        raise Http404
    return row
