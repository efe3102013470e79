"""Pelayanan dasar lainnya: house, water, light, disaster."""

from satupintu.cast.topics.topic import About, Topic
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature

TOPICS = (
    Topic(
        ServiceField.OTHER,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.HOUSEHOLD,
        weight=3,
        told=(
            ("Rumah {dia} {atapnya bocor dan dinding bambunya lapuk|belum punya jamban|lantainya masih tanah}."),
            "Dihuni {lima|enam|tujuh} orang dengan penghasilan {kerja}.",
        ),
        wish="Diusulkan bantuan {rumah layak huni|jamban sehat}.",
        done=(
            (
                "Meninjau rumah, memotret dan mengusulkan dalam musyawarah desa.",
                "Masuk daftar usulan RTLH desa tahun depan.",
            ),
            ("Menggerakkan gotong royong memperbaiki atap.", "Atap sudah diganti warga bersama-sama."),
        ),
        need="Mohon bantuan bahan bangunan bagi keluarga dengan rumah tidak layak huni.",
        served="Bahan bangunan sudah diserahkan kepada keluarga.",
        answer="Bantuan bahan bangunan sudah diserahkan; pengerjaannya gotong royong.",
        to=("LKS",),
        soon=0.1,
    ),
    Topic(
        ServiceField.OTHER,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.HOUSEHOLD,
        weight=1.5,
        told=(
            (
                "Rumah {dia} {terendam banjir|rusak tertimpa pohon|terbakar di bagian dapur} {tadi "
                "malam|kemarin|dua hari lalu}."
            ),
            ("{Sementara mengungsi di rumah keluarga|Perabot dan surat-surat basah semua|Tidak ada yang luka}."),
        ),
        wish="Bantuan makanan, selimut dan perbaikan.",
        done=(("Mengantar paket sembako dan selimut dari stok desa.", "Bantuan darurat diterima keluarga."),),
        need="Mohon bantuan darurat: sembako, selimut dan terpal.",
        served="Paket bantuan darurat sudah diantar ke rumah.",
        answer="Bantuan darurat sudah diantar.",
        to=(
            "LKS",
            "PUSPELKESSOS",
        ),
        local=0.5,
        soon=0.4,
        emergency=0.4,
    ),
    Topic(
        ServiceField.OTHER,
        Nature.OTHER,
        Kind.SUGGESTION,
        About.NOBODY,
        weight=2,
        told=(
            (
                "{Sebaiknya daftar penerima bantuan ditempel di setiap dusun|Mohon Puskesos buka juga pada "
                "hari pasar|Sebaiknya pengumuman bantuan dikirim lewat grup WhatsApp RT|Mohon ada kursi dan "
                "air minum di ruang tunggu}, supaya {tidak ada salah paham|warga yang jauh tidak datang "
                "percuma}."
            ),
        ),
        wish="Saran dipertimbangkan.",
        done=(("Membahas saran dalam rapat Puskesos.", "Saran disetujui dan {dijalankan|mulai bulan depan}."),),
        answer="Sarannya diterima dan dijalankan; terima kasih.",
        local=0.95,
        soon=0,
        emergency=0,
    ),
    Topic(
        ServiceField.OTHER,
        Nature.OTHER,
        Kind.GRIEVANCE,
        About.NOBODY,
        weight=1,
        told=(
            (
                "{Petugas penyalur meminta uang lelah waktu pembagian bantuan|Air bersih di dusun tidak "
                "mengalir {lama}|Beras bantuan yang dibagikan berkutu}."
            ),
            "{Banyak warga mengalami hal yang sama|Warga tidak berani bicara}.",
        ),
        wish="Ditindaklanjuti dan dijelaskan.",
        done=(
            (
                "Memeriksa ke lapangan bersama kepala dusun.",
                "Sudah diperiksa; {yang kurang diganti|ada perbaikan} dan dijelaskan dalam pertemuan dusun.",
            ),
        ),
        answer="Sudah diperiksa dan dijelaskan dalam pertemuan dusun.",
        local=0.5,
        soon=0.2,
    ),
)
