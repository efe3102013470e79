"""The one door to Satu Pintu's commands: `./run`, or `python3 run.py` where there is no sh."""

import os
import sys

found = f"{sys.version_info[0]}.{sys.version_info[1]}"
if sys.version_info < (3, 11):  # noqa: UP036 - the very machines this line is for
    sys.exit(
        f"Satu Pintu membutuhkan Python 3.11 atau lebih baru; ini Python {found}.\n"
        f"Satu Pintu needs Python 3.11 or newer; this is Python {found}."
    )
if os.name != "posix":
    sys.exit(
        "Satu Pintu berjalan di Linux dan macOS; di Windows, jalankan di dalam WSL.\n"
        "Satu Pintu runs on Linux and macOS; on Windows, run it inside WSL."
    )

from launcher.door import main  # noqa: E402 - nothing newer is read before the sentences above

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
