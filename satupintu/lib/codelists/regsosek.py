"""Code lists of the Regsosek 2022 questionnaire (the survey behind DTSEN), and how they read as BDT codes.

Its unit is the family (keluarga), not the household. Disability is no list here: ten functional difficulties (a to j) are
each asked with the same four answers, and none of them is a BDT kind of disability.
"""

from satupintu.lib.codelists import bdt, bdt_home
from satupintu.lib.codes import CodeList, CodeMap

_SOURCE = "Regsosek 2022 questionnaire, as numbered on the form"

SEX = CodeList("regsosek", "2022", "sex", "Jenis kelamin", _SOURCE, [
    ("1", "Laki-laki", "Male", "l|lk|laki|laki laki|pria"),
    ("2", "Perempuan", "Female", "p|pr|wanita"),
])  # fmt: skip

PRESENCE = CodeList("regsosek", "2022", "presence", "Keberadaan anggota keluarga", _SOURCE, [
    ("1", "Tinggal bersama keluarga", "Lives with the family", "ada|tinggal"),
    ("2", "Meninggal", "Died", "meninggal dunia|wafat"),
    ("3", "Pindah ke wilayah lain di Indonesia", "Moved within Indonesia", "pindah"),
    ("4", "Pindah ke luar negeri", "Moved abroad", ""),
    ("5", "Anggota keluarga baru", "New member", "baru"),
    ("6", "Tidak ditemukan", "Not found", ""),
])  # fmt: skip

RELATION = CodeList("regsosek", "2022", "relation", "Hubungan dengan kepala keluarga", _SOURCE, [
    ("1", "Kepala keluarga", "Family head", "kk|kepala"),
    ("2", "Istri/suami", "Spouse", "istri|suami|isteri"),
    ("3", "Anak", "Child", "anak kandung|anak tiri|anak angkat"),
    ("4", "Menantu", "Child-in-law", ""),
    ("5", "Cucu", "Grandchild", ""),
    ("6", "Orang tua/mertua", "Parent / parent-in-law", "orang tua|mertua"),
    ("7", "Pembantu/sopir", "Helper / driver", "pembantu|sopir"),
    ("8", "Lainnya", "Other", "lain|famili lain"),
])  # fmt: skip

MARITAL_STATUS = CodeList("regsosek", "2022", "marital_status", "Status perkawinan", _SOURCE, [
    ("1", "Belum kawin", "Never married", "belum menikah"),
    ("2", "Kawin/nikah", "Married", "kawin|nikah|menikah"),
    ("3", "Cerai hidup", "Divorced", ""),
    ("4", "Cerai mati", "Widowed", ""),
])  # fmt: skip

IDENTITY = CodeList("regsosek", "2022", "identity", "Kartu identitas (jumlah)", _SOURCE, [
    ("0", "Tidak memiliki", "None", ""),
    ("1", "Akta kelahiran", "Birth certificate", ""),
    ("2", "KIA", "Child identity card", "kartu identitas anak"),
    ("4", "KTP", "National ID card", ""),
], added=True)  # fmt: skip

SCHOOL_PARTICIPATION = CodeList("regsosek", "2022", "school_participation", "Partisipasi sekolah", _SOURCE, [
    ("1", "Tidak/belum pernah sekolah", "Never attended", "tidak pernah sekolah|belum sekolah|belum pernah sekolah"),
    ("2", "Masih sekolah", "Attending", "sekolah|sedang sekolah"),
    ("3", "Tidak bersekolah lagi", "No longer attending", "tidak sekolah lagi|putus sekolah|tamat"),
])  # fmt: skip

_SCHOOLS = [
    ("1", "Paket A", "Primary equivalency", ""),
    ("2", "SDLB", "Special primary", ""),
    ("3", "SD", "Primary", ""),
    ("4", "MI", "Islamic primary", ""),
    ("5", "SPM/PDF Ula", "Islamic boarding, primary", ""),
    ("6", "Paket B", "Junior equivalency", ""),
    ("7", "SMP LB", "Special junior", "smplb"),
    ("8", "SMP", "Junior secondary", ""),
    ("9", "MTs", "Islamic junior", ""),
    ("10", "SPM/PDF Wustha", "Islamic boarding, junior", ""),
    ("11", "Paket C", "Senior equivalency", ""),
    ("12", "SMLB", "Special senior", "smalb"),
    ("13", "SMA", "Senior secondary", ""),
    ("14", "MA", "Islamic senior", ""),
    ("15", "SMK", "Vocational", ""),
    ("16", "MAK", "Islamic vocational", ""),
    ("17", "SPM/PDF Ulya", "Islamic boarding, senior", ""),
    ("18", "D1/D2/D3", "Diploma 1-3", "d1|d2|d3"),
    ("19", "D4/S1", "Diploma 4 / Bachelor", "d4|s1"),
    ("20", "Profesi", "Professional", ""),
    ("21", "S2", "Master", ""),
    ("22", "S3", "Doctor", ""),
]
SCHOOL_LEVEL = CodeList("regsosek", "2022", "school_level", "Jenjang pendidikan", _SOURCE, _SCHOOLS)
CERTIFICATE = CodeList(
    "regsosek", "2022", "certificate", "Ijazah tertinggi", _SOURCE,
    [*_SCHOOLS, ("23", "Tidak punya ijazah SD", "No primary certificate", "tidak punya ijazah|tidak ada")],
)  # fmt: skip

EMPLOYMENT_STATUS = CodeList("regsosek", "2022", "employment_status", "Kedudukan dalam pekerjaan", _SOURCE, [
    ("1", "Berusaha sendiri", "Own account", ""),
    ("2", "Berusaha dibantu buruh tidak tetap/tidak dibayar", "Employer with unpaid / temporary workers", ""),
    ("3", "Berusaha dibantu buruh tetap/dibayar", "Employer with paid workers", ""),
    ("4", "Buruh/karyawan/pegawai swasta", "Private employee", ""),
    ("5", "PNS/TNI/Polri/BUMN/BUMD/pejabat negara", "Public employee", "pns|asn|tni|polri"),
    ("6", "Pekerja bebas pertanian", "Casual worker, agriculture", ""),
    ("7", "Pekerja bebas non-pertanian", "Casual worker, non-agriculture", ""),
    ("8", "Pekerja keluarga/tidak dibayar", "Unpaid family worker", ""),
])  # fmt: skip

DIFFICULTY = CodeList("regsosek", "2022", "difficulty", "Kesulitan/gangguan", _SOURCE, [
    ("1", "Ya, sama sekali tidak bisa", "Cannot do at all", ""),
    ("2", "Ya, banyak kesulitan dan membutuhkan bantuan", "A lot of difficulty, needs help", ""),
    ("3", "Ya, sedikit kesulitan, tidak membutuhkan bantuan", "Some difficulty, no help", ""),
    ("4", "Tidak mengalami kesulitan", "No difficulty", "tidak"),
])  # fmt: skip

SADNESS = CodeList("regsosek", "2022", "sadness", "Kesedihan/depresi", _SOURCE, [
    ("1", "Sangat sering", "Very often", ""),
    ("2", "Sering", "Often", ""),
    ("3", "Jarang", "Rarely", ""),
    ("4", "Tidak pernah", "Never", ""),
])  # fmt: skip

CHRONIC_ILLNESS = CodeList("regsosek", "2022", "chronic_illness", "Keluhan kesehatan kronis", _SOURCE, [
    ("1", "Tidak ada", "None", "tidak|sehat"),
    ("2", "Hipertensi", "Hypertension", "darah tinggi"),
    ("3", "Rematik", "Rheumatism", ""),
    ("4", "Asma", "Asthma", ""),
    ("5", "Masalah jantung", "Heart problem", "jantung"),
    ("6", "Diabetes", "Diabetes", "kencing manis"),
    ("7", "Tuberculosis (TBC)", "Tuberculosis", "tbc|tb"),
    ("8", "Stroke", "Stroke", ""),
    ("9", "Kanker atau tumor ganas", "Cancer / malignant tumour", "kanker|tumor"),
    ("10", "Gagal ginjal", "Kidney failure", ""),
    ("11", "Hemofilia", "Haemophilia", "haemophilia"),
    ("12", "HIV/AIDS", "HIV/AIDS", ""),
    ("13", "Kolesterol", "Cholesterol", ""),
    ("14", "Sirosis hati", "Liver cirrhosis", ""),
    ("15", "Talasemia", "Thalassaemia", "thalasemia"),
    ("16", "Leukemia", "Leukaemia", "leukimia"),
    ("17", "Alzheimer", "Alzheimer", ""),
    ("18", "Lainnya", "Other", ""),
])  # fmt: skip

FLOOR = CodeList("regsosek", "2022", "floor", "Lantai terluas", _SOURCE, [
    ("1", "Marmer/granit", "Marble / granite", ""),
    ("2", "Keramik", "Ceramic tile", ""),
    ("3", "Parket/vinil/karpet", "Parquet / vinyl / carpet", ""),
    ("4", "Ubin/tegel/teraso", "Cement tile / terrazzo", ""),
    ("5", "Kayu/papan", "Wood / board", ""),
    ("6", "Semen/bata merah", "Cement / red brick", ""),
    ("7", "Bambu", "Bamboo", ""),
    ("8", "Tanah", "Earth", ""),
    ("9", "Lainnya", "Other", ""),
])  # fmt: skip

RELATION_TO_BDT = CodeMap(RELATION, bdt.RELATION_TO_FAMILY_HEAD, {str(n): str(n) for n in range(1, 9)})
MARITAL_STATUS_TO_BDT = CodeMap(MARITAL_STATUS, bdt.MARITAL_STATUS, {str(n): str(n) for n in range(1, 5)})
SCHOOL_PARTICIPATION_TO_BDT = CodeMap(SCHOOL_PARTICIPATION, bdt.SCHOOL_PARTICIPATION, {"1": "0", "2": "1", "3": "2"})
EMPLOYMENT_STATUS_TO_BDT = CodeMap(EMPLOYMENT_STATUS, bdt.EMPLOYMENT_STATUS, {str(n): str(n) for n in range(1, 9)})
CHRONIC_ILLNESS_TO_BDT = CodeMap(CHRONIC_ILLNESS, bdt.CHRONIC_ILLNESS, {
    **{str(n): str(n - 1) for n in range(1, 10)}, **{str(n): "9" for n in range(10, 19)},
})  # fmt: skip
CERTIFICATE_TO_BDT = CodeMap(CERTIFICATE, bdt.CERTIFICATE, {
    **dict.fromkeys("12345", "1"), **{str(n): "2" for n in range(6, 11)}, **{str(n): "3" for n in range(11, 18)},
    "18": "4", "19": "5", "20": "5", "21": "6", "22": "6", "23": "0",
})  # fmt: skip
# A child identity card is no student card, and BDT knows no child identity card.
IDENTITY_TO_BDT = CodeMap(IDENTITY, bdt.IDENTITY, {"0": "0", "1": "1", "2": None, "4": "4"})
# Wood has two qualities in BDT: a person decides, not a map.
FLOOR_TO_BDT = CodeMap(FLOOR, bdt_home.FLOOR, {
    **{str(n): str(n) for n in (1, 2, 3, 4, 6, 7)}, "5": None, "8": "9", "9": "10",
})  # fmt: skip

LISTS = (
    SEX, PRESENCE, RELATION, MARITAL_STATUS, IDENTITY, SCHOOL_PARTICIPATION, SCHOOL_LEVEL, CERTIFICATE, EMPLOYMENT_STATUS,
    DIFFICULTY, SADNESS, CHRONIC_ILLNESS, FLOOR,
)  # fmt: skip
