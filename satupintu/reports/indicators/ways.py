"""The ways to numbers: each question that a manager asks is one touch away, from here and from the start page."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Tab
from satupintu.reports.indicators.words import Dimension

PAGE, RECEIVERS = "/analisis/", "/analisis/penerima/"


def ways(request: HttpRequest | None = None) -> list[Tab]:
    """All of them, in the order in which they are asked; active is the one that ``request`` shows."""
    asked = {name: request.GET[name] for name in ("by", "across") if request.GET.get(name)} if request else {}
    path = request.path if request else ""
    single = [Dimension.FIELD, Dimension.PROGRAMME, Dimension.NATURE, Dimension.AREA, Dimension.OFFICE, Dimension.MONTH]
    crossed = [
        (Dimension.FIELD, Dimension.MONTH),
        (Dimension.PROGRAMME, Dimension.MONTH),
        (Dimension.AREA, Dimension.FIELD),
        (Dimension.NATURE, Dimension.FIELD),
    ]
    found = [(str(one.short), {"by": one.value}) for one in single]
    found += [
        (f"{down.short} × {over.short.lower()}", {"by": down.value, "across": over.value}) for down, over in crossed
    ]
    shown = {"by": Dimension.FIELD.value} | asked
    here = path == PAGE
    return [
        *(Tab(label, f"{PAGE}?{urlencode(values)}", here and values == shown) for label, values in found),
        Tab(_("Penerima rujukan"), RECEIVERS, path == RECEIVERS),
    ]
