"""Sentences of officers and institutions that belong to no topic."""

from satupintu.work.complaints.words import Outcome, Way
from satupintu.work.referrals.words import Reason

ESCALATING = (
    "{Perlu keputusan kabupaten.|Di luar wewenang desa.|Sudah dicoba di desa, belum berhasil.|Kuota desa sudah habis.}"
    " {Berkas lengkap ada di Puskesos.|Mohon dirujuk ke lembaga yang berwenang.|Warga menunggu kabar.|}"
)
WAITING = "Kartu keluarga asli masih dicari di rumah orang tua; warga kembali kalau sudah ada."
REOPENING = (
    "{Warga datang lagi: yang dijanjikan belum diterima.|Bantuan berhenti lagi.|Ternyata namanya salah tulis."
    "|Keadaannya memburuk dan perlu bantuan lain.}"
)
ACCEPTING = "{Kami terima, segera diproses.|Diterima; petugas akan menghubungi warga.|Baik, dijadwalkan minggu ini.|}"
ASKING = (
    "Mohon {fotokopi KK terbaru|surat keterangan tidak mampu dari desa|nomor telepon yang bisa dihubungi"
    "|keterangan alamat yang lebih jelas|nama ibu kandung sesuai KK}."
)
EXPLAINING = (
    "{Berkas yang diminta sudah kami kirim bersama warga.|Sudah kami lengkapi; alamatnya di belakang masjid desa."
    "|Nomor telepon keluarga: lewat kantor kami saja, warga tidak punya telepon.|KK terbaru sudah terbit dan dibawa warga.}"
)
PLACES = "{Loket 2|Ruang pelayanan lantai 1|Poli umum|Ruang pengaduan|Loket rujukan}"
BRINGING = "{Bawa KTP dan KK asli.|Datang bersama keluarga.|Bawa fotokopi KK dan surat pengantar.|}"
WITHDRAWING = (
    "{Warga sudah terlayani di tempat lain.|Salah alamat: seharusnya ke lembaga lain.|Keluarga minta ditunda dulu.}"
)
REFUSED = (
    "{Sudah dijelaskan bahwa lembaga belum dapat melayani dan apa sebabnya.|Sudah diberi tahu hasilnya; warga mengerti."
    "|Sudah dijelaskan alasannya dan pilihan bantuan yang lain.}"
)
WHY: dict[Reason, str] = {
    Reason.NOT_OURS: "{Ini bukan kewenangan kami; silakan ke lembaga lain.|Layanan ini sekarang di tempat lain.}",
    Reason.INCOMPLETE: "{Surat pengantar dan KK belum ada.|Berkas kurang surat keterangan dari desa.}",
    Reason.NOT_ELIGIBLE: "{Setelah diperiksa tidak memenuhi syarat program.|Sudah menerima bantuan sejenis tahun ini.}",
    Reason.NO_QUOTA: "{Layak, tetapi kuota tahun ini habis; masuk daftar tunggu.|Memenuhi syarat, menunggu anggaran berikut.}",
    Reason.UNAVAILABLE: "{Alatnya sedang kosong.|Layanan sementara berhenti karena petugas belum ada.}",
    Reason.DECLINED: "{Warga menyatakan tidak bersedia.|Keluarga memilih mengurus sendiri.}",
    Reason.NOT_FOUND: "{Sudah dua kali didatangi, rumah kosong.|Nomor telepon tidak dapat dihubungi.}",
}
"""What an institution writes beside its reason."""

REJECTIONS = (Reason.INCOMPLETE, Reason.INCOMPLETE, Reason.NOT_OURS, Reason.NOT_OURS, Reason.NOT_ELIGIBLE)
NOT_SERVED = (
    *(Reason.NO_QUOTA, Reason.NO_QUOTA, Reason.NO_QUOTA, Reason.NOT_ELIGIBLE, Reason.NOT_ELIGIBLE),
    *(Reason.UNAVAILABLE, Reason.DECLINED, Reason.NOT_FOUND),
)
"""How often for which reason."""

OUTCOMES: dict[Reason | None, Outcome] = {
    Reason.NO_QUOTA: Outcome.NO_QUOTA,
    Reason.NOT_ELIGIBLE: Outcome.NOT_ELIGIBLE,
    Reason.DECLINED: Outcome.WITHDRAWN,
    Reason.NOT_FOUND: Outcome.UNREACHABLE,
}
"""How such a refusal ends for the citizen; any other is "not served"."""

WAYS = (Way.IN_PERSON, Way.IN_PERSON, Way.IN_PERSON, Way.HOME_VISIT, Way.PHONE, Way.PHONE, Way.THROUGH, Way.LETTER)
