"""The few areas that tests stand on: the village of the cast, its neighbour, and places further and further away."""

from datetime import date

from satupintu.foundation.areas.models import Area, Edition

AREAS = (
    (7300000000, "Sulawesi Selatan", "provinsi"),
    (7302000000, "Bulukumba", "kabupaten"),
    (7302010000, "Gantarang", "kecamatan"),
    (7302012004, "Bialo", "desa"),
    (7302030000, "Bonto Bahari", "kecamatan"),
    (7302031004, "Tanah Beru", "kelurahan"),
    (7302032005, "Bira", "desa"),
    (7302032006, "Ara", "desa"),
    (7306000000, "Gowa", "kabupaten"),
    (7306070000, "Pallangga", "kecamatan"),
    (7306072008, "Panakkukang", "desa"),
    (7400000000, "Sulawesi Tenggara", "provinsi"),
    (7401000000, "Kolaka", "kabupaten"),
    (7401010000, "Wundulako", "kecamatan"),
    (7401012001, "Bende", "desa"),
)


def load_test_areas() -> None:
    """Put the areas into an empty table, parents first."""
    edition = Edition.objects.create(decree="Kepmendagri (uji)", decree_date=date(2025, 4, 25))
    for number, name, kind in AREAS:
        Area(number=number, name=name, kind=kind, began=edition).save()
