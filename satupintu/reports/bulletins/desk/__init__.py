"""The officers' pages of the bulletins."""

from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Tab


def tabs(here: str) -> list[Tab]:
    """The row of bulletins."""
    words = {
        "layanan": _("Layanan"),
        "petugas": _("Laporan bulanan petugas"),
        "sekretariat": _("Sekretariat"),
        "rekap": _("Rekap"),
    }
    return [Tab(word, f"/laporan/{page}/", page == here) for page, word in words.items()]
