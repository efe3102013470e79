"""Mappings as plain data: what a column of a file is read into. Knows no database.

    layout = from_yaml(text)                       # Raises NotALayout
    with open_book(path, layout) as book:          # or None: the layout that the headings suggest
        book.layout, book.bound
        for row, problems in book.rows: …

`document` says what a layout is, `reading` makes one of a document, `binding` finds its columns in a sheet, `book` joins two
sheets, `proposing` suggests one by headings, `fields` knows code lists.
"""

from satupintu.registry.imports.layout.binding import MESSAGE, Bound, BoundColumn, Unbound
from satupintu.registry.imports.layout.book import Book, as_one, book_of, open_book
from satupintu.registry.imports.layout.document import ColumnRule, Layout, NotALayout, SheetRule, Source
from satupintu.registry.imports.layout.proposing import propose, rule_for
from satupintu.registry.imports.layout.reading import read_layout
from satupintu.registry.imports.layout.yaml_text import from_yaml, to_yaml

__all__ = [
    "MESSAGE",
    "Book",
    "Bound",
    "BoundColumn",
    "ColumnRule",
    "Layout",
    "NotALayout",
    "SheetRule",
    "Source",
    "Unbound",
    "as_one",
    "book_of",
    "from_yaml",
    "open_book",
    "propose",
    "read_layout",
    "rule_for",
    "to_yaml",
]
