"""`./run room FLOOR/NAME`: an empty room with failing tests."""

from launcher import options, room
from launcher.speech import say


def run(argv: list[str]) -> int:
    """Make the room and say what is to be written by hand."""
    parser = options.parser("room")
    parser.add_argument("name")
    place = parser.parse_args(argv).name
    folder = room.build(place)
    app = f"satupintu.{place.replace('/', '.')}"
    say(
        f'Ruang {folder} siap. Tulis README.md lebih dulu; tambahkan "{app}" ke INSTALLED_APPS di '
        f"satupintu/config/settings.py dan tempatnya di pyproject.toml (importlinter); lalu: ./run test {folder}",
        f'The room {folder} is there. Write its README.md first; add "{app}" to INSTALLED_APPS in '
        f"satupintu/config/settings.py and its place to pyproject.toml (importlinter); then: ./run test {folder}",
    )
    return 0
