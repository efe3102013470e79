"""What a form is sent: an answer to every question that any form of the house asks."""

from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from satupintu.foundation.access import visitors
from satupintu.foundation.offices.models import Office
from satupintu.work.catalogue.models import Service

WITA = ZoneInfo("Asia/Makassar")
"""Where the offices of the cast lie: for an hour of the night it is another day there than in the capital."""

SHARED = {
    "field": "health", "nature": "need", "urgency": "ordinary", "sensitivity": "ordinary", "kind": "grievance",
    "channel": "walk_in", "relation": "family", "reporter_name": "Nama Pelapor", "reporter_phone": "0811",
    "text": "Isi yang ditulis.", "wish": "Harapan.", "about": "Seseorang", "village": "73.02.03.2006",
    "what": "Diantar ke kantor.", "result": "Selesai.", "reason": "other", "need": "Mohon dibantu.", "nik": "",
    "name": "Nama Baru", "way": "phone", "told_to": "Keluarga", "outcome": "informed", "note": "Catatan.",
    "address": "Jalan Baru", "phone": "0812", "email": "a@example.org", "fields_served": ["health"],
    "code": "ZZZ999", "area": "73.02.03.2006", "username": "orang.baru", "role": "facilitator",
    "office": "P7302032006", "sk_number": "SK/baru", "sex": "female", "birth_year": "1980", "rt": "1", "rw": "1",
    "relationship": "other", "seen": "1", "sure": "1", "dusun": "Dusun Baru", "birth_place": "Kota Baru",
    "mother_name": "Ibu Baru", "occupation": "Petani", "kk_number": "", "consent": "", "column_0": "name",
    "column_1": "nik", "visitors": "2", "kk": "1", "cards": "", "findings": "Rumah bocor.", "surveys": ["bbl"],
    "remarks": "Ramai.", "challenges": "",
    "place": "RT 2", "coordinates": "-5.5, 120.4", "consent_by": "Kepala keluarga", "meet_time": "09.30",
    "meet_place": "Loket 3", "guest_name": "Petugas Penerima", "guest_position": "Kepala Ruang",
    "keperluan": "Berobat.", "tujuan": "Kepala Dinas", "nip": "", "penanda_0": "Kepala", "nip_0": "",
    "number": "P7302032006-K26-0001", "danger": "no", "contact": "any", "judgement": "solved",
    "why": "papers", "listed": "not_listed", "eligible": "needs_visit", "advice": "refer",
    "summary": "Uraian tanpa nama.", "name_0": "Kepala Baru", "signed_by": "Kepala Desa",
    "position": "Kepala Desa", "officer": "Petugas", "finding": "enumerated", "confirmed": "yes", "found": "found",
    "able": "no", "missing": "", "signatory": "Bupati", "for_list": "dtsen", "rt_men": "3",
    "choice": "later", "agrees": "0", "other": "O-1",
}  # fmt: skip
OWN_WORDS = {
    "offices": {"kind": "puskesos", "reason": "rotated", "day": "2027-03-01"},
    "deadlines": {
        "subject": "complaint",
        "urgency": "0",
        "level": "",
        "amount": "5",
        "unit": "working_days",
        "remind_before": "1",
        "climb_after": "1",
        "source": "SK",
    },
    "changes": {"basis": "musdes"},
    "detection": {"result": "helped"},
    "visits": {"kind": "home", "result": "met"},
    "partners": {
        "kind": "youth",
        "name": "Karang Taruna",
        "village": "7302032006",
        "reason": "stopped",
        "capacity": "7",
        "phone": "",
    },
    "complaints:kunjungan": {"result": "met"},
    "complaints:rujukan": {"consent": "spoken"},
    "complaints:pelimpahan": {"to": "P7302032005"},
    "sorting": {
        "purpose": "Dihubungi",
        "basis": "duty",
        "basis_text": "UU 23/2014",
        "asked": "populasi=everybody",
        "tables": ["sex"],
        "done_on": "2026-03-02",
        "is_last": "on",
        "mark": "AAAA-BBBB-CCCC-DDDD",
    },
    "people:new_ppks": {"ppks": "13", "basis": "family", "evidence": "Dilihat sendiri.", "office": ""},
    "people:new_household_ppks": {"ppks": "25", "basis": "family", "evidence": "Dilihat sendiri.", "office": ""},
    "people:verify": {"verdict": "here"},
    "people:confirm_household": {"said_by": "head"},
    "people:end_ppks": {"because": "overcome"},
    "people:contact": {"rule": "message", "introduction": "hide", "ask_for": "Adik", "best_time": "Sore"},
    "privacy": {"kind": "copy", "asker": "self", "asker_name": "", "proof": "identity", "ground": "x", "reason": "12"},
    "answers:enter": {"code": "AAAA-BBBB-CCCC-DDDD"},
    "offices:new_closure": {"reason": "Kerja bakti", "office": ""},
    "public:report": {"relation": "self"},
    "public:send": {"relation": "self"},
}
"""Where the same question has another answer: by namespace or by route."""

TO = {"referrals:eskalasi": "S7302", "complaints:penerusan": "S7302"}
"""The office that a form sends something to, where it is another than an agency."""


def answers(route: str, by: Any) -> dict[str, Any]:
    """A full set of answers for the form of a route, as ``by`` would send it, with a fresh key and a ticket of our page."""
    today = timezone.localdate(timezone=WITA)
    days = {name: today.isoformat() for name in ("on", "since", "sk_date", "valid_from", "day", "signed_on", "held_on")}
    later = {name: (today + timedelta(days=9)).isoformat() for name in ("due_on", "valid_to", "meet_on", "expected_on")}
    receiver = Office.objects.filter(code=TO.get(route, "D7302DUKCAPIL")).values_list("pk", flat=True).first()
    service = Service.objects.values_list("pk", flat=True).first()
    own = OWN_WORDS.get(route.partition(":")[0], {}) | OWN_WORDS.get(route, {})
    return {
        **SHARED, **days, **later, "server": by.pk if by else 0, "to": receiver, "key": str(uuid4()),
        "service": service, f"visitors{service}": "1", "visitor": by.pk if by else 0,
        visitors.FIELD: visitors.ticket(), **own,
    }  # fmt: skip
