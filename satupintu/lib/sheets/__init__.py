"""Tables in files: what others hand in (CSV, XLSX, XLS, ODS) is read safely, what we write is opened harmlessly.

    with open_sheet(path) as sheet:
        sheet.names, sheet.name
        for row in sheet:            # streams; Row(number=2, cells=("7302…", 12.0, date(…), None))
            ...

A cell keeps its type: text is `str`, a number `int`/`float`, a date `date`/`datetime`, nothing is None. A number is
never turned into text here: a NIK kept as a number has lost digits before it came to us.

Everything that looks into the file happens in a child process with limits (512 MiB, 30 s of processor time, no network,
no writing): a hostile file ends the child, never the caller. Whatever is wrong with a file is `SheetRefused` with an
Indonesian sentence, at opening or while rows are read.
"""

from satupintu.lib.sheets.reading import Cell, Row, Sheet, open_sheet
from satupintu.lib.sheets.refusals import SheetRefused
from satupintu.lib.sheets.writing import Imprint, harmless, sheet_name, write_book, write_csv, write_xlsx

__all__ = [
    "Cell",
    "Imprint",
    "Row",
    "Sheet",
    "SheetRefused",
    "harmless",
    "open_sheet",
    "sheet_name",
    "write_book",
    "write_csv",
    "write_xlsx",
]
