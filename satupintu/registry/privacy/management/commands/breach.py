"""Whose data an account was shown in a window of time: for the notice that the law wants within 3 × 24 hours."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from satupintu.engine.ui.tables.files import plain
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Account
from satupintu.lib.sheets import write_book
from satupintu.registry.privacy.breach import as_dict, seen_by, sheets


class Command(BaseCommand):
    """``./run manage breach USERNAME --from 2026-11-01 --to 2026-11-03T12:00 [--xlsx FILE]``; answers JSON."""

    help = "List the people, fields and papers that an account was shown in a window of time."

    def add_arguments(self, parser: CommandParser) -> None:
        """The account and the window."""
        parser.add_argument("username")
        parser.add_argument("--from", dest="since", required=True)
        parser.add_argument("--to", dest="until", required=True)
        parser.add_argument("--xlsx", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the kit as JSON; write the workbook when a file is named. Raises CommandError for what cannot be meant."""
        account = Account.objects.filter(username=options["username"]).first()
        if account is None:
            raise CommandError("Akun ini tidak ada.")
        since, until = _moment(options["since"]), _moment(options["until"])
        if since >= until:
            raise CommandError("Akhir masa harus sesudah awalnya.")
        with house(f"memeriksa dugaan kebocoran lewat akun {account.pk}"):
            kit = seen_by(account.pk, since, until)
            if options["xlsx"]:
                rows = [
                    (title, heads, [[plain(one) for one in row] for row in lines])
                    for title, heads, lines in sheets(kit)
                ]
                write_book(rows, options["xlsx"])
        self.stdout.write(json.dumps(as_dict(kit), default=str, ensure_ascii=False))


def _moment(text: str) -> datetime:
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"Bukan waktu: {text}. Contoh: 2026-11-03T08:00.") from None
    return said if said.tzinfo else timezone.make_aware(said)
