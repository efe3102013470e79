"""The figures as a page of ``docs/``: what was compared with what, and which limit is kept."""

from typing import Any

HEAD = """# Speed

Every figure is a ratio measured in turn, ours and theirs, within one run of `./run bench --keep`. Times are told for
orientation only; machines differ, ratios stay. Both sides answer over HTTP from the same server process, in the settings
of production (connection pool, hashed static files; TLS left out), one request at a time.

What the ratios compare:

- **A page** is all of ours: session, appointment read anew, walls, the page's SQL, the event of reading, the whole HTML
  with frame, filter and deadlines in words. Theirs is a view without any middleware that sends the page's own SQL (each
  statement about the matter, with the walls' settings) by bare psycopg. Twice: with the rows drawn as a plain `<table>` by
  a small Django template, because ours draws too (the limit is held against this one), and as bare JSON, which draws
  nothing. Read strictly, the limit of 2.5 means the JSON one; it is told without a limit because it is not reached: the
  Python of middleware, frame and cells costs several times what fifty rows of JSON do. Drawing also gives this peer a cost
  of its own, so the first ratio flatters us where Django's templates are slow.
- **Their advantage**: psycopg prepares their statements after five turns, so they pay no planning; ours plans each time
  (only the home page's counts are read once per connection).
- **A page of numbers** (analisis, penyelia, lembar layanan) is held to twice its own SQL, answered as bare JSON, or to 300 ms
  at the 95th percentile: it draws little and counts much.
- **Registering** is ours with form, right, number, key, complaint, story, reporter and event in one transaction under the
  walls, against one `insert` of one row by bare psycopg. Ours makes twenty round trips to the database, theirs three.
- **Searching a name** looks at everybody of the kabupaten whose name sounds alike, so it grows with how many those are.
  **cari nama keliru** asks for 400 persons of the kabupaten with a slip, a short form, swapped or missing parts in their
  name, and tells in how many of them the right one stands among the first twenty.
- **tabel sortir**: the SQL of a sort table of the whole kabupaten, behind the walls, against DuckDB over parquet of the same
  columns (only where DuckDB is installed). Ours reads the night's count, whose age the page tells.
- **beda edisi**: two editions of a list compared by village over the whole country, each with nearly everybody on it, behind
  the walls; against the bare full join of the same rows with the walls open. The second line tells seconds, limit 30.
- **impor**: `manage.py import_file` as a process of its own: the file read in a confined process, every cell validated, rows
  compared with each other and with the register, staged, saved with households, cards, name keys, former rows and an event
  for each person, in one transaction; against COPY of the very rows that it left, ready made, into the same tables with
  their indexes and foreign keys, as the owner with the walls open. Memory is the peak of the largest process.
- **data ganda**: `manage.py matching_evaluate` on people who do not exist, a fifth of them written twice or thrice, against
  Splink as its tutorial sets it up on the same file (`bench/bare_splink.py`); both train themselves and count pairs alike.
- **tembok**: a page's SQL as the application's role under row-level security, against the same as the owner with the
  walls off; both bare psycopg. **rencana**: how many tables of more than 8,000 rows its plan reads from end to end.
- **pertumbuhan**: a page's SQL at all persons against the same at a tenth of them.
"""


def page(figures: list[Any], notes: list[str], persons: int) -> str:
    """The page as Markdown."""
    scope = persons // 4 + persons // 32
    lines = [
        HEAD,
        f"{persons:,} persons, {persons // 5:,} complaints; the scope asked from holds more than {scope:,} persons.\n",
        "| what | against | ratio | limit | | ours / theirs |",
        "|---|---|---|---|---|---|",
        *(f"| {f.name} | {f.against} | {f.ratio:.2f} | {_held(f)} |" for f in figures),
        "",
        *notes,
        "",
    ]
    return "\n".join(lines)


def _held(figure: Any) -> str:
    """The limit, whether it is kept, and the times."""
    if figure.limit is None:
        return f"– | told only | {figure.note}"
    return f"{figure.limit:.1f} | {'ok' if figure.good else '**over**'} | {figure.note}"
