"""What is odd about a NIK or family card number, asked of PostgreSQL: the same that `lib.nik` says of one number.

`tests/test_questions.py` holds both against each other.
"""

from typing import Any

from django.db.models import BigIntegerField, BooleanField, Exists, Func, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat, Substr

from satupintu.foundation.areas.models import Area

_IMPOSSIBLE = """(
    substr(%(expressions)s, 9, 2)::int not between 1 and 12
    or ({day}) < 1
    or ({day}) > case
        when substr(%(expressions)s, 9, 2) = '02'
            then case when mod(substr(%(expressions)s, 11, 2)::int, 4) = 0 then 29 else 28 end
        when substr(%(expressions)s, 9, 2) in ('04', '06', '09', '11') then 30 else 31 end
)"""
_DAY = "substr(%(expressions)s, 7, 2)::int"
_NIK_DAY = f"{_DAY} - case when {_DAY} > 40 then 40 else 0 end"


def _said(template: str, *fields: str) -> Any:
    return Func(*fields, template=template, output_field=BooleanField())


def impossible_day(field: str, *, of_person: bool) -> Any:
    """No such day in its digits; in a NIK women have forty more. 29 February counts where one of the two centuries has it."""
    return _said(_IMPOSSIBLE.format(day=_NIK_DAY if of_person else _DAY), field)


def no_serial(field: str) -> Q:
    """Ending in 0000."""
    return Q(**{f"{field}__endswith": "0000"})


def unknown_area(field: str) -> Any:
    """Its first six digits were never the code of a kecamatan."""
    number = Cast(Concat(Substr(OuterRef(field), 1, 6), Value("0000")), BigIntegerField())
    return ~Exists(Area.objects.filter(pk=number))


def other_birth() -> Any:
    """A NIK whose date is not the birth date: what is not known is not compared, nor a date that does not exist."""
    written = f"lpad(({_NIK_DAY})::text, 2, '0') || substr(%(expressions)s, 9, 4)"
    return _said(f"(birth_date is not null and {written} <> to_char(birth_date, 'DDMMYY'))", "nik")


def other_sex() -> Any:
    """A NIK whose day says the other sex."""
    return _said(
        f"((sex = 'male' and {_DAY} between 41 and 71) or (sex = 'female' and {_DAY} between 1 and 31))", "nik"
    )
