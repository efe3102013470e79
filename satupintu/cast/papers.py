"""The letters of the demo: some of each kind, in each state, made by the very actions that officers use."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from satupintu.cast.officers import ALL_FIELDS, ARA_BACK
from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.letters.heads import head_of
from satupintu.engine.documents.letters.kinds import kind_of
from satupintu.engine.documents.models import Letter, TemplateVersion
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.rupiah import format_number
from satupintu.work.complaints.models import Complaint
from satupintu.work.referrals.models import Referral

SITE = "http://127.0.0.1:8000"
"""Where the demo's letters lead, when nobody says where it stands."""
VILLAGE_HEAD = "H. Muh. Saleh Dg. Manrapi"
PURPOSES = (
    "pengaktifan kembali kepesertaan PBI-JK",
    "pendaftaran KIP Kuliah",
    "pengurusan keringanan biaya sekolah",
    "pengobatan di RSUD Bulukumba",
    "pengajuan bantuan rumah tidak layak huni",
    "penerbitan kartu pelajar",
)


class Hand:
    """One officer of the cast at work."""

    def __init__(self, username: str, today: date) -> None:
        self.by = Appointment.objects.with_place().filter(account__username=username).latest("pk")
        self.today = today

    def draft(self, kind: str, subject: Any, name: str = "", **typed: str) -> Letter:
        """Draft a letter in the version of that name, or in the only one."""
        with entered(Scope.of(self.by, self.today)):
            words = {"kind": kind, "version_id": self._version(kind, name).pk, "typed": typed}
            return letters.draft(subject, by=self.by, **words)

    def hand_out(self, kind: str, subject: Any, **typed: str) -> Letter:
        """Issue a slip."""
        with entered(Scope.of(self.by, self.today)):
            words = {"kind": kind, "version_id": self._version(kind, "").pk, "typed": typed}
            return letters.hand_out(subject, by=self.by, site=settings.SITE_URL or SITE, **words)

    def does(self, act: Any, letter: Letter, **words: Any) -> None:
        """Take a step with a letter."""
        with entered(Scope.of(self.by, self.today)):
            act(letter, by=self.by, **words)

    def signs(self, letter: Letter) -> None:
        """Sign, with a staff number that nobody has."""
        self.does(letters.sign, letter, site=settings.SITE_URL or SITE, nip="19800101 200501 1 001")

    def _version(self, kind: str, name: str) -> TemplateVersion:
        head = head_of(self.by.office_id)
        found = TemplateVersion.objects.offered([kind], head.kind, head.area, self.today)[kind]
        return next(version for version in found if name in {"", version.template.name})


def are_written() -> bool:
    """Whether there are letters already."""
    with house("surat contoh", quietly=True):
        return Letter.objects.exists()


def write(tell: Callable[[str], None]) -> str:
    """Write them; answers how many there are."""
    today = timezone.localdate()
    with house("surat contoh"):
        ara, kabupaten = _matters("P7302032006", 12, ARA_BACK), _matters("S7302", 6, ALL_FIELDS)
        out = Referral.objects.filter(from_office__code="P7302032006", clearance=0, field__in=ARA_BACK)
        sent = list(out.order_by("-pk")[:4])
    tell("menulis surat keterangan, rekomendasi, rujukan, dan tanda terima …")
    _certificates(ara[:6], today)
    _recommendations(kabupaten, today)
    _referrals(sent, today)
    front = Hand("ara.depan", today)
    for complaint in ara[6:9]:
        front.hand_out("receipt", complaint)
    for complaint in ara[9:10]:
        front.hand_out("missing_papers", complaint, daftar_syarat="Fotokopi KTP\nFotokopi KK\nSurat kontrol Puskesmas")
    with house("surat contoh", quietly=True):
        return f"{format_number(Letter.objects.count())} surat"


def _matters(office: str, most: int, fields: Sequence[str]) -> list[Complaint]:
    """The newest complaints that an office handles, in its back officer's fields, about somebody known and not sensitive."""
    rows = Complaint.objects.filter(handler_office__code=office, intake_office__code=office, clearance=0)
    return list(rows.filter(field__in=fields).exclude(person=None).order_by("-received_at", "-pk")[:most])


def _certificates(matters: Iterable[Complaint], today: date) -> None:
    """Of the village: two to sign, one sent back, two issued, one revoked."""
    back, head = Hand("ara.belakang", today), Hand("ara.koordinator", today)
    for place, complaint in enumerate(matters):
        with entered(Scope.of(back.by, today)):
            listed = bool(kind_of("certificate").facts(complaint).get("daftar"))
        name = "Terdaftar DTSEN" if listed else "Belum terdaftar DTSEN"
        letter = back.draft("certificate", complaint, name, keperluan=PURPOSES[place], penanda_0=VILLAGE_HEAD)
        if place == 2:
            head.does(letters.return_, letter, reason="Keperluannya belum jelas; tanyakan lagi kepada warga.")
        if place > 2:
            head.signs(letter)
        if place == 5:
            head.does(letters.revoke, letter, reason="Nama anak tertukar dengan nama ibunya.")


def _recommendations(matters: Iterable[Complaint], today: date) -> None:
    """Of the kabupaten: waiting for initials, waiting for the head of office, issued."""
    back, manager, head = (Hand(f"bulukumba.{who}", today) for who in ("belakang", "manajer", "kadis"))
    for place, complaint in enumerate(matters):
        words = {"tujuan": "Kepala Dinas Kesehatan Kabupaten Bulukumba", "keperluan": PURPOSES[place]}
        letter = back.draft("recommendation", complaint, **words)
        if place > 1:
            manager.does(letters.initial, letter)
        if place > 3:
            head.signs(letter)


def _referrals(sent: Iterable[Referral], today: date) -> None:
    """Of the village: one to sign, the others on paper."""
    back, head = Hand("ara.belakang", today), Hand("ara.koordinator", today)
    for place, referral in enumerate(sent):
        letter = back.draft("referral", referral)
        if place:
            head.signs(letter)
