"""Kependudukan: papers without which nothing else goes."""

from satupintu.cast.topics.topic import About, Topic
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature

TOPICS = (
    Topic(
        ServiceField.CIVIL_REGISTRATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.INFANT,
        weight=5,
        told=(
            (
                "{dia} belum punya akta kelahiran {karena lahir di rumah|karena buku nikah orang tuanya baru "
                "terbit|sampai sekarang}."
            ),
            (
                "{Posyandu meminta akta untuk kartu ibu dan anak|PAUD meminta akta untuk pendaftaran|Mau "
                "didaftarkan BPJS tetapi diminta akta}; {dokumen}."
            ),
        ),
        wish="{Akta kelahiran terbit|Dibantu mengurus akta tanpa harus bolak-balik ke kota}.",
        done=(
            (
                "Mengisi formulir F-2.01 bersama keluarga dan mengantarkan berkas ke loket Dukcapil.",
                "Berkas diterima loket; akta {sudah terbit dan diserahkan|selesai dan diambil keluarga}.",
            ),
            (
                "Membantu mengunggah berkas ke layanan daring Dukcapil.",
                "Akta terbit dalam bentuk PDF dan sudah dicetak di Puskesos.",
            ),
        ),
        need=(
            "Mohon penerbitan akta kelahiran. Surat keterangan lahir dari {bidan desa|Puskesmas} dan KK "
            "terlampir pada pemohon."
        ),
        served=(
            "Akta kelahiran sudah terbit, {diserahkan kepada keluarga|dapat diambil di loket 3|dikirim "
            "lewat kantor desa}."
        ),
        answer=(
            "Akta kelahirannya sudah terbit. {Simpan yang asli, pakai fotokopi untuk mendaftar.|Bawa KK "
            "saat mengambilnya.}"
        ),
        to=("DUKCAPIL",),
        local=0.3,
    ),
    Topic(
        ServiceField.CIVIL_REGISTRATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ADULT,
        weight=5,
        told=(
            (
                "KTP-el {dia} {hilang waktu ke laut|rusak, tidak terbaca di bank|belum pernah dicetak "
                "sesudah perekaman}."
            ),
            (
                "{Tidak bisa mengambil bantuan di kantor pos|Tidak bisa berobat dengan BPJS|Ditolak waktu "
                "membuka rekening} karena KTP; {dokumen}."
            ),
        ),
        wish="{KTP dicetak ulang|Bisa memakai surat keterangan sementara}.",
        done=(
            (
                "Membuatkan surat pengantar kehilangan dan mengantar ke loket cetak KTP di kecamatan.",
                "KTP-el tercetak dan diterima warga.",
            ),
            (
                "Menghubungi petugas Dukcapil di kecamatan untuk antrean cetak.",
                "Antrean didapat; KTP dicetak {hari itu juga|dua hari kemudian}.",
            ),
        ),
        need=("Mohon cetak ulang KTP-el; surat kehilangan dari {desa|kepolisian} dibawa oleh yang bersangkutan."),
        served="KTP-el sudah dicetak dan {diambil sendiri oleh pemohon|dititipkan ke kantor desa}.",
        answer="KTP sudah dicetak; {silakan pakai|sudah bisa dipakai berobat dan mengambil bantuan}.",
        to=("DUKCAPIL",),
        local=0.35,
    ),
    Topic(
        ServiceField.CIVIL_REGISTRATION,
        Nature.MEMBERSHIP,
        Kind.GRIEVANCE,
        About.ANYBODY,
        weight=4,
        told=(
            (
                "NIK {dia} {tidak ditemukan|tidak padan} waktu dicek {di Puskesmas|di aplikasi Cek "
                "Bansos|oleh petugas bank}."
            ),
            (
                "{Nama di KK berbeda satu huruf dengan KTP|Tanggal lahir di KK keliru|Dulu pindah dari "
                "kabupaten lain dan datanya belum ikut}; {dokumen}."
            ),
        ),
        wish="Data disamakan supaya bantuan tidak hilang.",
        done=(
            (
                "Memeriksa KK dan KTP, lalu mencatat perbedaannya untuk dibawa ke Dukcapil.",
                "Perbedaan sudah diperbaiki lewat layanan daring; NIK kini padan.",
            ),
        ),
        need="Mohon pemadanan dan konsolidasi data NIK; {nama|tanggal lahir} pada KK dan KTP berbeda.",
        served="Data sudah dikonsolidasikan dan NIK aktif. {Silakan cek kembali sesudah 1x24 jam.|}",
        answer="NIK sudah aktif dan sama di semua data.",
        to=("DUKCAPIL",),
        local=0.15,
        soon=0.25,
    ),
    Topic(
        ServiceField.CIVIL_REGISTRATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.HOUSEHOLD,
        weight=3,
        told=(
            (
                "KK {dia} belum diperbarui {lama}: {ada anak yang belum masuk|suami sudah meninggal tetapi "
                "masih tercatat|sudah pisah rumah dengan orang tua}."
            ),
            "{dokumen}.",
        ),
        wish="KK baru sesuai keadaan sekarang.",
        done=(
            (
                "Membantu mengisi formulir perubahan KK dan memeriksa kelengkapannya.",
                "KK baru terbit dan dicetak di Puskesos.",
            ),
        ),
        need=(
            "Mohon penerbitan KK baru karena perubahan susunan keluarga. Dokumen pendukung dibawa oleh kepala keluarga."
        ),
        served="KK baru sudah terbit dengan tanda tangan elektronik.",
        answer=(
            "KK baru sudah terbit. {Fotokopinya sudah diserahkan ke kantor desa juga.|Yang lama tidak berlaku lagi.}"
        ),
        to=("DUKCAPIL",),
        local=0.4,
    ),
    Topic(
        ServiceField.CIVIL_REGISTRATION,
        Nature.OTHER,
        Kind.QUESTION,
        About.ANYBODY,
        weight=3,
        told=(
            (
                "Bertanya {cara mengurus surat pindah|syarat akta kematian|cara membuat Kartu Identitas "
                "Anak|apakah perekaman KTP bisa di kecamatan} untuk {dia}."
            ),
        ),
        wish="Penjelasan syarat dan tempat mengurusnya.",
        done=(
            (
                "Menjelaskan syarat, loket, dan jam layanan Dukcapil; memberi lembar syarat.",
                "Warga paham dan akan mengurus {sendiri|minggu depan}.",
            ),
        ),
        answer="Sudah dijelaskan syarat, tempat dan jam layanannya; pengurusan tidak dipungut biaya.",
        local=0.95,
        soon=0.03,
        emergency=0,
    ),
    Topic(
        ServiceField.CIVIL_REGISTRATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ELDER,
        weight=2,
        told=(
            (
                "{dia} {belum pernah merekam KTP-el|tidak bisa ke kota untuk merekam KTP} karena {sudah "
                "tidak kuat berjalan|sakit di rumah}."
            ),
            "Tanpa KTP tidak bisa didaftarkan {PBI|bantuan lansia}.",
        ),
        wish="Petugas perekaman datang ke rumah.",
        done=(
            (
                "Mendata lansia yang belum merekam dan mengatur jadwal jemput bola bersama dusun.",
                "Perekaman dilakukan di rumah; KTP menyusul.",
            ),
        ),
        need="Mohon perekaman KTP-el di rumah (jemput bola) bagi lansia yang tidak dapat berjalan.",
        served="Tim jemput bola sudah merekam di rumah; KTP {dikirim lewat desa|tercetak}.",
        answer="Perekaman sudah dilakukan di rumah dan KTP sudah jadi.",
        to=("DUKCAPIL",),
        local=0.1,
    ),
)
