"""Time limits that were found in published service standards: examples for whoever sets one, nobody's rule here.

No national limit for SLRT or Puskesos could be confirmed (domain facts, §1.1), so every area sets its own.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from satupintu.foundation.offices.words import ServiceField
from satupintu.work.deadlines.words import TimeUnit, Urgency


@dataclass(frozen=True)
class Example:
    """A limit somebody published: for what, how long, and where it stands. With ``amount`` it can fill the form."""

    what: str
    limit: str
    source: str
    field: str = ""
    urgency: Urgency | None = None
    amount: int | None = None
    unit: TimeUnit = TimeUnit.WORKING_DAYS


EXAMPLES = (
    Example(
        _("Surat keterangan DTKS dan pengaktifan PBI"),
        _("15 menit"),
        "Standar layanan Puskesos, Kabupaten Banjarnegara",
    ),
    Example(_("Rekomendasi PBI-JK"), _("30 menit"), "Standar pelayanan Dinas Sosial, Kabupaten Lima Puluh Kota"),
    Example(
        _("Surat keterangan DTSEN"),
        _("1 hari kerja"),
        "Standar pelayanan Dinas Sosial, Kabupaten Blitar",
        field=ServiceField.SOCIAL,
        amount=1,
    ),
    Example(
        _("Penerimaan pengaduan PPKS"),
        _("1 hari"),
        "Penerimaan pengaduan Dinas Sosial, Kabupaten Garut",
        field=ServiceField.SOCIAL,
        amount=1,
        unit=TimeUnit.CALENDAR_DAYS,
    ),
    Example(
        _("Surat rekomendasi PIP"),
        _("3 hari kerja"),
        "Standar pelayanan Dinas Sosial, Kabupaten Semarang",
        field=ServiceField.EDUCATION,
        amount=3,
    ),
    Example(
        _("Tindak lanjut kasus anak atau perempuan"),
        _("paling lama 3 hari kerja"),
        "Standar pelayanan Dinsos PPPA, Kota Probolinggo",
        field=ServiceField.SOCIAL,
        urgency=Urgency.SOON,
        amount=3,
    ),
    Example(
        _("Penjangkauan korban"),
        _("12 jam setelah laporan"),
        "Standar pelayanan UPTD PPA, Kabupaten Aceh Utara",
        field=ServiceField.SOCIAL,
        urgency=Urgency.EMERGENCY,
        amount=12,
        unit=TimeUnit.CLOCK_HOURS,
    ),
    Example(
        _("Kasus berisiko sedang"),
        _("kira-kira 6 jam setelah laporan"),
        "Standar pelayanan UPTD PPA (SK 301/2022)",
        field=ServiceField.SOCIAL,
        urgency=Urgency.EMERGENCY,
        amount=6,
        unit=TimeUnit.CLOCK_HOURS,
    ),
)
