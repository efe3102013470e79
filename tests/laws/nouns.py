"""Words by hand for the glossary: what the house calls things, and what Indonesian law calls them."""

FIRST_WORDS: tuple[tuple[str, str, str], ...] = (
    ("keluhan", "Complaint", "what a citizen brings: a question, a suggestion, a grievance or a need"),
    ("layanan langsung", "DirectService", "help given at once, without passing the matter on"),
    ("rujukan", "Referral", "a letter that asks another office to help; the matter stays with the sender"),
    ("pelimpahan", "Transfer", "the matter itself passes to another office"),
    ("penutupan", "Closure", "how and when a matter ended for the citizen"),
    ("penjangkauan", "Outreach", "going to people instead of waiting for them"),
    ("kunjungan", "Visit", "a visit to somebody’s home"),
    ("konferensi kasus", "CaseConference", "a meeting of all who help with one case"),
    ("rencana kasus", "CasePlan", "what will be done in a case, by whom, until when"),
    ("terminasi", "Termination", "the agreed end of a case"),
    ("usulan perubahan", "ChangeRequest", "a proposal to change registered data, decided in the village"),
    ("kepesertaan", "Enrolment", "membership of a programme"),
    ("penyaluran", "Delivery", "aid that was handed out"),
    ("perangkat daerah, lembaga", "Office", "an institution that serves citizens or answers referrals"),
    ("SK penugasan", "Appointment", "the decree that makes a person an officer: role, office, area, period"),
    ("fasilitator", "facilitator", "meets citizens at home and in the street"),
    ("koordinator Puskesos", "coordinator", "leads a Puskesos and decides on its complaints"),
    ("supervisor kecamatan", "supervisor", "oversees the facilitators of a kecamatan"),
    ("manajer", "manager", "leads the SLRT of a kabupaten and refers to programme owners"),
    ("pekerja sosial", "social_worker", "works with children and families in cases"),
    (
        "front office, back office",
        "front_office, back_office",
        "receives citizens; handles the matter behind the counter",
    ),
)
"""(Indonesian, name in the code, what it is)"""

LAW: tuple[tuple[str, str, str], ...] = (
    # Areas
    ("provinsi", "", "province; 38 of them, two digits of the area code"),
    ("kabupaten, kota", "", "regency or city, the second level of area; 416 and 98, four digits"),
    ("kecamatan", "", "sub-district, the third level; 7,285, six digits (distrik in Papua)"),
    ("desa, kelurahan", "", "village, rural or urban, the fourth level; 83,762 in all, ten digits"),
    ("dusun, lingkungan", "", "a part of a desa or kelurahan, known by name only"),
    ("RT, RW", "rukun tetangga, rukun warga", "neighbourhoods inside a village; three digits each"),
    ("kode Kemendagri, kode BPS", "", "two codes of areas, both of ten digits, that differ: never mixed"),
    # Institutions and people
    (
        "Puskesos",
        "Pusat Kesejahteraan Sosial",
        "the welfare post of a village: records, serves, settles, refers, reports",
    ),
    (
        "SLRT",
        "Sistem Layanan dan Rujukan Terpadu",
        "integrated service and referral of a kabupaten, with its secretariat",
    ),
    ("PKSAI", "Pusat Kesejahteraan Sosial Anak Integratif", "the centre of a kabupaten for children at risk"),
    (
        "PUSPELKESSOS",
        "",
        "welfare service in a kecamatan (Aceh): first door of data, direct service, broker of referrals",
    ),
    (
        "SIK",
        "Sistem Informasi Kesejahteraan",
        "the single integrated data of PUSPELKESSOS; counts every bearer of a number",
    ),
    ("K3", "Konsultasi Kesejahteraan Keluarga", "family counselling, the direct service of a PUSPELKESSOS"),
    ("TKSK", "Tenaga Kesejahteraan Sosial Kecamatan", "welfare worker of a kecamatan; may lead a PUSPELKESSOS"),
    ("PSM", "Pekerja Sosial Masyarakat", "volunteer social worker of a community"),
    ("LKS", "Lembaga Kesejahteraan Sosial", "a welfare institution outside government"),
    (
        "OPD, dinas",
        "organisasi perangkat daerah",
        "an agency of local government, such as Dinas Sosial or Dinas Kesehatan",
    ),
    ("Dukcapil", "", "civil registration: issues NIK, KK, KTP and certificates"),
    (
        "Kemensos, Kemendagri, BPS",
        "",
        "ministries of social and home affairs; the statistics office, which ranks DTSEN",
    ),
    ("SK", "surat keputusan", "a decree; an officer works by one and from its first to its last day"),
    # Identity
    (
        "NIK",
        "nomor induk kependudukan",
        "16 digits for life: first kecamatan, birth date (women: day + 40), serial",
    ),
    ("KK", "kartu keluarga", "family card; its number has 16 digits. Not the same as a household (rumah tangga)"),
    ("KTP, KIA", "kartu tanda penduduk, kartu identitas anak", "identity card of an adult; of a child"),
    ("SHDK", "status hubungan dalam keluarga", "relation to the head, as the family card has it: codes 1 to 11"),
    # Lists
    ("BDT, PBDT", "Basis Data Terpadu", "the unified data of 2015, a census of the poor, by household"),
    ("DTKS", "Data Terpadu Kesejahteraan Sosial", "its successor until 2024, by household with several families"),
    ("Regsosek", "Registrasi Sosial Ekonomi", "the registration of 2022 by family, from which DTSEN grew"),
    (
        "DTSEN",
        "Data Tunggal Sosial dan Ekonomi Nasional",
        "the one list since 2025; BPS ranks it anew every three months",
    ),
    ("desil", "", "the tenth of all families that a family belongs to in DTSEN: 1 is the poorest"),
    (
        "SIKS-NG, Cek Bansos",
        "",
        "applications of Kemensos: proposals of officers; proposals and objections of citizens",
    ),
    (
        "musdes, muskel",
        "musyawarah desa, kelurahan",
        "the village meeting that decides on proposals; its minutes are signed",
    ),
    ("verval", "verifikasi dan validasi", "checking data on the spot before it counts"),
    (
        "PPKS, formerly PMKS",
        "pemerlu pelayanan kesejahteraan sosial",
        "people who need social services: 26 kinds",
    ),
    (
        "PSKS",
        "potensi dan sumber kesejahteraan sosial",
        "who and what can help: 12 kinds, like the 26 from Permensos 8/2012",
    ),
    ("SKTM, SPTJM", "", "letter that a family is poor; letter in which the signer answers for what is said"),
    # Programmes
    ("PKH", "Program Keluarga Harapan", "cash for poor families on conditions of school and health"),
    ("Sembako, BPNT", "Bantuan Pangan Non Tunai", "food aid, bought with a card (KKS)"),
    ("JKN, PBI-JKN", "Penerima Bantuan Iuran", "national health insurance; membership paid for by the state"),
    ("KIS", "Kartu Indonesia Sehat", "the card of the health insurance (BPJS Kesehatan)"),
    ("PIP, KIP", "Program, Kartu Indonesia Pintar", "school aid and its card"),
    ("BLT Dana Desa", "bantuan langsung tunai", "cash aid from the fund of the village"),
    (
        "ATENSI",
        "Asistensi Rehabilitasi Sosial",
        "rehabilitation for PPKS after an assessment; YAPI is its aid for orphans",
    ),
    ("kuota", "", "how many a programme can take: being listed or eligible is not yet being served"),
)
"""(noun, what it stands for, what it is). These nouns keep their Indonesian form in code and in English."""
