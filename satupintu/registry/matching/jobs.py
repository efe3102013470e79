"""What workers do for matching. Killed at any point, a search is simply run again."""

from satupintu.engine.jobs import job


@job("matching.find")
def find(search_id: int) -> None:
    """Search the register of an area for records that may be one person."""
    from satupintu.registry.matching.searching import Seeker

    Seeker(search_id).run()
