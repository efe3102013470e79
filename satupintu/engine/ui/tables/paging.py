"""Paging by key: a page is found by its neighbour's sort values and primary key, never by counting rows off.

The address carries only the neighbour's primary key, so no name or number of a person gets into a log; the sort
values are read again from the row. When that row is gone, the first page is shown.
"""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)


class Page(NamedTuple, Generic[M]):
    """Rows of one page and the keys of its neighbours (None: there is no such page)."""

    rows: list[M]
    before: Any
    after: Any


def total_order(order: Sequence[str]) -> list[str]:
    """Complete a list of sort fields by the primary key, in the direction of the first field, so that it is total."""
    if any(field.lstrip("-") == "pk" for field in order):
        return list(order)
    return [*order, "-pk" if order and order[0].startswith("-") else "pk"]


def flipped(order: Sequence[str]) -> list[str]:
    """Turn an order round."""
    return [field[1:] if field.startswith("-") else f"-{field}" for field in order]


def beyond(order: Sequence[str], values: Sequence[Any], nullable: Sequence[bool]) -> Q:
    """Say which rows come after the row with these values, NULLs as PostgreSQL sorts them (last, or first downwards).

    The leading field is bounded on its own too, so that an index on it can be entered at the right place.
    """
    after, same = Q(), Q()
    for field, value, may_be_null in zip(order, values, nullable, strict=True):
        name = field.lstrip("-")
        down = field.startswith("-")
        if value is None:
            step = Q(**{f"{name}__isnull": False}) if down else None
            equal = Q(**{f"{name}__isnull": True})
        else:
            step = Q(**{f"{name}__{'lt' if down else 'gt'}": value})
            if may_be_null and not down:
                step |= Q(**{f"{name}__isnull": True})
            equal = Q(**{name: value})
        if step is not None:
            after |= same & step
        same &= equal
    first = order[0]
    if values[0] is None or nullable[0]:
        return after
    return Q(**{f"{first.lstrip('-')}__{'lte' if first.startswith('-') else 'gte'}": values[0]}) & after


def _may_be_null(model: type[Model], path: str) -> bool:
    """Say whether a sort field can be NULL; what is not a plain field (an annotation) might be."""
    if path == "pk":
        return False
    current: type[Model] = model
    for name in path.split("__"):
        try:
            field = current._meta.get_field(name)
        except FieldDoesNotExist:
            return True
        if getattr(field, "null", True):
            return True
        if field.related_model is not None and field.related_model != "self":
            current = field.related_model  # type: ignore[assignment]
    return False


def _values_of(rows: QuerySet[M], names: Sequence[str], key: str) -> tuple[Any, ...] | None:
    """Read the sort values of the row with this key: from the list, or from its table when it has left the list."""
    for source in (rows.order_by(), rows.model._base_manager.all()):
        try:
            found = source.filter(pk=key).values_list(*names).first()
        except (FieldError, ValueError, TypeError):
            continue
        if found is not None:
            return tuple(found)
    return None


def page(rows: QuerySet[M], order: Sequence[str], size: int, *, after: str = "", before: str = "") -> Page[M]:
    """Return one page of rows in a total order; `after`/`before` is the primary key of the neighbouring row."""
    order = total_order(order)
    names = [field.lstrip("-") for field in order]
    key = after or before
    values = _values_of(rows, names, key) if key else None
    backwards = bool(before) and values is not None
    walk = flipped(order) if backwards else order
    found = rows.order_by(*walk)
    if values is not None:
        # Flipping the order also flips where PostgreSQL puts NULL, so `beyond` holds for both directions.
        found = found.filter(beyond(walk, values, [_may_be_null(rows.model, name) for name in names]))
    got = list(found[: size + 1])
    more, got = len(got) > size, got[:size]
    if backwards:
        got.reverse()
        return Page(got, got[0].pk if more and got else None, got[-1].pk if got else None)
    return Page(got, got[0].pk if values is not None and got else None, got[-1].pk if more else None)
