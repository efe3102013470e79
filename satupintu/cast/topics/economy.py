"""Ekonomi dan usaha: work, tools, capital."""

from satupintu.cast.topics.topic import About, Topic
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature

TOPICS = (
    Topic(
        ServiceField.ECONOMY,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ADULT,
        weight=3,
        told=(
            (
                "{dia} ingin {membuka lagi usaha kue|memperbaiki mesin jahit|menambah modal jualan ikan "
                "kering|membeli tali untuk rumput laut}, tetapi {modalnya habis untuk berobat|tidak punya "
                "jaminan untuk pinjaman}."
            ),
            "Sehari-hari bekerja sebagai {kerja}.",
        ),
        wish="Bantuan modal usaha kecil atau pelatihan.",
        done=(
            ("Mendaftarkan ke BUMDes untuk pinjaman bergulir.", "Pinjaman bergulir disetujui BUMDes."),
            (
                "Membuatkan NIB lewat OSS dan mengenalkan kelompok usaha bersama.",
                "NIB terbit; sudah bergabung dengan kelompok usaha.",
            ),
        ),
        need="Mohon diikutkan pelatihan dan bantuan peralatan usaha mikro.",
        served="Sudah masuk daftar peserta pelatihan dan menerima peralatan.",
        answer="Sudah terdaftar pelatihan usaha; peralatannya diberikan sesudah pelatihan.",
        to=("KOPERASI",),
        local=0.35,
        soon=0.05,
        emergency=0,
    ),
    Topic(
        ServiceField.ECONOMY,
        Nature.MEMBERSHIP,
        Kind.GRIEVANCE,
        About.ADULT,
        weight=2,
        told=(
            (
                "{dia} {tidak termasuk penerima bantuan usaha, padahal kelompoknya menerima|terdaftar "
                "penerima bantuan usaha tetapi dananya belum masuk {lama}}."
            ),
            "{dokumen}.",
        ),
        wish="Penjelasan mengapa, dan diusulkan.",
        done=(("Memeriksa daftar penerima di kantor desa.", "Ternyata nomor rekening keliru; sudah diperbaiki."),),
        need="Mohon pemeriksaan daftar penerima bantuan usaha mikro atas nama tersebut.",
        served="Nama sudah diperiksa dan masuk penyaluran tahap kedua.",
        answer="Namanya masuk penyaluran tahap berikut.",
        to=("KOPERASI",),
        local=0.25,
    ),
    Topic(
        ServiceField.ECONOMY,
        Nature.OTHER,
        Kind.QUESTION,
        About.ADULT,
        weight=2,
        told=(
            (
                "Bertanya {cara mengurus NIB|syarat KUR|cara ikut pelatihan kerja|cara mendaftar sertifikat "
                "halal gratis} untuk {dia}."
            ),
        ),
        wish="Penjelasan.",
        done=(
            ("Menjelaskan syarat dan mengantar ke laman pendaftaran.", "Akun pendaftaran sudah dibuat bersama warga."),
        ),
        answer="Sudah dijelaskan dan dibantu mendaftar.",
        local=0.95,
        soon=0,
        emergency=0,
    ),
)
