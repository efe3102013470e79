"""``demo_accounts``: whom one may be in the demo."""

from typing import Any

from django.core.management.base import BaseCommand

from satupintu.cast.accounts import DEMO_ACCOUNTS, PASSWORD
from satupintu.cast.officers import OFFICERS
from satupintu.cast.stage import strong

WITH_CODE = "*"


class Command(BaseCommand):
    """Print the accounts of the demo as a small table, with the password and the second factor."""

    help = "Menampilkan akun peragaan."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print."""
        asked = {officer.username for officer in strong(OFFICERS)}
        rows = [
            (f"{username}{WITH_CODE if username in asked else ''}", str(role), place)
            for username, role, place in DEMO_ACCOUNTS
        ]
        head = ("Nama pengguna", "Peran", "Tempat")
        widths = [max(len(row[column]) for row in [head, *rows]) for column in (0, 1)]
        for row in [head, tuple("─" * len(title) for title in head), *rows]:
            self.stdout.write(f"  {row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}")
        self.stdout.write(f"\n  Sandi semua akun: {PASSWORD}")
        self.stdout.write(
            f"  {WITH_CODE} Akun tingkat kabupaten ke atas juga diminta kode enam angka; di peragaan kodenya tampil di\n"
            "    halaman masuk itu sendiri. Setiap desa punya koordinator, depan dan fasilitator, mis. darubiah.koordinator."
        )
