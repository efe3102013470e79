"""Words of offices: kinds of institution, roles of people, service fields."""

from satupintu.lib.words import Word


class OfficeKind(Word):
    """What an institution is (sources 000–004; receivers of referrals as the field names them)."""

    PUSKESOS = "puskesos", "Puskesos", "Puskesos"
    PUSPELKESSOS = "puspelkessos", "PUSPELKESSOS", "PUSPELKESSOS"
    SLRT = "slrt", "Sekretariat SLRT", "SLRT secretariat"
    PKSAI = "pksai", "PKSAI", "PKSAI"
    AGENCY = "agency", "Dinas/OPD", "Local government office"
    HOSPITAL = "hospital", "Rumah sakit", "Hospital"
    SCHOOL = "school", "Sekolah", "School"
    NGO = "ngo", "LKS/LSM", "Welfare institution or NGO"
    CSR = "csr", "Perusahaan (CSR)", "Company (CSR)"
    PROGRAMME_OWNER = "programme_owner", "Pengelola program pusat", "Central programme owner"
    POLICE = "police", "Kepolisian", "Police"
    CHILDREN_CENTRE = "children_centre", "Children Center", "Children's centre"


class Role(Word):
    """What a person is appointed to be; `access/roles.py` says in prose what each may do."""

    FACILITATOR = "facilitator", "Fasilitator", "Facilitator"
    VILLAGE_FRONT = "village_front", "Front office Puskesos", "Puskesos front office"
    VILLAGE_BACK = "village_back", "Back office Puskesos", "Puskesos back office"
    COORDINATOR = "coordinator", "Koordinator Puskesos", "Puskesos coordinator"
    SUPERVISOR = "supervisor", "Supervisor kecamatan", "Kecamatan supervisor"
    TKSK = "tksk", "TKSK/pimpinan PUSPELKESSOS", "TKSK / PUSPELKESSOS leader"
    DISTRICT_FRONT = "district_front", "Front office SLRT", "SLRT front office"
    DISTRICT_BACK = "district_back", "Back office SLRT", "SLRT back office"
    MANAGER = "manager", "Manajer SLRT", "SLRT manager"
    HEAD = "head", "Kepala dinas", "Head of office"
    RESPONDER = "responder", "Petugas OPD/pengelola program", "Programme owner / OPD responder"
    AGENCY_HANDLER = "agency_handler", "Petugas penanganan dinas", "Case officer of an agency"
    SOCIAL_WORKER = "social_worker", "Pekerja sosial", "Social worker"
    PROVINCE_HANDLER = "province_handler", "Petugas penanganan provinsi", "Case officer of the provinsi"
    PROVINCE_VIEWER = "province_viewer", "Pemantau provinsi", "Viewer for the provinsi"
    NATIONAL_VIEWER = "national_viewer", "Pemantau nasional", "National viewer"
    AUDITOR = "auditor", "Auditor", "Auditor"
    ADMINISTRATOR = "administrator", "Admin akun", "Account administrator"


class ServiceField(Word):
    """The six fields of service of a Puskesos (sources 000 and 002)."""

    EDUCATION = "education", "Pendidikan", "Education"
    HEALTH = "health", "Kesehatan", "Health"
    CIVIL_REGISTRATION = "civil_registration", "Kependudukan", "Civil registration"
    SOCIAL = "social", "Sosial", "Social"
    ECONOMY = "economy", "Ekonomi dan usaha", "Economy and business"
    OTHER = "other", "Pelayanan dasar lainnya", "Other basic services"


class AppointmentEnd(Word):
    """Why an appointment ended before its last day."""

    ROTATED = "rotated", "Pindah tugas", "Rotated"
    RESIGNED = "resigned", "Berhenti", "Resigned"
    REVOKED = "revoked", "SK dicabut", "SK revoked"
    MISTAKE = "mistake", "Salah catat", "Recorded by mistake"


class CalendarChange(Word):
    """What happened to a day off."""

    ADDED = "added", "ditambahkan", "added"
    REMOVED = "removed", "dihapus", "removed"
