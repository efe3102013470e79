"""Collect the front-end assets that the repository ships (for maintainers; users never need this or node).

Usage: get the two packages with `npm pack @tabler/core@1.6.1 @tabler/icons@3.51.0`, unpack each tarball, then
`python tools/assets/collect.py CORE_FOLDER ICONS_FOLDER`. It writes

- static/vendor/tabler.min.css: the part of Tabler that the desk uses (see KEPT), without source map,
- static/ui/icons.svg: one sprite of the icons named in ICONS,
- static/vendor/VERSIONS: name, version, licence and sha256 of every vendored file.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "satupintu/engine/ui/static"

ICONS = """
home search pencil-plus user users users-group inbox send file-text files map-pin building building-community
calendar clock alert-triangle check x circle circle-dot circle-check circle-x circle-dashed circle-minus hourglass
chevron-down chevron-left chevron-right arrow-left arrow-right arrow-up arrow-down arrows-sort arrow-back-up
download upload printer filter plus logout login language settings phone mail mail-forward paperclip photo lock eye
eye-off refresh history info-circle help-circle trash edit external-link chart-bar list-check report id briefcase
menu-2 dots message-circle file-import list-search
shield shield-check bell ban message switch-horizontal heart-handshake key device-floppy table clipboard-list
""".split()

# The parts of Tabler that the desk uses. A class is kept when it is one of these words or continues it with a dash;
# rules without a class (the reset) always stay. Whatever else the desk shows is drawn in static/ui/desk.css.
KEPT = """
alert align btn card col container d display flex form fw gap g gx gy h has-validation input invalid-feedback is-invalid
is-valid justify lh list-inline list-unstyled m me ms mb mt mx my overflow p pe ps pb pt px py page-body page-title
progress row sticky table text valid-feedback visually-hidden w was-validated active disabled show collapsed hover
focus end start
""".split()
DROPPED = """
btn-facebook btn-twitter btn-google btn-youtube btn-vimeo btn-dribbble btn-github btn-instagram btn-pinterest btn-vk btn-rss
btn-flickr btn-bitbucket btn-tabler btn-x btn-blue btn-azure btn-indigo btn-purple btn-pink btn-red btn-orange btn-yellow
btn-lime btn-green btn-teal btn-cyan btn-gray btn-ghost btn-pill btn-animate btn-loading btn-muted btn-dark btn-light
btn-warning btn-info btn-outline btn-square btn-floating form-imagecheck form-colorinput form-colorcheck form-floating
text-bg text-blue text-azure text-indigo text-purple text-pink text-red text-orange text-yellow text-lime text-green
text-teal text-cyan text-gray text-opacity card-sponsor card-stacked card-rotate card-tabs card-link card-img card-cover
alert-blue h-screen col-xxl d-xxl flex-xxl table-dark btn-close btn-toolbar form-range
""".split()


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield (prelude, body) of each top-level rule; a statement such as @charset has an empty body."""
    start = depth = 0
    opened = 0
    quote = ""
    for place, letter in enumerate(css):
        if quote:
            if letter == quote and css[place - 1] != "\\":
                quote = ""
        elif letter in "\"'":
            quote = letter
        elif letter == "{":
            depth += 1
            if depth == 1:
                opened = place
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1
        elif letter == ";" and depth == 0:
            yield css[start:place].strip(), ""
            start = place + 1


def selectors(prelude: str) -> list[str]:
    """Split a selector list at its outer commas."""
    parts: list[str] = []
    depth = 0
    word = ""
    for letter in prelude:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            parts.append(word)
            word = ""
        else:
            word += letter
    return [*parts, word]


def begins(name: str, parts: list[str]) -> bool:
    """Say whether a class name is one of the parts or continues one with a dash."""
    return any(name == part or name.startswith(part + "-") for part in parts)


def unwanted(selector: str) -> bool:
    """Say whether a selector speaks of a class that the desk does not use, or of the dark theme."""
    if "data-bs-theme" in selector:
        return True
    classes = re.findall(r"\.(-?[A-Za-z][\w-]*)", selector)
    return any(begins(name, DROPPED) or not begins(name, KEPT) for name in classes)


def subset(css: str) -> str:
    """Return the style sheet without the dropped parts; at-rules with blocks are searched inside."""
    kept: list[str] = []
    for prelude, body in rules(css):
        if not body:
            continue
        if prelude.startswith(("@media", "@supports")):
            inner = subset(body)
            if inner:
                kept.append(f"{prelude}{{{inner}}}")
        elif prelude.startswith(("@keyframes", "@font-face")):
            continue
        elif prelude.startswith("@"):
            kept.append(f"{prelude}{{{body}}}")
        else:
            left = [one for one in selectors(prelude) if not unwanted(one)]
            if left:
                kept.append(f"{','.join(left)}{{{body}}}")
    return "".join(kept)


def sprite(folder: Path, version: str) -> str:
    """Return one SVG with a symbol for each named icon."""
    symbols = []
    for name in sorted(set(ICONS)):
        drawing = (folder / f"icons/outline/{name}.svg").read_text()
        inner = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.S)
        if inner is None:
            raise SystemExit(f"{name}: not an SVG")
        paths = "".join(re.findall(r"<(?!path stroke=\"none\")[^>]+>", " ".join(inner[1].split())))
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{paths}</symbol>')
    note = f"<!-- Tabler Icons {version}, MIT License, Copyright (c) 2020-2026 Paweł Kuna -->"
    look = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    lines = "\n".join(symbols).replace("<symbol ", f"<symbol {look} ")
    return f'<svg xmlns="http://www.w3.org/2000/svg">{note}\n{lines}\n</svg>\n'


def main(core: Path, icons: Path) -> None:
    """Write the vendored files and their list."""
    versions = {folder: json.loads((folder / "package.json").read_text())["version"] for folder in (core, icons)}
    css = (core / "dist/css/tabler.min.css").read_text()
    banner = re.search(r"/\*!.*?\*/", css, re.S)
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    (UI / "vendor").mkdir(parents=True, exist_ok=True)
    (UI / "ui").mkdir(parents=True, exist_ok=True)
    sheet = UI / "vendor/tabler.min.css"
    sheet.write_text(f'@charset "UTF-8";{banner[0] if banner else ""}\n{subset(plain)}\n')
    drawing = UI / "ui/icons.svg"
    drawing.write_text(sprite(icons, versions[icons]))
    lines = ["# file name version licence sha256; made by tools/assets/collect.py"]
    for path, name, version in (
        (sheet, "@tabler/core (subset)", versions[core]),
        (drawing, "@tabler/icons (subset)", versions[icons]),
    ):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{path.relative_to(UI)}\t{name}\t{version}\tMIT\t{digest}")
    (UI / "vendor/VERSIONS").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
