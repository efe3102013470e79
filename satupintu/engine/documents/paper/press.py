"""Set one paper: run alone, with limits. Standard input is its data (JSON), standard output a line of JSON and the bytes.

``press.py ROOT LAYOUT FORMAT PPI TIME``: ROOT is where the house lies, LAYOUT letter or table, FORMAT pdf or png, TIME
seconds since 1970 (0: none).
The layout is read before the limits hold; afterwards no file grows, no socket opens, no program starts.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

LAYOUTS = {name: Path(__file__).with_name(file) for name, file in (("letter", "layout.typ"), ("table", "table.typ"))}


def main(root: str, layout_name: str, form: str, ppi: str, moment: str) -> None:
    """Print what stands on standard input. Ends the process."""
    sys.path.insert(0, root)
    from satupintu.lib.sheets.confinement import confine

    layout, letter = LAYOUTS[layout_name].read_bytes(), sys.stdin.buffer.read().decode()
    fonts = typst.Fonts(include_system_fonts=False)
    how: dict[str, Any] = {"format": form, "sys_inputs": {"letter": letter}}
    how |= {"pdf_standards": ["a-2a"], "timestamp": int(moment)} if form == "pdf" else {"ppi": float(ppi)}
    with TemporaryDirectory() as nothing:
        confine()
        compiler = typst.Compiler(layout, root=nothing, font_paths=fonts, ignore_system_fonts=True)
        pages = compiler.compile(input=layout, **how)
    made = [page for page in (pages if isinstance(pages, list) else [pages]) if page]
    sys.stdout.buffer.write(json.dumps([len(page) for page in made]).encode() + b"\n" + b"".join(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
