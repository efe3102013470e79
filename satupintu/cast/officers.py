"""The named cast: offices and the people who work in them. Nobody here is a real person.

Desa Ara and Desa Bira lie in one kecamatan of Bulukumba; Panakkukang lies in Gowa. The coordinator of Bira is the
stranger of the next village, who must never see anything of Ara.
"""

from dataclasses import dataclass

from satupintu.foundation.offices.words import OfficeKind, Role, ServiceField

ARA, BIRA, PANAKKUKANG = 7302032006, 7302032005, 7306072008
BONTO_BAHARI, BULUKUMBA, GOWA, SULAWESI_SELATAN = 7302030000, 7302000000, 7306000000, 7300000000
PASSWORD = "pintu-terbuka-2026"
"""The one password of the demo."""
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""The one second factor of the demo, so that the page can show its code."""

ALL_FIELDS = tuple(field.value for field in ServiceField)
F = ServiceField
ARA_BACK = (F.HEALTH, F.SOCIAL, F.CIVIL_REGISTRATION)
"""What the first back officer of Ara works on; the second has education and economy, and nobody the rest."""


@dataclass(frozen=True)
class CastOffice:
    """An office of the cast, by its code."""

    code: str
    kind: OfficeKind
    name: str
    area: int | None
    fields: tuple[str, ...] = ()
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class CastOfficer:
    """A person of the cast with one appointment; the same username twice is one person with two."""

    username: str
    name: str
    role: Role
    office: str
    area: int | None
    fields: tuple[str, ...] = ()


OFFICES = (
    CastOffice(
        "P7302032006", OfficeKind.PUSKESOS, "Puskesos Desa Ara", ARA, ALL_FIELDS, "0413 555 020", "Jl. Poros Ara No. 12"
    ),
    CastOffice(
        "P7302032005",
        OfficeKind.PUSKESOS,
        "Puskesos Desa Bira",
        BIRA,
        ALL_FIELDS,
        "0413 555 021",
        "Jl. Pantai Bira No. 3",
    ),
    CastOffice("K730203", OfficeKind.PUSPELKESSOS, "PUSPELKESSOS Bonto Bahari", BONTO_BAHARI, ALL_FIELDS),
    CastOffice(
        "S7302",
        OfficeKind.SLRT,
        "Sekretariat SLRT Bulukumba",
        BULUKUMBA,
        ALL_FIELDS,
        "0413 555 010",
        "Jl. Kenari No. 5",
    ),
    CastOffice("A7302", OfficeKind.PKSAI, "PKSAI Bulukumba", BULUKUMBA, (F.SOCIAL, F.EDUCATION), "0413 555 011"),
    CastOffice("D7302DUKCAPIL", OfficeKind.AGENCY, "Dinas Dukcapil Bulukumba", BULUKUMBA, (F.CIVIL_REGISTRATION,)),
    CastOffice("D7302DIKBUD", OfficeKind.AGENCY, "Dinas Pendidikan Bulukumba", BULUKUMBA, (F.EDUCATION,)),
    CastOffice("D7302DINKES", OfficeKind.AGENCY, "Dinas Kesehatan Bulukumba", BULUKUMBA, (F.HEALTH,)),
    CastOffice("D7302KOPERASI", OfficeKind.AGENCY, "Dinas Koperasi dan UKM Bulukumba", BULUKUMBA, (F.ECONOMY,)),
    CastOffice("H7302RSUD", OfficeKind.HOSPITAL, "RSUD Bulukumba (contoh)", BULUKUMBA, (F.HEALTH,)),
    CastOffice("C7302LKS", OfficeKind.NGO, "LKS Harapan Bersama (contoh)", BULUKUMBA, (F.SOCIAL, F.OTHER)),
    # Two that nobody signs in for: they answer with the code on the letter.
    CastOffice("H7302KLINIK", OfficeKind.HOSPITAL, "Klinik Pratama Husada (contoh)", BULUKUMBA, (F.HEALTH,)),
    CastOffice("M7302SLB", OfficeKind.SCHOOL, "SLB Negeri Bulukumba (contoh)", BULUKUMBA, (F.EDUCATION,)),
    CastOffice("L7302POLRES", OfficeKind.POLICE, "Unit PPA Polres Bulukumba", BULUKUMBA, (F.SOCIAL,)),
    CastOffice("P7306072008", OfficeKind.PUSKESOS, "Puskesos Desa Panakkukang", PANAKKUKANG, ALL_FIELDS),
    CastOffice("S7306", OfficeKind.SLRT, "Sekretariat SLRT Gowa", GOWA, ALL_FIELDS),
    CastOffice("D7306DUKCAPIL", OfficeKind.AGENCY, "Dinas Dukcapil Gowa", GOWA, (F.CIVIL_REGISTRATION,)),
    CastOffice("V73", OfficeKind.AGENCY, "Dinas Sosial Sulawesi Selatan", SULAWESI_SELATAN, (F.SOCIAL,)),
    CastOffice("D73DISDIK", OfficeKind.AGENCY, "Dinas Pendidikan Sulawesi Selatan", SULAWESI_SELATAN, (F.EDUCATION,)),
    CastOffice("N00", OfficeKind.PROGRAMME_OWNER, "Sekretariat Nasional SLRT", None, ALL_FIELDS),
)

OFFICERS = (
    CastOfficer("ara.fasilitator", "St. Nurhayati Dg. Ke'nang", Role.FACILITATOR, "P7302032006", ARA),
    CastOfficer("ara.depan", "Rosmiati", Role.VILLAGE_FRONT, "P7302032006", ARA),
    CastOfficer("ara.belakang", "Abd. Kadir", Role.VILLAGE_BACK, "P7302032006", ARA, ARA_BACK),
    CastOfficer("ara.pendidikan", "Sahabuddin", Role.VILLAGE_BACK, "P7302032006", ARA, (F.EDUCATION, F.ECONOMY)),
    CastOfficer("ara.koordinator", "Andi Muhammad Rahmatullah Dg. Mattawang", Role.COORDINATOR, "P7302032006", ARA),
    CastOfficer("bira.fasilitator", "Jumriani", Role.FACILITATOR, "P7302032005", BIRA),
    CastOfficer("bira.koordinator", "Baso Amiruddin", Role.COORDINATOR, "P7302032005", BIRA),
    CastOfficer("bontobahari.supervisor", "Hasnawati", Role.SUPERVISOR, "K730203", BONTO_BAHARI),
    CastOfficer("bontobahari.tksk", "Muh. Yusuf", Role.TKSK, "K730203", BONTO_BAHARI),
    CastOfficer("bulukumba.depan", "Nuraeni", Role.DISTRICT_FRONT, "S7302", BULUKUMBA),
    CastOfficer("bulukumba.belakang", "Syamsul Bahri", Role.DISTRICT_BACK, "S7302", BULUKUMBA, ALL_FIELDS),
    CastOfficer("bulukumba.manajer", "Andi Tenri Ampareng", Role.MANAGER, "S7302", BULUKUMBA),
    CastOfficer("bulukumba.kadis", "H. Andi Mappasessu", Role.HEAD, "S7302", BULUKUMBA),
    CastOfficer("bulukumba.dukcapil", "Irmawati", Role.RESPONDER, "D7302DUKCAPIL", BULUKUMBA, (F.CIVIL_REGISTRATION,)),
    CastOfficer("bulukumba.dikbud", "Muh. Arsyad", Role.RESPONDER, "D7302DIKBUD", BULUKUMBA, (F.EDUCATION,)),
    CastOfficer("bulukumba.dinkes", "Sitti Aminah", Role.RESPONDER, "D7302DINKES", BULUKUMBA, (F.HEALTH,)),
    CastOfficer("bulukumba.kesehatan", "Andi Nurhidayah", Role.AGENCY_HANDLER, "D7302DINKES", BULUKUMBA, (F.HEALTH,)),
    CastOfficer("bulukumba.rsud", "dr. Fitriani", Role.RESPONDER, "H7302RSUD", BULUKUMBA, (F.HEALTH,)),
    CastOfficer("bulukumba.peksos", "Marwah", Role.SOCIAL_WORKER, "A7302", BULUKUMBA),
    CastOfficer("bulukumba.admin", "Hamzah", Role.ADMINISTRATOR, "S7302", BULUKUMBA),
    CastOfficer("panakkukang.koordinator", "Daeng Sikki", Role.COORDINATOR, "P7306072008", PANAKKUKANG),
    CastOfficer("gowa.manajer", "Kartini", Role.MANAGER, "S7306", GOWA),
    CastOfficer("gowa.dukcapil", "Sirajuddin", Role.RESPONDER, "D7306DUKCAPIL", GOWA, (F.CIVIL_REGISTRATION,)),
    CastOfficer("sulsel.penanganan", "Hasbullah Dg. Ngalle", Role.PROVINCE_HANDLER, "V73", SULAWESI_SELATAN),
    CastOfficer("sulsel.disdik", "Nurlinda", Role.RESPONDER, "D73DISDIK", SULAWESI_SELATAN, (F.EDUCATION,)),
    CastOfficer(
        "sulsel.pendidikan", "Rahmawati Dg. Simba", Role.AGENCY_HANDLER, "D73DISDIK", SULAWESI_SELATAN, (F.EDUCATION,)
    ),
    CastOfficer("sulsel.pemantau", "Ratnawati", Role.PROVINCE_VIEWER, "V73", SULAWESI_SELATAN),
    CastOfficer("nasional.pemantau", "Bambang Wijaya", Role.NATIONAL_VIEWER, "N00", None),
    CastOfficer("nasional.auditor", "Maria Lestari", Role.AUDITOR, "N00", None),
    CastOfficer("nasional.admin", "Dewi Anggraini", Role.ADMINISTRATOR, "N00", None),
    CastOfficer("dua.penugasan", "Nirwana", Role.FACILITATOR, "P7302032006", ARA),
    CastOfficer("dua.penugasan", "Nirwana", Role.VILLAGE_FRONT, "P7302032005", BIRA),
)
