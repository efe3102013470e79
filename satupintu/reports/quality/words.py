"""Words of data quality: what is looked for, and how much it matters."""

from satupintu.lib.words import Word


class Severity(Word):
    """How much a finding matters."""

    GRAVE = "grave", "Berat", "Grave"
    CAUTION = "caution", "Periksa", "To be checked"
    GAP = "gap", "Lengkapi", "To be completed"


class Check(Word):
    """What is looked for, as auditors publish it."""

    NIK_TWICE = "nik_twice", "NIK dipakai orang lain juga", "NIK used by somebody else too"
    PERSON_TWICE = "person_twice", "Nama dan NIK sama, tercatat dua kali", "Same name and NIK, registered twice"
    NIK_INVALID = "nik_invalid", "Susunan NIK tidak sah", "NIK that cannot be one"
    NIK_DIFFERS = "nik_differs", "NIK berbeda dari tanggal lahir atau jenis kelamin", "NIK says another birth or sex"
    NIK_BLANK = "nik_blank", "NIK kosong", "No NIK"
    KK_INVALID = "kk_invalid", "Susunan nomor KK tidak sah", "KK number that cannot be one"
    KK_BLANK = "kk_blank", "Belum tercatat di kartu keluarga", "On no family card"
    NAME_ODD = "name_odd", "Nama kosong atau tidak wajar", "Name blank or implausible"
    BIRTH_BLANK = "birth_blank", "Tahun lahir kosong", "No year of birth"
    BIRTH_ODD = "birth_odd", "Tanggal lahir tidak masuk akal", "Implausible date of birth"
    GONE_ACTIVE = "gone_active", "Meninggal atau pindah, tetapi masih aktif", "Died or moved, but still active"
    CIVIL_DIED = (
        "civil_died",
        "Meninggal menurut Dukcapil, di sini masih ada",
        "Died by the civil registry, present here",
    )
    CIVIL_MISMATCH = "civil_mismatch", "Tidak padan dengan Dukcapil", "Not matched with the civil registry"
    CIVIL_NEVER = "civil_never", "Belum pernah dipadankan dengan Dukcapil", "Never compared with the civil registry"
    CHILD_HEAD = "child_head", "Kepala keluarga berumur di bawah 17 tahun", "Head of a household below 17"
    CHILD_MARRIED = "child_married", "Berstatus kawin di bawah 19 tahun", "Married below 19"
    SPOUSE_SINGLE = "spouse_single", "Istri/suami berstatus belum kawin", "A spouse who never married"
    SCHOOL_ODD = "school_odd", "Status sekolah tidak sesuai umur", "Schooling that does not fit the age"
    HEADS_ODD = "heads_odd", "Keluarga tanpa kepala, atau berkepala lebih dari satu", "Household without one head"
    HOME_EMPTY = "home_empty", "Keluarga tanpa anggota", "Household without members"
    STALE = "stale", "Lama tidak dikonfirmasi", "Not confirmed for long"
