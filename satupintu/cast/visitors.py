"""Letters of the demo to institutions without an account, made by the very actions that officers and guests use."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from satupintu.cast.acting import acting, officer
from satupintu.foundation.access import Guest, Scope, entered, house
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions as complaints
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature
from satupintu.work.referrals import actions as letters
from satupintu.work.referrals import codes
from satupintu.work.referrals.models import Pass, Referral
from satupintu.work.referrals.words import Consent

WHY = "surat contoh untuk lembaga tanpa akun"
ARA = 7302032006


def have_come() -> bool:
    """Whether there are codes already."""
    with house(WHY, quietly=True):
        return Pass.objects.exists()


def come(tell: Callable[[str], None]) -> str:
    """A clinic that has not opened its letter yet, a school that has answered once, two letters at once, one withdrawn."""
    tell("menulis surat untuk klinik dan sekolah yang belum punya akun …")
    head = officer("ara.koordinator")
    tayang = _matter("Daeng Tayang", ServiceField.HEALTH, "Perlu kontrol luka sesudah operasi, ongkosnya tidak ada.")
    waiting = _refer(tayang, head, "H7302KLINIK", "Mohon perawatan luka dua kali seminggu tanpa biaya.")
    hajrah = _matter("Sitti Hajrah", ServiceField.EDUCATION, "Anaknya tuli, umur delapan tahun, belum bersekolah.")
    school = _refer(hajrah, head, "M7302SLB", "Mohon asesmen dan penerimaan murid baru.")
    _refer(hajrah, head, "D7302DIKBUD", "Mohon bantuan perlengkapan sekolah.")
    rate = _matter("Daeng Rate", ServiceField.HEALTH, "Kacamatanya pecah, tidak bisa menjahit lagi.")
    mistaken = _refer(rate, head, "H7302KLINIK", "Mohon pemeriksaan mata.")
    with acting(head):
        given = [letters.issue_pass(letter, by=head) for letter in (waiting, school)]
        letters.remind(waiting, by=head, text="Warga sudah dua kali bertanya.")
        letters.withdraw(mistaken, by=head, text="Klinik ini tidak melayani mata; dirujuk ulang ke rumah sakit.")
    _answers(school, given[1].pk)
    return f"kode contoh untuk /jawab/: {codes.code_of(given[0].pk)}"


def _answers(letter: Referral, number: int) -> None:
    """The school opens its letter with the code, accepts, and says when the child is expected."""
    row = ("referral", letter.pk)
    by = Guest(row, letter.to_office_id, letter.to_office.name, "Nurlina, S.Pd.", "Wakil kepala sekolah")
    day = timezone.localdate() + timedelta(days=3)
    with entered(Scope(guest=row)):
        letters.bind_pass(letter, by=by, number=number, secret=codes.new_browser_secret())
        letters.accept(letter, by=by, text="Kami terima. Datang bersama orang tua.")
        meet_at = datetime(day.year, day.month, day.day, 9, tzinfo=letter.to_office.zone)
        letters.schedule(letter, by=by, meet_at=meet_at, meet_place="Ruang asesmen", text="Bawa KK dan akta kelahiran.")


def _matter(about: str, field: ServiceField, text: str) -> Complaint:
    front = officer("ara.depan")
    with acting(front):
        told = Intake(ARA, Channel.WALK_IN, Kind.GRIEVANCE, Nature.NEED, field, text, about=about)
        return complaints.register(told, by=front)


def _refer(complaint: Complaint, by: Appointment, code: str, need: str) -> Referral:
    with acting(by):
        return complaints.refer(
            complaint,
            by=by,
            to=Office.objects.select_related("area").get(code=code),
            need=need,
            name=complaint.about,
            consent=Consent.SPOKEN,
            consent_by=complaint.about,
        )
