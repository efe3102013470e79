"""Which offices can take a matter over, and the search among them."""

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils import timezone

from satupintu.foundation.access.roles import clearance_of, roles_with
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office, OfficeQuerySet
from satupintu.foundation.offices.words import OfficeKind, ServiceField

OWNING = (OfficeKind.PUSKESOS, OfficeKind.PUSPELKESSOS, OfficeKind.SLRT, OfficeKind.PKSAI, OfficeKind.AGENCY)
"""Kinds of offices that can own a citizen's matter; a hospital, a school or the police answer letters."""
OF_THEIR_FIELD = (OfficeKind.PKSAI, OfficeKind.AGENCY)
"""Kinds of offices that own only what belongs to a field of theirs: of a kabupaten as of a provinsi, to whom senior schools
belong (domain facts §1.4)."""
ANY_FIELD = Q(kind=OfficeKind.AGENCY, area__level=1, fields__contains=[ServiceField.SOCIAL.value])
"""The agency for social affairs of a provinsi stands above the kabupaten: what is given there may be about anything (§0)."""
AREAS = 4
"""Areas that a text may mean, when offices are looked for."""


def takers(*, field: str, clearance: int) -> OfficeQuerySet:
    """Offices, anywhere, where somebody in force today may accept and read a matter of this field and sensitivity."""
    today = timezone.localdate()
    roles = [role for role in roles_with("transfer.accept") if clearance_of(role) >= clearance]
    there = Appointment.objects.valid_on(today).filter(office=OuterRef("pk"), role__in=roles)
    fitting = there.filter(Q(fields=[]) | Q(fields__contains=[field]))
    theirs = ~Q(kind__in=OF_THEIR_FIELD) | Q(fields__contains=[field]) | ANY_FIELD
    offices: OfficeQuerySet = Office.objects.open_on(today).filter(theirs, Exists(fitting), kind__in=OWNING)
    return offices.filter(area__isnull=False)


def may_take(office: Office, *, field: str, clearance: int) -> bool:
    """Whether an office is one of them."""
    return takers(field=field, clearance=clearance).filter(pk=office.pk).exists()


def nearest_first(offices: OfficeQuerySet, village: int) -> OfficeQuerySet:
    """Those of the same kecamatan first, then of the kabupaten, of the provinsi, and the others; by name."""
    sizes = (10**4, 10**6, 10**8)
    near = Case(
        *(
            When(area_id__gte=village // size * size, area_id__lt=(village // size + 1) * size, then=Value(place))
            for place, size in enumerate(sizes)
        ),
        default=Value(len(sizes)),
        output_field=IntegerField(),
    )
    return offices.select_related("area").order_by(near, "name", "pk")


def named(offices: OfficeQuerySet, text: str) -> OfficeQuerySet:
    """Those whose name has every word of the text, whose code it is, or that serve an area of that name."""
    words = Q()
    for word in text.split()[:6]:
        words &= Q(name__icontains=word)
    areas = Area.objects.suggest(text, limit=AREAS)
    return offices.filter(words | Q(code__iexact=text) | Q(area__in=areas))
