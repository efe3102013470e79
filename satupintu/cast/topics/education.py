"""Pendidikan: staying in school, and what it costs."""

from satupintu.cast.topics.topic import About, Topic
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature

TOPICS = (
    Topic(
        ServiceField.EDUCATION,
        Nature.MEMBERSHIP,
        Kind.GRIEVANCE,
        About.PUPIL,
        weight=4,
        told=(
            (
                "{Dana PIP|Kartu Indonesia Pintar} {dia} {belum cair {lama}|tidak terdaftar lagi tahun ini}, "
                "padahal {temannya sudah menerima|tahun lalu menerima}."
            ),
            (
                "{Sekolah bilang data Dapodik belum padan|Bank bilang rekeningnya belum diaktifkan|Orang "
                "tuanya bekerja sebagai {kerja}}."
            ),
        ),
        wish="Terdaftar dan dananya cair.",
        done=(
            (
                "Memeriksa data di laman PIP bersama wali kelas dan menyiapkan surat aktivasi rekening.",
                "Rekening sudah diaktifkan dan dana dicairkan.",
            ),
        ),
        need="Mohon pengusulan kembali siswa sebagai penerima PIP; data NISN ada pada sekolah.",
        served="Siswa sudah diusulkan dan masuk SK {nominasi|pemberian} tahap berikut.",
        answer="Sudah masuk daftar penerima; sekolah akan memberi tahu waktu pencairan.",
        to=("DIKBUD",),
        local=0.3,
    ),
    Topic(
        ServiceField.EDUCATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.PUPIL,
        weight=3,
        told=(
            (
                "{dia} {sudah tidak masuk sekolah {lama}|berhenti sekolah} karena {membantu orang tua "
                "melaut|tidak ada biaya seragam dan buku|malu belum bisa membaca|menjaga adik di rumah}."
            ),
            "{Anaknya masih mau sekolah|Gurunya sudah dua kali datang ke rumah}.",
        ),
        wish="{Bisa sekolah lagi|Ikut kejar paket}.",
        done=(
            (
                "Bertemu orang tua dan kepala sekolah untuk menyepakati anak kembali ke kelas.",
                "Anak sudah kembali bersekolah sejak {Senin|awal bulan}.",
            ),
            (
                "Mencarikan seragam layak pakai dan buku lewat karang taruna.",
                "Seragam dan buku diserahkan; anak masuk lagi.",
            ),
        ),
        need=("Mohon penanganan anak putus sekolah: kembali ke sekolah atau kejar paket, serta perlengkapan sekolah."),
        served="Anak sudah diterima kembali {di sekolah asal|di PKBM} dan mendapat perlengkapan.",
        answer="Anaknya sudah diterima kembali dan perlengkapannya dibantu.",
        to=(
            "DIKBUD",
            "PKSAI",
        ),
        local=0.35,
        soon=0.25,
    ),
    Topic(
        ServiceField.EDUCATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.PUPIL,
        weight=1.5,
        told=(
            (
                "{Ijazah {dia} tertahan di sekolah karena tunggakan komite|Sekolah meminta iuran kepada "
                "{dia} yang tidak sanggup dibayar}."
            ),
            "Orang tuanya {kerja}, penghasilan tidak tentu.",
        ),
        wish="Ijazah diberikan tanpa harus melunasi.",
        done=(("Menemui kepala sekolah bersama kepala desa.", "Ijazah diserahkan; tunggakan dihapus komite."),),
        need="Mohon penyelesaian ijazah yang ditahan karena tunggakan iuran komite.",
        served="Sekolah sudah menyerahkan ijazah tanpa pungutan.",
        answer="Ijazahnya sudah bisa diambil tanpa membayar.",
        to=("DIKBUD",),
        local=0.25,
        soon=0.3,
    ),
    Topic(
        ServiceField.EDUCATION,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.PUPIL,
        weight=1,
        told=(
            (
                "{dia} {berkebutuhan khusus|sulit mendengar|belum bisa bicara jelas} dan {sekolah terdekat "
                "belum menerima|SLB jauh dari rumah}."
            ),
            "{Orang tuanya ingin anak tetap belajar|Sehari-hari hanya di rumah}.",
        ),
        wish="Sekolah yang menerima, dekat rumah.",
        done=(
            (
                "Mempertemukan orang tua dengan guru pendamping khusus di SD terdekat.",
                "Sekolah bersedia menerima pada semester depan.",
            ),
        ),
        need="Mohon penempatan sekolah bagi anak berkebutuhan khusus, terdekat dari rumah.",
        served="Anak ditempatkan di sekolah inklusi terdekat dengan guru pendamping.",
        answer="Ada sekolah inklusi yang menerima dan guru pendampingnya.",
        to=(
            "DIKBUD",
            "PKSAI",
        ),
        local=0.15,
    ),
    Topic(
        ServiceField.EDUCATION,
        Nature.OTHER,
        Kind.QUESTION,
        About.PUPIL,
        weight=2,
        told=(
            (
                "Bertanya {syarat KIP Kuliah|kapan pendaftaran PIP dibuka|cara memindahkan sekolah|apakah "
                "jalur afirmasi bisa dengan KIP} untuk {dia}."
            ),
        ),
        wish="Penjelasan.",
        done=(("Menjelaskan syarat dan membantu mencetak bukti terdaftar.", "Warga membawa lembar syarat pulang."),),
        answer="Sudah dijelaskan syarat dan jadwalnya.",
        local=0.95,
        soon=0.05,
        emergency=0,
    ),
)
