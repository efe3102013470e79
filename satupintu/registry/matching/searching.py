"""Searching the live register: records out under the house's scope, compared outside any transaction, pairs back in."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings as house_settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.functional import cached_property

from satupintu.foundation.access import house
from satupintu.registry.matching.actions.searching import Found, find
from satupintu.registry.matching.linkage.engine import searching
from satupintu.registry.matching.linkage.model import ENOUGH_TO_LEARN, Model, Settings
from satupintu.registry.matching.linkage.standard import standardised
from satupintu.registry.matching.models import Search
from satupintu.registry.matching.words import SearchState

MOST = 200_000
"""Pairs that are kept of one search, the best first."""
_COLUMNS = ("id", "nik", "kk", "name", "birth_date", "birth_year", "sex", "village", "mother")
_PEOPLE = Path(__file__).parent / "sql" / "people.sql"


class Seeker:
    """One search from its beginning to its end; run again after it was killed, it begins anew."""

    def __init__(self, search_id: int, settings: Settings | None = None) -> None:
        self.search_id, self.settings = search_id, settings or Settings(backend=house_settings.MATCHING_BACKEND)

    @cached_property
    def search(self) -> Search:
        """The search as it was asked for."""
        with house("Mencari pencarian data ganda", quietly=True):
            found: Search = Search.objects.get(pk=self.search_id)
        return found

    def run(self) -> Search:
        """Search and keep what was found; does nothing when that is done. A search that fails says so and raises."""
        if self.search.word in {SearchState.DONE, SearchState.FAILED}:
            return self.search
        try:
            found = self._found()
        except (InterfaceError, OperationalError):
            raise  # the database was away: the worker runs it again, from the beginning
        except Exception:
            self._stand(SearchState.FAILED, ended_at=timezone.now())
            raise
        with self._as_house() as by:
            return find(self.search, by=by, found=found, key=f"duplicate.find.{self.search_id}")

    def _found(self) -> Found:
        with searching(self.settings) as seeker:
            self._stand(SearchState.READING)
            with self._as_house():
                count = seeker.read(standardised(self._people()))
            if count >= ENOUGH_TO_LEARN:
                self._stand(SearchState.LEARNING)
                model = seeker.train()
            else:
                model = Model.shipped()
            self._stand(SearchState.COMPARING)
            pairs = list(islice(seeker.rows(seeker.pairs(model)), MOST)) if count else []
        return Found(count, model, self.settings, pairs)

    def _people(self) -> Iterator[dict[str, Any]]:
        """The records of the area, out of the register as the walls let the house see them."""
        start, end = self.search.span
        statement = _PEOPLE.read_text().format(start=int(start), end=int(end))
        with connection.cursor() as cursor, cursor.copy(statement) as copied:
            copied.set_types(["int8", "text", "text", "text", "text", "text", "text", "int8", "text"])
            for row in copied.rows():
                yield dict(zip(_COLUMNS, row, strict=True))

    def _stand(self, state: SearchState, **more: Any) -> None:
        """Say where the search stands, so that whoever waits sees it go on."""
        with self._as_house():
            Search.objects.filter(pk=self.search_id).update(state=state, **more)

    def _as_house(self) -> Any:
        return house(f"Mencari data ganda {self.search.trace}", spans=(self.search.span,), quietly=True)
