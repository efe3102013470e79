"""D5: the database fails at the first call, the second, the third … of each act: the state is before or after it.

Each act of a complaint's life is sent through its page again and again, with one more call allowed to the database each
time, until it goes through. Whatever was answered before that is a page a person can read, and nothing has changed.
"""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from satupintu.foundation.offices.models import Office
from satupintu.work.catalogue.models import RequirementSet
from satupintu.work.complaints.models import Complaint
from satupintu.work.referrals.models import Referral
from satupintu.work.transfers.models import Transfer
from tests.walls.footprints import reader

pytestmark = pytest.mark.slow
Desk = Callable[[Any], Client]
MOST = 400
"""Calls that no act needs."""

TODAY = "2026-11-20"
LETTER = {"to": "{agency}", "need": "Mohon dibantu.", "name": "Caya", "consent": "spoken", "consent_by": "Caya"}
TAKEN = {
    "field": "civil_registration",
    "text": "Belum punya akta.",
    "kind": "grievance",
    "nature": "need",
    "relation": "self",
    "channel": "walk_in",
    "urgency": "ordinary",
    "sensitivity": "ordinary",
}
LIFE: list[tuple[str, str, dict[str, str]]] = [
    ("ara_depan", "/keluhan/baru/", TAKEN),
    ("ara_depan", "/keluhan/{number}/layanan-diminta/", {"service": "{service}"}),
    ("ara_depan", "/keluhan/{number}/pemeriksaan-berkas/", {"papers": "{paper}"}),
    ("ara_koordinator", "/keluhan/{number}/serah-terima/", {"to": "data_correction"}),
    ("ara_koordinator", "/keluhan/{number}/penugasan/", {"to": "{facilitator}"}),
    ("ara_koordinator", "/keluhan/{number}/catatan/", {"text": "Kunjungi dulu."}),
    (
        "ara_koordinator",
        "/keluhan/{number}/golongan/",
        {"field": "social", "nature": "other", "urgency": "soon", "sensitivity": "ordinary", "seen": "{version}"},
    ),
    (
        "ara_koordinator",
        "/keluhan/{number}/layanan/",
        {"what": "Diantar ke Dukcapil", "server": "{coordinator}", "on": TODAY},
    ),
    ("ara_koordinator", "/keluhan/{number}/hasil/", {"result": "Akta jadi", "on": TODAY}),
    ("bontobahari_supervisor", "/keluhan/{number}/pengembalian/", {"reason": "Tulis nomor aktanya"}),
    ("ara_koordinator", "/keluhan/{number}/hasil/", {"result": "Akta jadi, nomor 17", "on": TODAY}),
    ("ara_depan", "/keluhan/{number}/jawaban/", {"text": "Sudah jadi.", "way": "in_person", "on": TODAY}),
    ("ara_koordinator", "/keluhan/{number}/penutupan/", {"outcome": "fulfilled"}),
    ("ara_koordinator", "/keluhan/{number}/pembukaan-kembali/", {"reason": "Salah tulis"}),
]
"""Who does what, in the order of a complaint's life."""

LETTERS: list[tuple[str, str, dict[str, str]]] = [
    ("ara_koordinator", "/keluhan/{number}/rujukan/", LETTER),
    ("bulukumba_dukcapil", "/rujukan/{letter}/permintaan-keterangan/", {"text": "Nama ibunya?"}),
    ("ara_koordinator", "/rujukan/{letter}/keterangan/", {"text": "Sitti Aminah"}),
    ("ara_koordinator", "/rujukan/{letter}/pengingat/", {"text": "Warga menunggu"}),
    ("bulukumba_dukcapil", "/rujukan/{letter}/penerimaan/", {"text": "Baik"}),
    (
        "bulukumba_dukcapil",
        "/rujukan/{letter}/jadwal/",
        {"meet_on": "{later}", "meet_time": "09.00", "meet_place": "Loket 1"},
    ),
    ("bulukumba_dukcapil", "/rujukan/{letter}/pelayanan/", {"text": "Akta jadi"}),
]
"""Who does what, in the order of a letter's life; its time stands and goes on meanwhile."""


class Failing:
    """Lets some calls to the database through, then fails once."""

    def __init__(self, good: int) -> None:
        self.left, self.failed = good, False

    def __call__(self, execute: Any, query: str, params: Any, many: bool, context: Any) -> Any:
        if self.left == 0 and not self.failed:
            self.failed = True
            raise OperationalError("the line is cut")
        self.left -= 1
        return execute(query, params, many, context)


def filled(template: Any, facts: dict[str, str]) -> Any:
    """A path or the values of a form with what is known by now put in."""
    if isinstance(template, dict):
        return {name: filled(value, facts) for name, value in template.items()}
    return template.format(**facts)


def until_it_goes_through(client: Client, path: str, words: dict[str, str], look: Callable[[], Any]) -> int:
    """Send an act with ever more calls allowed, always with its one key; answers how many it needed.

    What is seen on the way is the state before the act, and then the state after it, and never another one.
    """
    sent, seen = words | {"key": str(uuid.uuid4())}, [look()]
    for good in range(MOST):
        failing = Failing(good)
        with connection.execute_wrapper(failing):
            answer = client.post(path, sent)
        if (now := look()) != seen[-1]:
            seen.append(now)
        assert len(seen) <= 2, f"{path}: half done after {good} calls ({answer.status_code})"
        if not failing.failed:
            assert answer.status_code == 302, (path, answer.status_code)
            assert len(seen) == 2, f"{path} changed nothing"
            return good
        assert answer.status_code in {302, 503}, (path, good, answer.status_code)
        if answer.status_code == 503:
            assert "Kode 503" in answer.content.decode(), f"{path}: nothing to read after {good} calls"
    raise AssertionError(f"{path} needs more than {MOST} calls")


def lived(
    life: list[tuple[str, str, dict[str, str]]], facts: dict[str, str], cast: Any, desk: Desk, under: Any
) -> None:
    """Send each act of a life until it goes through; what is known by then fills its path and its form."""
    look, clients = reader(), {name: desk(getattr(cast, name)) for name in {who for who, _path, _words in life}}
    for client in clients.values():
        client.raise_request_exception = False  # what a server answers, not what a test is told
    needed = {}
    for who, path, words in life:
        with under(cast.ara_koordinator):
            complaint, letter = Complaint.objects.first(), Referral.objects.first()
        if complaint is not None:
            facts |= {"number": complaint.number, "version": str(complaint.version)}
        if letter is not None:
            facts |= {"letter": letter.number}
        needed[path] = until_it_goes_through(clients[who], filled(path, facts), filled(words, facts), look)
    assert all(count > 5 for count in needed.values()), needed


def test_every_act_is_whole_or_not_at_all(cast: Any, desk: Desk, under: Any) -> None:
    facts = {"facilitator": str(cast.ara_fasilitator.pk), "coordinator": str(cast.ara_koordinator.pk)}
    asked = RequirementSet.objects.order_by("pk")[0]
    facts |= {"service": str(asked.service_id), "paper": str(asked.lines.all()[0].pk)}
    lived(LIFE, facts, cast, desk, under)


def test_every_act_on_a_letter_is_whole_or_not_at_all(cast: Any, desk: Desk, under: Any) -> None:
    assert desk(cast.ara_depan).post("/keluhan/baru/", TAKEN).status_code == 302
    facts = {"agency": str(Office.objects.get(code="D7302DUKCAPIL").pk)}
    lived(LETTERS, facts | {"later": (timezone.localdate() + timedelta(days=9)).isoformat()}, cast, desk, under)


OFFER = ("ara_koordinator", "/keluhan/{number}/pelimpahan/")
TO_BIRA = {"to": "P7302032005", "reason": "domicile", "summary": "Warga tinggal di desa lain."}
GIVEN_AWAY: list[tuple[str, str, dict[str, str]]] = [
    (*OFFER, TO_BIRA),
    ("ara_koordinator", "/pelimpahan/{offer}/penarikan/", {"text": "Keliru"}),
    (*OFFER, TO_BIRA),
    ("bira_koordinator", "/pelimpahan/{offer}/penolakan/", {"reason": "not_ours"}),
    (*OFFER, TO_BIRA),
    ("bira_koordinator", "/pelimpahan/{offer}/penerimaan/", {"text": "Baik"}),
]
"""A complaint that is offered three times: taken back, refused, accepted."""


def test_a_transfer_is_whole_or_not_at_all(cast: Any, desk: Desk, under: Any) -> None:
    look, clients = reader(), {name: desk(getattr(cast, name)) for name in ("ara_koordinator", "bira_koordinator")}
    assert clients["ara_koordinator"].post("/keluhan/baru/", TAKEN | {"key": str(uuid.uuid4())}).status_code == 302
    with under(cast.ara_koordinator):
        facts = {"number": Complaint.objects.get().number}
    for client in clients.values():
        client.raise_request_exception = False
    needed = []
    for who, path, words in GIVEN_AWAY:
        with under(cast.ara_koordinator):
            facts["offer"] = getattr(Transfer.objects.order_by("pk").last(), "number", "")
        needed.append(until_it_goes_through(clients[who], filled(path, facts), words, look))
    assert all(count > 5 for count in needed), needed
    with under(cast.bira_koordinator):
        assert Complaint.objects.get().handler_office_id == cast.bira_koordinator.office_id
