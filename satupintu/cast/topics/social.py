"""Sosial: the lists of the poor, aid, and people who are alone or in danger."""

from satupintu.cast.topics.topic import About, Topic
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature

TOPICS = (
    Topic(
        ServiceField.SOCIAL,
        Nature.MEMBERSHIP,
        Kind.GRIEVANCE,
        About.HOUSEHOLD,
        weight=9,
        told=(
            (
                "{PKH|Bantuan sembako|BLT} {dia} {berhenti {lama}|tidak cair pada tahap ini}, {padahal "
                "keadaannya sama saja|padahal masih punya anak sekolah|padahal tidak ada pemberitahuan}."
            ),
            "Penghasilan hanya dari {kerja}. {Kartunya masih ada|Buku rekeningnya kosong waktu dicek}.",
        ),
        wish="{Bantuan cair kembali|Tahu sebabnya}.",
        done=(
            (
                "Memeriksa status lewat Cek Bansos dan SIKS-NG operator desa.",
                "Ternyata data NIK belum padan; sudah diperbaiki dan menunggu tahap berikut.",
            ),
            ("Menjelaskan hasil pemutakhiran desil dan cara mengajukan sanggah.", "Sanggahan diajukan bersama warga."),
        ),
        answer="Penyebabnya sudah ditemukan dan diperbaiki; bantuan diproses pada tahap berikut.",
        local=0.3,
        soon=0.12,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.HOUSEHOLD,
        weight=7,
        told=(
            (
                "{dia} {belum pernah didata|belum masuk DTSEN|tercatat pada desil tinggi}, {padahal rumahnya "
                "menumpang|padahal penghasilannya tidak tetap|padahal suaminya sudah meninggal}."
            ),
            "Bekerja sebagai {kerja}, tanggungan {tiga|empat|lima} orang.",
        ),
        wish="Diusulkan masuk data dan dapat bantuan.",
        done=(
            (
                "Berkunjung ke rumah, mengisi daftar usulan, dan memasukkannya lewat operator SIKS-NG.",
                "Usulan masuk musyawarah desa {bulan ini|berikutnya}.",
            ),
            ("Mengusulkan BLT Dana Desa dalam musyawarah.", "Disetujui sebagai penerima BLT desa."),
        ),
        need="Mohon bantuan kebutuhan dasar sementara menunggu pemutakhiran data.",
        served="Paket kebutuhan dasar sudah diserahkan.",
        answer="Sudah diusulkan; hasil pemutakhiran diumumkan sesudah musyawarah desa.",
        to=("LKS",),
        local=0.5,
        soon=0.08,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ELDER,
        weight=3,
        told=(
            "{dia} hidup sendiri {lama}, {makan dari pemberian tetangga|tidak ada keluarga dekat}.",
            "{Rumahnya gelap karena listrik diputus|Jalannya sudah tertatih-tatih|Sering lupa makan}.",
        ),
        wish="Ada yang mengurus dan bantuan makanan rutin.",
        done=(
            (
                "Mengatur jadwal antar makanan bersama PKK dan kader lansia.",
                "Makanan diantar dua kali sehari oleh kader.",
            ),
        ),
        need="Mohon pelayanan bagi lanjut usia terlantar: permakanan dan pendampingan.",
        served="Sudah masuk program permakanan lansia dan dikunjungi tiap minggu.",
        answer="Sudah masuk program permakanan; kader akan mengantar setiap hari.",
        to=(
            "LKS",
            "PUSPELKESSOS",
        ),
        local=0.4,
        soon=0.3,
        emergency=0.05,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.ADULT,
        weight=2,
        told=(
            (
                "{dia} {kehilangan kaki karena kecelakaan|tidak bisa melihat sejak kecil|tuli} dan {ingin "
                "bekerja lagi|belum punya alat bantu}."
            ),
            "{dokumen}.",
        ),
        wish="Alat bantu dan latihan kerja.",
        done=(("Mendata kebutuhan alat bantu dan mengukur bersama petugas.", "Data sudah masuk usulan alat bantu."),),
        need="Mohon alat bantu dan rehabilitasi sosial bagi penyandang disabilitas.",
        served="Alat bantu sudah diserahkan dan dilatih pemakaiannya.",
        answer="Alat bantunya sudah diserahkan.",
        to=(
            "LKS",
            "PUSPELKESSOS",
        ),
        local=0.15,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.PUPIL,
        weight=1.5,
        told=(
            (
                "{dia} {tinggal bersama nenek sejak orang tuanya merantau|ditinggal kedua orang tuanya} dan "
                "{sering tidak makan siang|bekerja mengangkat ikan di pelabuhan}."
            ),
            "{Kelihatan murung di sekolah|Pakaiannya itu-itu saja}.",
        ),
        wish="Diperhatikan dan dibantu.",
        done=(
            (
                "Berkunjung bersama kader dan guru, membuat jadwal makan di rumah kader.",
                "Keluarga besar bersedia mengasuh; dipantau tiap bulan.",
            ),
        ),
        need="Mohon asesmen anak dan keluarga pengganti; anak diduga terlantar.",
        served="Asesmen selesai; anak mendapat pendampingan dan bantuan kebutuhan sekolah.",
        answer="Pekerja sosial sudah datang dan anak didampingi.",
        to=("PKSAI",),
        local=0.2,
        soon=0.4,
        emergency=0.04,
        sealed=1,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.NEED,
        Kind.GRIEVANCE,
        About.MOTHER,
        weight=0.8,
        told=(
            "{dia} {sering dipukul di rumah|tidak berani pulang karena diancam} {lama}.",
            ("{Anaknya ikut ketakutan|Pernah lari ke rumah orang tuanya}. Mohon jangan sampai diketahui orang lain."),
        ),
        wish="Aman, dan ada yang mendampingi.",
        done=(
            (
                "Menerima di tempat aman dan menghubungi pekerja sosial.",
                "Sudah berada di tempat aman bersama keluarga.",
            ),
        ),
        need=("Mohon perlindungan dan pendampingan. Keterangan lengkap disampaikan langsung, tidak lewat surat."),
        served="Sudah ditangani; pendampingan berjalan. Keterangan tidak ditulis di surat.",
        answer="Pendampingan sudah berjalan. Hubungi kami kapan saja.",
        to=(
            "PKSAI",
            "POLRES",
        ),
        local=0.05,
        soon=0.5,
        emergency=0.4,
        sealed=2,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.OTHER,
        Kind.QUESTION,
        About.HOUSEHOLD,
        weight=5,
        told=(
            (
                "Bertanya {apakah masih terdaftar PKH|desil berapa sekarang|mengapa bantuan tahun ini "
                "berbeda|cara mengajukan sanggah lewat Cek Bansos} untuk {dia}."
            ),
        ),
        wish="Penjelasan.",
        done=(
            (
                "Membuka Cek Bansos bersama warga dan menjelaskan artinya.",
                "Warga tahu statusnya dan cara mengajukan perubahan.",
            ),
        ),
        answer="Status kepesertaan sudah dijelaskan, juga cara mengajukan perubahan data.",
        local=0.95,
        soon=0.02,
        emergency=0,
    ),
    Topic(
        ServiceField.SOCIAL,
        Nature.OTHER,
        Kind.GRIEVANCE,
        About.NOBODY,
        weight=2,
        told=(
            (
                "{Ada keluarga mampu yang masih menerima bantuan|Ada orang terlantar tidur di pasar "
                "{lama}|Ada pengemis membawa anak kecil di dekat pelabuhan}."
            ),
            "{Warga bertanya-tanya|Tidak ada yang tahu keluarganya|Mohon ditinjau}.",
        ),
        wish="Ditinjau petugas.",
        done=(
            (
                "Meninjau bersama kepala dusun dan mencatat hasilnya.",
                "Sudah ditinjau; hasilnya dibawa ke musyawarah desa.",
            ),
        ),
        need="Mohon penanganan orang terlantar yang belum diketahui identitasnya.",
        served="Sudah dijangkau dan ditempatkan sementara.",
        answer="Sudah ditinjau dan ditangani.",
        to=(
            "LKS",
            "PUSPELKESSOS",
        ),
        local=0.5,
        soon=0.2,
        emergency=0.03,
    ),
)
