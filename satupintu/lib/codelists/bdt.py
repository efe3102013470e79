"""Code lists of the BDT 2015 / DTKS forms (person part), as printed in the form and the Pusdatin reference tables."""

from satupintu.lib.codes import CodeList, CodeMap

_SOURCE = "BDT 2015 / DTKS: Pusdatin Kemensos reference tables (2019) and PBDT questionnaire"

# No "w": in a column of P and W, "P" is "pria"; unread W rows let a person notice before P is read as woman.
SEX = CodeList("bdt", "2015", "sex", "Jenis kelamin", _SOURCE, [
    ("1", "Laki-laki", "Male", "l|lk|laki|laki laki|lelaki|pria|cowok|m|male"),
    ("2", "Perempuan", "Female", "p|pr|prp|perempuan|wanita|f|female"),
])  # fmt: skip

RELATION_TO_HOUSEHOLD_HEAD = CodeList("bdt", "2015", "relation_household", "Hubungan dengan kepala rumah tangga",
    _SOURCE, [
    ("1", "Kepala rumah tangga", "Household head", "krt|kepala|kepala ruta"),
    ("2", "Istri/suami", "Spouse", "istri|suami|isteri|suami/istri|pasangan"),
    ("3", "Anak", "Child", "anak kandung|anak tiri|anak angkat"),
    ("4", "Menantu", "Son/daughter-in-law", "mantu"),
    ("5", "Cucu", "Grandchild", ""),
    ("6", "Orang tua/mertua", "Parent / parent-in-law", "orang tua|orangtua|ortu|mertua|ibu|bapak|ayah"),
    ("7", "Pembantu rumah tangga", "Domestic helper", "pembantu|art|prt|pembantu/sopir"),
    ("8", "Lainnya", "Other", "lain|famili lain|keluarga lain|saudara|kakak|adik|kemenakan|keponakan"),
])  # fmt: skip

RELATION_TO_FAMILY_HEAD = CodeList("bdt", "2015", "relation_family", "Hubungan dengan kepala keluarga", _SOURCE, [
    ("1", "Kepala keluarga", "Family head", "kk|kepala|kep keluarga|kepala kel"),
    ("2", "Istri/suami", "Spouse", "istri|suami|isteri|suami/istri|pasangan"),
    ("3", "Anak", "Child", "anak kandung|anak tiri|anak angkat"),
    ("4", "Menantu", "Son/daughter-in-law", "mantu"),
    ("5", "Cucu", "Grandchild", ""),
    ("6", "Orang tua/mertua", "Parent / parent-in-law", "orang tua|orangtua|ortu|mertua|ibu|bapak|ayah"),
    ("7", "Pembantu rumah tangga", "Domestic helper", "pembantu|art|prt|pembantu/sopir"),
    ("8", "Lainnya", "Other", "lain|famili lain|keluarga lain|saudara|kakak|adik|kemenakan|keponakan"),
])  # fmt: skip

MARITAL_STATUS = CodeList("bdt", "2015", "marital_status", "Status perkawinan", _SOURCE, [
    ("1", "Belum kawin", "Never married", "belum menikah|belum nikah|lajang|bujang|gadis|bk|tidak kawin"),
    ("2", "Kawin/nikah", "Married", "kawin|nikah|menikah|k|kawin tercatat|kawin belum tercatat|sudah kawin|"
     "kawin tidak tercatat"),
    ("3", "Cerai hidup", "Divorced", "cerai|ch|janda cerai|duda cerai|cerai hidup tercatat|cerai hidup belum tercatat"),
    ("4", "Cerai mati", "Widowed", "cm|janda mati|duda mati|janda|duda"),
])  # fmt: skip

DISABILITY = CodeList("bdt", "2015", "disability", "Jenis disabilitas", _SOURCE, [
    ("00", "Tidak cacat", "No disability", "tidak|tidak ada|tidak disabilitas|bukan disabilitas|non disabilitas|"
     "normal|sehat|nihil"),
    ("01", "Tuna daksa/cacat tubuh", "Physical disability", "tuna daksa|tunadaksa|cacat tubuh|disabilitas tubuh|"
     "lumpuh|cacat kaki|cacat tangan|daksa|fisik|disabilitas fisik|cacat fisik"),
    ("02", "Tuna netra/buta", "Blind", "tuna netra|tunanetra|buta|netra|disabilitas netra"),
    ("03", "Tuna rungu", "Deaf", "tunarungu|tuli|rungu|disabilitas rungu"),
    ("04", "Tuna wicara", "Speech disability", "tunawicara|bisu|wicara|disabilitas wicara"),
    ("05", "Tuna rungu & wicara", "Deaf and speech", "tuna rungu dan wicara|tuna rungu wicara|bisu tuli|tuli bisu"),
    ("06", "Tuna netra & cacat tubuh", "Blind and physical", "tuna netra dan cacat tubuh"),
    ("07", "Tuna netra, rungu & wicara", "Blind, deaf and speech", "tuna netra rungu dan wicara"),
    ("08", "Tuna rungu, wicara & cacat tubuh", "Deaf, speech and physical", "tuna rungu wicara dan cacat tubuh"),
    ("09", "Tuna rungu, wicara, netra & cacat tubuh", "Deaf, speech, blind and physical",
     "tuna rungu wicara netra dan cacat tubuh"),
    ("10", "Cacat mental retardasi", "Intellectual disability", "retardasi mental|tuna grahita|tunagrahita|"
     "keterbelakangan mental|intelektual|disabilitas intelektual|down syndrome"),
    ("11", "Mantan penderita gangguan jiwa", "Former psychiatric patient", "gangguan jiwa|odgj|eks psikotik|"
     "disabilitas mental|bekas penderita gangguan jiwa"),
    ("12", "Cacat fisik & mental", "Physical and mental", "cacat fisik dan mental|ganda|disabilitas ganda"),
])  # fmt: skip

DISABILITY_VERVAL_2019 = CodeList("dtks_verval", "2019", "disability", "Jenis disabilitas",
    "Verval DTKS 2019/2020 form as printed: 'tuna rungu' alone is missing, every later code is one lower", [
    ("0", "Tidak disabilitas", "No disability", "tidak|tidak ada|tidak cacat"),
    ("1", "Tuna daksa/disabilitas tubuh", "Physical disability", "tuna daksa|cacat tubuh"),
    ("2", "Tuna netra/buta", "Blind", "tuna netra|buta"),
    ("3", "Tuna wicara", "Speech disability", "bisu"),
    ("4", "Tuna rungu & wicara", "Deaf and speech", "tuna rungu dan wicara|bisu tuli"),
    ("5", "Tuna netra & disabilitas tubuh", "Blind and physical", ""),
    ("6", "Tuna netra, rungu & wicara", "Blind, deaf and speech", ""),
    ("7", "Tuna rungu, wicara & disabilitas tubuh", "Deaf, speech and physical", ""),
    ("8", "Tuna rungu, wicara, netra & disabilitas tubuh", "Deaf, speech, blind and physical", ""),
    ("9", "Disabilitas mental retardasi", "Intellectual disability", "retardasi mental"),
    ("10", "Mantan penderita gangguan jiwa", "Former psychiatric patient", "gangguan jiwa"),
    ("11", "Disabilitas fisik & mental", "Physical and mental", ""),
])  # fmt: skip

CHRONIC_ILLNESS = CodeList("bdt", "2015", "chronic_illness", "Penyakit kronis/menahun", _SOURCE, [
    ("0", "Tidak ada", "None", "tidak|nihil|sehat"),
    ("1", "Hipertensi (tekanan darah tinggi)", "Hypertension", "hipertensi|darah tinggi|tekanan darah tinggi"),
    ("2", "Rematik", "Rheumatism", "reumatik"),
    ("3", "Asma", "Asthma", "asthma|sesak"),
    ("4", "Masalah jantung", "Heart problem", "jantung|sakit jantung"),
    ("5", "Diabetes (kencing manis)", "Diabetes", "diabetes|kencing manis|gula|dm|diabetes melitus"),
    ("6", "Tuberculosis (TBC)", "Tuberculosis", "tbc|tb|tuberkulosis|tuberculosis"),
    ("7", "Stroke", "Stroke", "strok"),
    ("8", "Kanker atau tumor ganas", "Cancer / malignant tumour", "kanker|tumor|tumor ganas"),
    ("9", "Lainnya (gagal ginjal, paru-paru flek, dan sejenisnya)", "Other (kidney failure, lung spots, ...)",
     "lainnya|gagal ginjal|ginjal|paru paru"),
])  # fmt: skip

SCHOOL_PARTICIPATION = CodeList("bdt", "2015", "school_participation", "Partisipasi sekolah", _SOURCE, [
    ("0", "Tidak/belum pernah sekolah", "Never attended", "tidak pernah sekolah|belum sekolah|belum pernah sekolah"),
    ("1", "Masih sekolah", "Attending", "sekolah|sedang sekolah"),
    ("2", "Tidak bersekolah lagi", "No longer attending", "tidak sekolah lagi|putus sekolah|tamat"),
])  # fmt: skip

CERTIFICATE = CodeList("bdt", "2015", "certificate", "Ijazah tertinggi", _SOURCE, [
    ("0", "Tidak punya ijazah", "No certificate", "tidak ada|tidak punya|tidak tamat sd|tidak sekolah"),
    ("1", "SD/sederajat", "Primary", "sd|mi|paket a|tamat sd"),
    ("2", "SMP/sederajat", "Junior secondary", "smp|sltp|mts|paket b"),
    ("3", "SMA/sederajat", "Senior secondary", "sma|smk|slta|ma|paket c|stm|smu"),
    ("4", "D1/D2/D3", "Diploma 1-3", "d1|d2|d3|diploma"),
    ("5", "D4/S1", "Diploma 4 / Bachelor", "d4|s1|sarjana"),
    ("6", "S2/S3", "Master / Doctor", "s2|s3|magister|doktor"),
])  # fmt: skip

EMPLOYMENT_STATUS = CodeList("bdt", "2015", "employment_status", "Status kedudukan dalam pekerjaan utama", _SOURCE, [
    ("1", "Berusaha sendiri", "Own account", "usaha sendiri|wiraswasta"),
    ("2", "Berusaha dibantu buruh tidak tetap/tidak dibayar", "Employer with unpaid / temporary workers", ""),
    ("3", "Berusaha dibantu buruh tetap/dibayar", "Employer with permanent paid workers", ""),
    ("4", "Buruh/karyawan/pegawai swasta", "Private employee", "karyawan|pegawai swasta|karyawan swasta"),
    ("5", "PNS/TNI/Polri/BUMN/BUMD/anggota legislatif",
     "Civil servant / military / police / state enterprise / legislator", "pns|asn|tni|polri|bumn|bumd"),
    ("6", "Pekerja bebas pertanian", "Casual worker, agriculture", "buruh tani"),
    ("7", "Pekerja bebas non-pertanian", "Casual worker, non-agriculture", "buruh harian lepas"),
    ("8", "Pekerja keluarga/tidak dibayar", "Unpaid family worker", "pekerja keluarga"),
])  # fmt: skip

IDENTITY = CodeList("bdt", "2015", "identity", "Kartu identitas (jumlah)", _SOURCE, [
    ("0", "Tidak memiliki", "None", ""),
    ("1", "Akta kelahiran", "Birth certificate", ""),
    ("2", "Kartu pelajar", "Student card", ""),
    ("4", "KTP", "National ID card", ""),
    ("8", "SIM", "Driving licence", ""),
], added=True)  # fmt: skip

MARRIAGE_PAPER = CodeList("bdt", "2015", "marriage_paper", "Kepemilikan akta/buku nikah", _SOURCE, [
    ("0", "Tidak", "No", ""),
    ("1", "Ya, dapat ditunjukkan", "Yes, can be shown", ""),
    ("2", "Ya, tidak dapat ditunjukkan", "Yes, cannot be shown", ""),
])  # fmt: skip

MARRIAGE_PAPER_PUSDATIN = CodeList("pusdatin", "2019", "marriage_paper", "Kepemilikan akta/buku nikah",
    "Pusdatin Kemensos reference tables (2019): the forms' 0/1/2 moved to 1/2/3", [
    ("1", "Tidak", "No", ""),
    ("2", "Ya, dapat ditunjukkan", "Yes, can be shown", ""),
    ("3", "Ya, tidak dapat ditunjukkan", "Yes, cannot be shown", ""),
])  # fmt: skip

SCHOOL_LEVEL = CodeList("bdt", "2015", "school_level", "Jenjang pendidikan tertinggi", _SOURCE, [
    ("01", "SD/SDLB", "Primary", "sd"),
    ("02", "Paket A", "Primary equivalency", ""),
    ("03", "M. Ibtidaiyah", "Islamic primary", "mi"),
    ("04", "SMP/SMPLB", "Junior secondary", "smp"),
    ("05", "Paket B", "Junior equivalency", ""),
    ("06", "M. Tsanawiyah", "Islamic junior secondary", "mts"),
    ("07", "SMA/SMK/SMALB", "Senior secondary", "sma|smk"),
    ("08", "Paket C", "Senior equivalency", ""),
    ("09", "M. Aliyah", "Islamic senior secondary", "ma"),
    ("10", "Perguruan tinggi", "Higher education", ""),
])  # fmt: skip

PRESENCE = CodeList("bdt", "2015", "presence", "Keterangan keberadaan anggota", _SOURCE, [
    ("1", "Tinggal di ruta", "Lives in the household", "ada|tinggal|hidup"),
    ("2", "Meninggal", "Died", "meninggal dunia|wafat|mati|almarhum|almarhumah"),
    ("3", "Tidak tinggal di ruta/pindah", "Not living there / moved", "pindah|merantau"),
    ("4", "Anggota rumah tangga baru", "New member", "baru|lahir"),
    ("5", "Kesalahan prelist", "Prelist error", "salah data"),
    ("6", "Tidak ditemukan", "Not found", "tidak ketemu"),
])  # fmt: skip

DISABILITY_FROM_VERVAL_2019 = CodeMap(DISABILITY_VERVAL_2019, DISABILITY, {
    "0": "00", "1": "01", "2": "02", "3": "04", "4": "05", "5": "06", "6": "07", "7": "08", "8": "09", "9": "10",
    "10": "11", "11": "12",
})  # fmt: skip

MARRIAGE_PAPER_FROM_PUSDATIN = CodeMap(MARRIAGE_PAPER_PUSDATIN, MARRIAGE_PAPER, {"1": "0", "2": "1", "3": "2"})

LISTS = (
    SEX, RELATION_TO_HOUSEHOLD_HEAD, RELATION_TO_FAMILY_HEAD, MARITAL_STATUS, DISABILITY, DISABILITY_VERVAL_2019,
    CHRONIC_ILLNESS, SCHOOL_PARTICIPATION, CERTIFICATE, EMPLOYMENT_STATUS, PRESENCE,
    IDENTITY, MARRIAGE_PAPER, MARRIAGE_PAPER_PUSDATIN, SCHOOL_LEVEL,
)  # fmt: skip
