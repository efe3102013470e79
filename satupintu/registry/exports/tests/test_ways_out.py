"""No list about people leaves by another way: what the code says of every table and every maker of files."""

import ast
from pathlib import Path

from tests.laws import house

OFFICERS = {"doors/desk/supervision.py": "officers and counts of their work, no citizen"}
"""Pages about people whose table is a file at once, and why."""
MAKERS = {"response", "book", "table_pdf", "write_xlsx", "write_book", "write_csv"}
"""What makes a file of rows."""
MAKES = {
    "engine/ui/tables/files.py": "the maker",
    "engine/ui/tables/table.py": "the maker, which asks for a stamp",
    "lib/sheets/writing.py": "the maker",
    "registry/changes/desk/exchange.py": "through leaving",
    "registry/imports/desk.py": "through leaving",
    "registry/privacy/desk/breaches.py": "through leaving; as JSON without names",
    "registry/privacy/desk/copies.py": "one person's data for whoever asked, with a mark of its own",
    "registry/privacy/management/commands/breach.py": "on the host, for whoever answers for the breach",
    "reports/sorting/desk/names.py": "a list that was handed over, with a mark of its own",
    "reports/sorting/papers.py": "tables of counts",
    "reports/bulletins/papers.py": "counts, one officer's report, and lists through leaving",
    "reports/bulletins/desk/sheets.py": "tables of counts",
}
"""Every file in which a file of rows is made, and why that is no second way out."""


def _trees() -> list[tuple[str, ast.Module]]:
    found = [path for path in house.files(".py") if house.APP in path.parents and not house.is_test(path)]
    return [(str(path.relative_to(house.APP)), ast.parse(Path(path).read_text(encoding="utf-8"))) for path in found]


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _says(call: ast.Call, name: str) -> bool:
    return any(one.arg == name for one in call.keywords)


def _is_about_people(view: ast.FunctionDef) -> bool:
    """Whether the view is an officer's page that shows data of people."""
    guards = [one for one in view.decorator_list if _called(one) == "officer"]
    return any(not _says(one, "personal") for one in guards if isinstance(one, ast.Call))


def test_a_list_on_a_page_about_people_leaves_only_when_it_was_asked_for() -> None:
    open_ones = {
        place
        for place, tree in _trees()
        for view in ast.walk(tree)
        if isinstance(view, ast.FunctionDef) and _is_about_people(view)
        for call in ast.walk(view)
        if isinstance(call, ast.Call) and _called(call) == "Table"
        if _says(call, "may_export") and not _says(call, "personal")
    }
    assert open_ones == set(OFFICERS)


def test_every_maker_of_files_is_known() -> None:
    makers = {
        place
        for place, tree in _trees()
        for call in ast.walk(tree)
        if _called(call) in MAKERS and not place.startswith("cast/")
    }
    assert makers == set(MAKES)
