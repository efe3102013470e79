"""The one door to Satu Pintu's commands: `./run`, or `python3 run.py` where there is no sh."""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Satu Pintu membutuhkan Python 3.11 atau lebih baru; ini Python %d.%d.\n" % sys.version_info[:2]
        + "Satu Pintu needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2]
    )
if os.name != "posix":
    sys.exit(
        "Satu Pintu berjalan di Linux dan macOS; di Windows, jalankan di dalam WSL.\n"
        "Satu Pintu runs on Linux and macOS; on Windows, run it inside WSL."
    )

from launcher.door import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
