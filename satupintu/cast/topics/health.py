"""Kesehatan: insurance first of all, then illness in the house."""

from satupintu.cast.topics.topic import About, Topic
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature

TOPICS = (
    Topic(
        ServiceField.HEALTH,
        Nature.MEMBERSHIP,
        Kind.GRIEVANCE,
        About.ANYBODY,
        weight=7,
        told=(
            "Kartu {BPJS PBI|KIS} {dia} {ternyata tidak aktif waktu berobat|dinonaktifkan {lama}}.",
            (
                "{Harus cuci darah dua kali seminggu|Perlu kontrol rutin ke rumah sakit|Obatnya tidak boleh "
                "putus|Disuruh bayar umum}, padahal pencari nafkah hanya {kerja}."
            ),
        ),
        wish="Kartu aktif kembali.",
        done=(
            (
                "Memeriksa kepesertaan lewat layanan BPJS dan menyiapkan surat keterangan tidak mampu.",
                "Diusulkan kembali; kartu aktif mulai awal bulan.",
            ),
        ),
        need=(
            "Mohon reaktivasi kepesertaan PBI JK. Surat keterangan {berobat|tidak mampu dari desa} "
            "terlampir pada pemohon."
        ),
        served="Kepesertaan PBI sudah aktif kembali {mulai bulan ini|terhitung hari ini}.",
        answer="Kartunya sudah aktif kembali dan bisa dipakai di Puskesmas maupun rumah sakit.",
        to=("DINKES",),
        local=0.12,
        soon=0.4,
        emergency=0.05,
    ),
    Topic(
        ServiceField.HEALTH,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ELDER,
        weight=3,
        told=(
            ("{dia} {lumpuh|terkena stroke|sudah tidak kuat berjalan} {lama} dan belum punya {kursi roda|tongkat}."),
            (
                "Di rumah hanya {tinggal dengan cucu|dirawat bergantian oleh tetangga|ditunggui anak yang "
                "bekerja sebagai {kerja}}."
            ),
        ),
        wish="Bantuan {kursi roda|alat bantu jalan} dan kunjungan petugas.",
        done=(
            (
                "Berkunjung bersama kader lansia dan meminjamkan kursi roda milik desa.",
                "Kursi roda dipinjamkan; kader akan berkunjung tiap minggu.",
            ),
        ),
        need="Mohon bantuan alat bantu dan kunjungan perawatan di rumah bagi lansia.",
        served="{Kursi roda|Alat bantu} sudah diserahkan, kunjungan perawat dijadwalkan tiap bulan.",
        answer="Alat bantunya sudah ada dan perawat akan datang tiap bulan.",
        to=(
            "DINKES",
            "LKS",
        ),
        local=0.35,
        soon=0.2,
    ),
    Topic(
        ServiceField.HEALTH,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.INFANT,
        weight=3,
        told=(
            ("Berat badan {dia} {tidak naik tiga kali penimbangan|di bawah garis merah} menurut kader posyandu."),
            (
                "{Makanannya kurang karena penghasilan orang tua tidak tentu|Sering demam dan batuk|Ibunya "
                "bekerja dan neneknya yang mengasuh}."
            ),
        ),
        wish="Diperiksa dan dapat makanan tambahan.",
        done=(
            (
                "Mendampingi ke posyandu dan mendaftarkan pemberian makanan tambahan.",
                "Sudah masuk daftar PMT; ditimbang lagi bulan depan.",
            ),
        ),
        need=("Mohon pemeriksaan gizi dan pemberian makanan tambahan; hasil timbang posyandu dibawa oleh ibunya."),
        served="Anak sudah diperiksa, mendapat PMT 90 hari dan dipantau ahli gizi.",
        answer="Anak sudah masuk program makanan tambahan dan dipantau ahli gizi Puskesmas.",
        to=("DINKES",),
        local=0.35,
        soon=0.35,
    ),
    Topic(
        ServiceField.HEALTH,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.MOTHER,
        weight=2,
        told=(
            (
                "{dia} hamil {tujuh|delapan} bulan dan {dianjurkan melahirkan di rumah sakit|tekanan "
                "darahnya tinggi} menurut bidan."
            ),
            "Belum punya jaminan kesehatan dan {rumahnya jauh dari jalan besar|suaminya sedang melaut}.",
        ),
        wish="Ada jaminan persalinan dan kendaraan waktu melahirkan.",
        done=(
            (
                "Menghubungkan dengan bidan desa dan ambulans desa; menyiapkan berkas jaminan.",
                "Jadwal kendaraan dan pendamping sudah disepakati.",
            ),
        ),
        need="Mohon jaminan persalinan bagi ibu hamil berisiko tinggi; buku KIA dibawa yang bersangkutan.",
        served="Ibu sudah terdaftar jaminan persalinan dan dijadwalkan kontrol di rumah sakit.",
        answer="Persalinannya sudah dijamin; kontrol berikutnya di rumah sakit sesuai jadwal.",
        to=(
            "DINKES",
            "RSUD",
        ),
        local=0.2,
        soon=0.45,
        emergency=0.12,
    ),
    Topic(
        ServiceField.HEALTH,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ADULT,
        weight=2,
        told=(
            ("{dia} {sering mengamuk dan keluar rumah malam-malam|mengurung diri dan tidak mau makan} {lama}."),
            ("Pernah berobat tetapi obatnya putus. Keluarga {tidak sanggup menjaga terus|takut terjadi apa-apa}."),
        ),
        wish="Dijemput berobat dan obatnya dijamin.",
        done=(
            (
                "Berkunjung bersama perawat jiwa Puskesmas dan keluarga.",
                "Mau minum obat lagi; dipantau perawat jiwa tiap dua minggu.",
            ),
        ),
        need="Mohon penjemputan dan pengobatan bagi warga dengan gangguan jiwa yang putus obat.",
        served=("Pasien sudah dirawat {dua minggu|sepuluh hari} dan pulang dengan obat; dilanjutkan Puskesmas."),
        answer="Sudah dirawat dan obatnya dilanjutkan di Puskesmas setiap bulan.",
        to=(
            "RSUD",
            "DINKES",
        ),
        local=0.15,
        soon=0.4,
        emergency=0.1,
        sealed=1,
    ),
    Topic(
        ServiceField.HEALTH,
        Nature.OTHER,
        Kind.QUESTION,
        About.ANYBODY,
        weight=3,
        told=(
            (
                "Bertanya {apakah kartu KIS bisa dipakai di Makassar|cara pindah Puskesmas pertama|cara "
                "memasukkan bayi baru lahir ke BPJS|mengapa harus ada rujukan Puskesmas} untuk {dia}."
            ),
        ),
        wish="Penjelasan.",
        done=(("Memeriksa kepesertaan bersama warga dan menjelaskan caranya.", "Warga sudah tahu langkahnya."),),
        answer="Sudah dijelaskan caranya dan diperiksa bahwa kepesertaannya aktif.",
        local=0.95,
        soon=0.04,
        emergency=0,
    ),
    Topic(
        ServiceField.HEALTH,
        Nature.OTHER,
        Kind.SUGGESTION,
        About.NOBODY,
        weight=1,
        told=(
            (
                "{Mohon jadwal posyandu diumumkan lewat pengeras masjid|Sebaiknya Puskesmas pembantu buka "
                "juga hari Sabtu|Antrean Puskesmas terlalu lama, sebaiknya ada nomor antrean} karena {banyak "
                "ibu tidak tahu|warga kebun baru turun siang hari}."
            ),
        ),
        wish="Saran diteruskan.",
        done=(
            (
                "Menyampaikan saran dalam rapat koordinasi desa.",
                "Saran dicatat dan {diteruskan ke Puskesmas|disetujui pada rapat}.",
            ),
        ),
        answer="Sarannya sudah disampaikan dalam rapat; terima kasih.",
        local=0.9,
        soon=0,
        emergency=0,
    ),
)
