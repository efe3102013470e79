"""The rules that every installation begins with. An area publishes its own before them, or the nation replaces them."""

from django.utils.translation import gettext_noop as _

SCHOOLS = "domain facts §1.4: SD/SMP belong to the kabupaten's education office, SMA/SMK to the provinsi's"
USUAL = "usual division of regional government; no national text confirmed"

START: tuple[dict[str, object], ...] = (
    {
        "order": 10, "field": "education", "schooling": ["early", "primary", "junior", "equivalent"],
        "to_kind": "agency", "to_level": "kabupaten", "reason": _("PAUD, SD, dan SMP diurus kabupaten/kota."),
        "source": SCHOOLS,
    },
    {
        "order": 20, "field": "education", "schooling": ["senior", "vocational", "special"],
        "to_kind": "agency", "to_level": "provinsi", "reason": _("SMA/SMK diurus provinsi."), "source": SCHOOLS,
    },
    {
        "order": 30, "field": "civil_registration", "to_kind": "agency", "to_level": "kabupaten",
        "reason": _("Dokumen kependudukan diterbitkan kabupaten/kota."), "source": USUAL,
    },
    {
        "order": 40, "field": "health", "to_kind": "agency", "to_level": "kabupaten",
        "reason": _("Urusan kesehatan warga dimulai dari dinas kabupaten/kota."), "source": USUAL,
    },
    {
        "order": 50, "field": "economy", "to_kind": "agency", "to_level": "kabupaten",
        "reason": _("Bantuan usaha diurus dinas kabupaten/kota."), "source": USUAL,
    },
    {
        "order": 60, "field": "social", "to_kind": "agency", "to_level": "kabupaten",
        "reason": _("Urusan sosial diurus dinas kabupaten/kota."), "source": USUAL,
    },
)  # fmt: skip
"""National rules, as columns of `Route`. What is not said here has no suggestion: the officer chooses."""
