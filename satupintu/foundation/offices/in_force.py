"""Questions about appointments in force that pages ask again and again, each by a statement that is written only once.

Every request begins with the first, every home page and new complaint asks the second; composing their SQL anew cost more
than answering them.
"""

from collections.abc import Collection
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from django.db import connection, models

from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Account, Appointment, Office

LEFT_OUT = {"hours"}
"""What no request asks for; it is read when somebody does."""
_IN_FORCE = "account.is_active and appointment.valid_from <= %s and appointment.valid_to >= %s"
"""From one day to another, for accounts that may sign in: the last day asked for, then the first."""
_STAFF = (
    "select appointment.fields, appointment.role from offices_appointment appointment "  # noqa: S608 - words of our own
    "join offices_account account on account.id = appointment.account_id "
    "where appointment.office_id = %s and appointment.role = any(%s) "
    f"and {_IN_FORCE}"
)


def _columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return [field for field in model._meta.concrete_fields if field.name not in LEFT_OUT]


@cache
def _statement() -> str:
    """The question as SQL: appointment, account, office and area side by side."""
    tables = {"appointment": Appointment, "account": Account, "office": Office, "area": Area}
    columns = ", ".join(f'{name}."{field.column}"' for name, model in tables.items() for field in _columns(model))
    return (
        f"select {columns} from offices_appointment appointment "  # noqa: S608 - names of our own columns
        "join offices_account account on account.id = appointment.account_id "
        "join offices_office office on office.id = appointment.office_id "
        "left join areas_area area on area.number = appointment.area_id "
        f"where account.id = %s and {_IN_FORCE} "
        "order by appointment.valid_from, appointment.id"
    )


def around(account_id: int, first: date, last: date) -> list[Appointment]:
    """Appointments of an account that may sign in, in force on a day from ``first`` to ``last``, with their place."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(), [account_id, last, first])
        rows = cursor.fetchall()
    found = []
    for row in rows:
        values = iter(row)
        appointment, account, office, area = (_row(model, values) for model in (Appointment, Account, Office, Area))
        appointment.account, appointment.office = account, office
        appointment.area = area if area.pk is not None else None
        found.append(appointment)
    return found


def staff(office_id: int, roles: Collection[str], today: date) -> list[tuple[list[str], str]]:
    """The service fields (none for all of them) and the role of each appointment of these roles in force at an office."""
    with connection.cursor() as cursor:
        cursor.execute(_STAFF, [office_id, [str(role) for role in roles], today, today])
        return cursor.fetchall()


def _row(model: type[models.Model], values: Any) -> Any:
    fields = _columns(model)
    return model.from_db("default", [field.attname for field in fields], list(islice(values, len(fields))))
