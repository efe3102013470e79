"""Code lists of the village civil register (SIAK-type, as in OpenSID), and how they read as BDT codes."""

from satupintu.lib.codelists import bdt
from satupintu.lib.codes import CodeList, CodeMap

_SOURCE = "Village civil register, enumerations of OpenSID (facts)"

RELATION = CodeList("register", "siak", "relation", "Hubungan dalam KK (SHDK)", _SOURCE, [
    ("1", "Kepala keluarga", "Family head", "kk|kepala|kep keluarga|kepala kel"),
    ("2", "Suami", "Husband", ""),
    ("3", "Istri", "Wife", "isteri"),
    ("4", "Anak", "Child", "anak kandung|anak tiri|anak angkat"),
    ("5", "Menantu", "Child-in-law", "mantu"),
    ("6", "Cucu", "Grandchild", ""),
    ("7", "Orang tua", "Parent", "orangtua|ortu|ibu|bapak|ayah"),
    ("8", "Mertua", "Parent-in-law", ""),
    ("9", "Famili lain", "Other relative", "family lain|keluarga lain|saudara|kakak|adik|kemenakan|keponakan"),
    ("10", "Pembantu", "Helper", "pembantu rumah tangga|prt"),
    ("11", "Lainnya", "Other", "lain"),
])  # fmt: skip

RELIGION = CodeList("register", "siak", "religion", "Agama", _SOURCE, [
    ("1", "Islam", "Islam", "muslim"),
    ("2", "Kristen", "Protestant", "protestan|kristen protestan"),
    ("3", "Katholik", "Catholic", "katolik|kristen katolik"),
    ("4", "Hindu", "Hindu", ""),
    ("5", "Budha", "Buddhist", "buddha"),
    ("6", "Khonghucu", "Confucian", "konghucu|kong hu cu"),
    ("7", "Kepercayaan terhadap Tuhan YME/lainnya", "Native belief / other", "kepercayaan|penghayat|lainnya|"
     "kepercayaan terhadap tuhan yme"),
])  # fmt: skip

EDUCATION = CodeList("register", "siak", "education", "Pendidikan dalam KK", _SOURCE, [
    ("1", "Tidak/belum sekolah", "None / not yet", "belum sekolah|tidak sekolah|tidak belum sekolah"),
    ("2", "Belum tamat SD/sederajat", "Primary not completed", "belum tamat sd|tidak tamat sd|"
     "tidak tamat sd/sederajat"),
    ("3", "Tamat SD/sederajat", "Primary", "sd|mi|sd/sederajat|tamat sd|paket a"),
    ("4", "SLTP/sederajat", "Junior secondary", "smp|sltp|mts|smp/sederajat|paket b|tamat smp"),
    ("5", "SLTA/sederajat", "Senior secondary", "sma|smk|slta|ma|sma/sederajat|paket c|tamat sma|stm|smu"),
    ("6", "Diploma I/II", "Diploma 1-2", "d1|d2|diploma i|diploma ii|d1/d2"),
    ("7", "Akademi/Diploma III/S. Muda", "Diploma 3", "d3|diploma iii|akademi|sarjana muda"),
    ("8", "Diploma IV/Strata I", "Bachelor", "d4|s1|strata i|sarjana|d4/s1"),
    ("9", "Strata II", "Master", "s2|magister"),
    ("10", "Strata III", "Doctor", "s3|doktor"),
])  # fmt: skip

DISABILITY = CodeList("register", "siak", "disability", "Cacat", _SOURCE, [
    ("1", "Cacat fisik", "Physical", "fisik"),
    ("2", "Cacat netra/buta", "Blind", "buta|netra"),
    ("3", "Cacat rungu/wicara", "Deaf / speech", "rungu/wicara"),
    ("4", "Cacat mental/jiwa", "Mental", "mental/jiwa"),
    ("5", "Cacat fisik dan mental", "Physical and mental", ""),
    ("6", "Cacat lainnya", "Other", "lainnya"),
    ("7", "Tidak cacat", "None", "tidak|tidak ada"),
])  # fmt: skip

LIFE_STATUS = CodeList("register", "siak", "life_status", "Status dasar", _SOURCE, [
    ("1", "Hidup", "Alive", "ada"),
    ("2", "Mati", "Dead", "meninggal|wafat"),
    ("3", "Pindah", "Moved", ""),
    ("4", "Hilang", "Missing", ""),
    ("6", "Pergi", "Left", ""),
    ("9", "Tidak valid", "Invalid", ""),
])  # fmt: skip

CHRONIC_ILLNESS = CodeList("register", "siak", "chronic_illness", "Sakit menahun", _SOURCE, [
    ("1", "Jantung", "Heart", ""),
    ("2", "Lever", "Liver", "liver|hati"),
    ("3", "Paru-paru", "Lung", "paru"),
    ("4", "Kanker", "Cancer", ""),
    ("5", "Stroke", "Stroke", ""),
    ("6", "Diabetes melitus", "Diabetes", "diabetes|kencing manis"),
    ("7", "Ginjal", "Kidney", ""),
    ("8", "Malaria", "Malaria", ""),
    ("9", "Lepra/kusta", "Leprosy", "lepra|kusta"),
    ("10", "HIV/AIDS", "HIV/AIDS", ""),
    ("11", "Gila/stres", "Mental illness", "gila|stres|stress"),
    ("12", "TBC", "Tuberculosis", "tb"),
    ("13", "Asma", "Asthma", "asthma"),
    ("14", "Tidak ada/tidak sakit", "None", "tidak|tidak ada|tidak sakit|sehat"),
])  # fmt: skip

MARITAL_STATUS = CodeList("register", "siak", "marital_status", "Status perkawinan", _SOURCE, [
    ("1", "Belum kawin", "Never married", "belum menikah|lajang"),
    ("2", "Kawin", "Married", "nikah|menikah|kawin tercatat|kawin belum tercatat"),
    ("3", "Cerai hidup", "Divorced", ""),
    ("4", "Cerai mati", "Widowed", ""),
])  # fmt: skip

RELATION_TO_BDT = CodeMap(RELATION, bdt.RELATION_TO_FAMILY_HEAD, {
    "1": "1", "2": "2", "3": "2", "4": "3", "5": "4", "6": "5", "7": "6", "8": "6", "9": "8", "10": "7", "11": "8",
})  # fmt: skip

EDUCATION_TO_CERTIFICATE = CodeMap(EDUCATION, bdt.CERTIFICATE, {
    "1": "0", "2": "0", "3": "1", "4": "2", "5": "3", "6": "4", "7": "4", "8": "5", "9": "6", "10": "6",
})  # fmt: skip

# "Rungu/wicara", "mental/jiwa" and "lainnya" each cover several BDT codes: a person decides, not a map.
DISABILITY_TO_BDT = CodeMap(DISABILITY, bdt.DISABILITY, {
    "1": "01", "2": "02", "3": None, "4": None, "5": "12", "6": None, "7": "00",
})  # fmt: skip

# The lung is no tuberculosis, and malaria, leprosy, HIV and mental illness have no code of their own in BDT but "other".
CHRONIC_ILLNESS_TO_BDT = CodeMap(CHRONIC_ILLNESS, bdt.CHRONIC_ILLNESS, {
    "1": "4", "2": "9", "3": "9", "4": "8", "5": "7", "6": "5", "7": "9", "8": "9", "9": "9", "10": "9", "11": "9",
    "12": "6", "13": "3", "14": "0",
})  # fmt: skip
MARITAL_STATUS_TO_BDT = CodeMap(MARITAL_STATUS, bdt.MARITAL_STATUS, {str(n): str(n) for n in range(1, 5)})

LISTS = (RELATION, RELIGION, EDUCATION, DISABILITY, CHRONIC_ILLNESS, MARITAL_STATUS, LIFE_STATUS)
