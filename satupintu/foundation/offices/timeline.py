"""What happened to offices, accounts and appointments, as sentences."""

from satupintu.engine.events import Sentence, name_roles, tell
from satupintu.foundation.offices.words import AppointmentEnd, CalendarChange, OfficeKind, Role

name_roles(Role)
tell(
    {
        "account.created": Sentence("Membuat akun."),
        "account.changed": Sentence("Mengubah nama atau kontak akun."),
        "account.invited": Sentence("Mencetak kode sekali pakai untuk membuat sandi."),
        "account.redeemed": Sentence("Sandi baru dibuat dengan kode sekali pakai."),
        "account.deactivated": Sentence("Menonaktifkan akun; semua sesinya berakhir."),
        "account.activated": Sentence("Mengaktifkan lagi akun."),
        "account.signed_in": Sentence("Masuk."),
        "account.factor_added": Sentence("Memasang faktor kedua."),
        "appointment.created": Sentence(
            "Menunjuk petugas sebagai {role}, {valid_from} sampai {valid_to}.", {"role": Role}
        ),
        "appointment.ended": Sentence(
            "Mengakhiri penugasan sebagai {role}: {reason}. Hari terakhir {valid_to}.",
            {"role": Role, "reason": AppointmentEnd},
        ),
        "office.created": Sentence("Mendaftarkan kantor: {kind}.", {"kind": OfficeKind}),
        "office.changed": Sentence("Mengubah data kantor."),
        "office.closed": Sentence("Menutup kantor sejak {closed_on}."),
        "calendar.changed": Sentence("Hari tutup {day} {change}.", {"change": CalendarChange}),
    }
)
