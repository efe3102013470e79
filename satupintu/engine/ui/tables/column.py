"""What a table shows in one column."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.utils.functional import Promise

Getter = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `key` names it in the address and is the attribute shown (dots follow relations) unless `cell` computes it.
    `sort` is the field, or the fields in order, that the column sorts by ("" = cannot). `export` computes the value in
    a file (default: the attribute, or the words of `cell`); `in_file` says whether it goes into the file at all. `tight`
    keeps it on one line; `descending` makes the first click sort downwards.
    Values may be str, safe markup, numbers, dates, datetimes (aware), bool or None.
    """

    key: str
    label: str | Promise
    cell: Getter | None = None
    sort: str | tuple[str, ...] = ""
    numeric: bool = False
    tight: bool = False
    descending: bool = False
    export: Getter | None = None
    on_phone: bool = True
    in_file: bool = True

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the column sorts by, none when it cannot be sorted."""
        return (self.sort,) if isinstance(self.sort, str) and self.sort else tuple(self.sort)

    @property
    def getter(self) -> Getter:
        """What computes the cell."""
        return self.cell or attrgetter(self.key)

    @property
    def file_getter(self) -> Getter:
        """What computes the value in a file."""
        return self.export or self.getter
