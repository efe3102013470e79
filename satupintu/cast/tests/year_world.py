"""A small world without a database: two villages, a secretariat, two institutions."""

from datetime import UTC, datetime

from satupintu.cast.clock import WorkClock
from satupintu.cast.history import World
from satupintu.cast.life import Institution, Officer, Post, Resident
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.periods import WorkCalendar, zone

NOW = datetime(2026, 11, 20, 4, 30, tzinfo=UTC)
CLOCK = WorkClock(NOW, zone(7302032006), WorkCalendar())
FIELDS = frozenset(field.value for field in ServiceField)


def small_world() -> World:
    """The same every time."""
    slrt = _post(1, "S7302", (7302032005, 7302032006), None)
    villages = [_post(place, f"P{number}", (number,), slrt) for place, number in enumerate((7302032005, 7302032006), 2)]
    institutions = [
        Institution(10 + place, name, name, 7302000000, FIELDS, _officer(100 + place))
        for place, name in enumerate(("D7302DUKCAPIL", "D7302DINKES", "D7302DIKBUD", "C7302LKS", "PKSAI"))
    ]
    residents = {
        number: [_resident(number % 100 * 1000 + age, number, age) for age in range(90)]
        for number in (7302032005, 7302032006)
    }
    return World([(slrt, 1.0), *((post, 2.0) for post in villages)], institutions, residents, CLOCK)


def _post(key: int, code: str, villages: tuple[int, ...], above: Post | None) -> Post:
    front, field, server, head = (_officer(key * 10 + place) for place in range(4))
    return Post(key, code, f"Kantor {code}", villages, front, field, server, head, above)


def _officer(key: int) -> Officer:
    return Officer(key, f"Petugas {key}", f"Petugas {key} · Peran · Kantor")


def _resident(key: int, village: int, age: int) -> Resident:
    return Resident(key, f"WARGA {key}", key % 2 == 0, 2026 - age, f"{key:016d}", village, "Dusun", key // 4, "KEPALA")


VERBS = {
    "complaint.registered": {"complaint.register"},
    "complaint.classified": {"complaint.classify"},
    "complaint.checked": {"complaint.check"},
    "complaint.recommended": {"complaint.recommend"},
    "complaint.returned_for_repair": {"complaint.return_for_repair"},
    "complaint.repaired": {"complaint.repair"},
    "complaint.service_returned": {"complaint.return_for_repair"},
    "complaint.settled": {"complaint.settle"},
    "complaint.service_finished": {"complaint.finish_service", "complaint.settle"},
    "complaint.escalated": {"complaint.escalate"},
    "complaint.referred": {"complaint.refer"},
    "complaint.told": {"complaint.tell"},
    "complaint.closed": {"complaint.close"},
    "complaint.reopened": {"complaint.reopen"},
    "complaint.paused": {"complaint.pause"},
    "referral.sent": {"complaint.refer"},
    "referral.accepted": {"referral.accept"},
    "referral.rejected": {"referral.reject"},
    "referral.asked": {"referral.ask"},
    "referral.explained": {"referral.explain"},
    "referral.scheduled": {"referral.schedule"},
    "referral.withdrawn": {"referral.withdraw"},
    "referral.served": {"referral.serve"},
    "referral.not_served": {"referral.not_serve"},
}
"""What one must be allowed to do for each event to be in one's name."""
