"""Which Chromium the browser tests drive."""

import os
import shutil
import subprocess

from launcher.environment import PYTHON

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
INSTALL_WITHIN = 120.0
"""Seconds that a download by playwright may take."""
_ASK = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"


def find() -> str:
    """The path of the system's Chromium or of playwright's own; empty when there is none."""
    chosen = os.environ.get("SATUPINTU_CHROMIUM", "")
    if chosen:
        return shutil.which(chosen) or ""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    asked = subprocess.run([PYTHON, "-c", _ASK], capture_output=True, text=True, check=False).stdout.strip()
    return asked if asked and os.access(asked, os.X_OK) else ""


def install() -> str:
    """Let playwright download a Chromium where the network allows it; its path, or empty."""
    try:
        subprocess.run(
            [PYTHON, "-m", "playwright", "install", "chromium"],
            capture_output=True,
            timeout=INSTALL_WITHIN,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    return find()
