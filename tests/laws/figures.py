"""The house in six numbers: ``python -m tests.laws.figures``.

tail      share of our code lines that stand in the longest tenth of the files: a house of even rooms has a short tail
knot      rooms in the largest circle of imports: none is the law
drawer    files and folders with a name that could hold anything: none is the law
longest file, longest function   in lines
tests : app   lines of tests for each line of the application
"""

from tests.laws import house


def figures() -> dict[str, str]:
    """The six numbers, as they are printed."""
    code = [path for path in house.files(".py") if house.APP in path.parents and not house.is_test(path)]
    tests = [path for path in house.files(".py") if house.is_test(path)]
    lengths = sorted((house.lines(path) for path in code), reverse=True)
    long_file = max(house.files(".py", ".js", ".html", ".css"), key=house.lines)
    long_function = max(house.functions(), key=lambda function: function.length)
    knot = house.largest_circle(house.imports())
    drawers = drawer_names()
    return {
        "tail": f"{sum(lengths[: max(1, len(lengths) // 10)]) / sum(lengths):.0%}",
        "knot": f"{len(knot)} {' '.join(sorted(knot))}".strip(),
        "drawer": f"{len(drawers)} {' '.join(drawers)}".strip(),
        "longest file": f"{house.lines(long_file)} {long_file.relative_to(house.TOP)}",
        "longest function": f"{long_function.length} {long_function.place}",
        "tests : app": f"{sum(map(house.lines, tests)) / sum(lengths):.2f}",
    }


def drawer_names() -> list[str]:
    """Files and folders that are drawers by name."""
    return [
        str(path.relative_to(house.TOP))
        for path in house.files(".py", ".js")
        if path.stem in house.DRAWERS or house.DRAWERS & set(path.relative_to(house.TOP).parts[:-1])
    ]


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:18}{value}")
