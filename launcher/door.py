"""The commands of `./run`: which there are, what each says of itself, and how one is called."""

import importlib
import sys

from launcher.processes import Stopped
from launcher.speech import Refusal, english, say

COMMANDS = {
    "demo": ("semua disiapkan dan dijalankan dengan data contoh", "set everything up and run it with demo data"),
    "test": ("pasang keperluan uji, lalu jalankan semua uji", "install what the tests need and run all of them"),
    "dev": ("jalankan untuk mengembangkan: DEBUG, muat ulang otomatis", "run for development: DEBUG, automatic reload"),
    "serve": (
        "jalankan sungguhan: pengaturan dari lingkungan saja",
        "run for production: settings from the environment",
    ),
    "check": ("gaya, tipe, aturan impor, aturan rumah, enam angka", "style, types, import and house laws, six numbers"),
    "shots": ("gambar layar setiap halaman utama", "screenshots of every main page"),
    "bench": ("ukur kecepatan; setiap angka sebuah perbandingan", "measure speed; every figure a ratio"),
    "manage": ("manage.py dengan basis data folder ini", "manage.py with this folder's database"),
    "backup": ("simpan cadangan ke sebuah berkas: ./run backup BERKAS", "write a backup to a file: ./run backup FILE"),
    "restore": ("pulihkan dari cadangan: ./run restore BERKAS", "restore from a backup: ./run restore FILE"),
    "room": (
        "buat ruang kosong beserta uji yang gagal: ./run room NAMA",
        "make an empty room with failing tests: NAME",
    ),
}


def main(argv: list[str]) -> int:
    """Run the command named first; without one, list them. The answer is the exit code."""
    name = argv[0] if argv else ""
    if name in ("", "help", "-h", "--help"):
        return _list()
    if name not in COMMANDS:
        say(f"Tidak ada perintah `{name}`. Yang ada:", f"There is no command `{name}`. There are:")
        _list()
        return 2
    try:
        answer: int = importlib.import_module(f"launcher.commands.{name}").run(argv[1:])
        return answer
    except Refusal as refusal:
        print(refusal, file=sys.stderr, flush=True)
        return 1
    except (Stopped, KeyboardInterrupt):
        return 130


def _list() -> int:
    say("Satu Pintu · ./run PERINTAH\n", "Satu Pintu · ./run COMMAND\n")
    for name, (indonesian, in_english) in COMMANDS.items():
        print(f"  {name:8} {in_english if english() else indonesian}")
    say(
        "\nPilihan bersama: --data FOLDER (bawaan .data). DATABASE_URL: pakai PostgreSQL lain (15 atau lebih baru).",
        "\nShared option: --data FOLDER (default .data). DATABASE_URL: use another PostgreSQL (15 or newer).",
    )
    return 0
