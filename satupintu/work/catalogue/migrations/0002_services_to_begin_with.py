"""The catalogue to begin with: thirteen daily services, two recommendations, and the papers that each asks for.

Sources: the daily report of the Puskesos secretariats of Kota Langsa (its list of services); the SLRT service standard
of Kota Depok (papers by kind of recommendation); the checklist of Kota Tanjungpinang (PBI-JK); the SLRT procedure of
Kota Mojokerto (KTP and KK at registration); the procedure of Kabupaten Garut (reports about neglected people).
"""

from datetime import date

from django.db import migrations

BEGIN = date(2024, 1, 1)
BY = "Data awal Satu Pintu"
LANGSA = "Laporan harian sekretariat Puskesos Kota Langsa"
DEPOK = "Standar pelayanan SLRT Dinas Sosial Kota Depok"
TANJUNGPINANG = "Daftar periksa rekomendasi PBI-JK Kota Tanjungpinang"
MOJOKERTO = "SOP layanan SLRT Kota Mojokerto: KTP dan KK"
GARUT = "Penerimaan pengaduan PPKS Dinas Sosial Kab. Garut"

KTP, KK = ("KTP", True, "Asli dan salinan."), ("KK", True, "Kartu keluarga terbaru.")
SKTM = ("SKTM", True, "Surat keterangan tidak mampu dari desa/kelurahan.")
HOSPITAL = ("Surat rujukan Puskesmas atau surat rawat inap RSUD", True, "Salah satu saja.")
REPORT = (
    ("KTP dan KK pelapor", True, ""),
    ("KTP atau KK orang yang dilaporkan", False, "Bila ada; laporan tetap diterima tanpa berkas ini."),
    ("Cerita kejadian", True, "Boleh diceritakan; petugas yang menulis."),
)

SERVICES = (
    ("pengaktifan-bpjs", "Pengaktifan BPJS", "BPJS activation", "health", TANJUNGPINANG, (
        ("Surat keterangan DTSEN", True, "Dibuat di Puskesos atau Dinas Sosial."),
        ("Surat kontrol atau rujukan FKTP", True, "Dari Puskesmas atau klinik tempat terdaftar."),
        ("KIS", True, "Kartu Indonesia Sehat atau nomornya."),
        KTP, KK,
        ("Surat keterangan rumah sakit", False, "Bila sedang dirawat atau akan dirawat."),
    )),
    ("pengecekan-desil", "Pengecekan DESIL", "Decile check", "social", MOJOKERTO, (KTP, KK)),
    ("pembuatan-dtks", "Pembuatan DTKS", "DTKS registration", "social", MOJOKERTO, (KTP, KK)),
    ("rekomendasi-jampersal", "Rekomendasi Jampersal", "Maternity cover recommendation", "health", DEPOK, (
        KTP, KK, SKTM, HOSPITAL, ("Buku KIA", True, "Buku kesehatan ibu dan anak."),
    )),
    ("rekomendasi-kip-kuliah", "Rekomendasi KIP Kuliah", "University card recommendation", "education", DEPOK, (KTP, KK)),
    ("surat-terdaftar-dtks", "Surat keterangan terdaftar DTKS", "Letter of DTKS listing", "social", MOJOKERTO, (KTP, KK)),
    ("kartu-kusuka", "Penerbitan Kartu Kusuka", "Fisher card", "economy", MOJOKERTO, (KTP, KK)),
    ("laporan-anak-terlantar", "Laporan anak terlantar", "Neglected-child report", "social", GARUT, REPORT),
    ("laporan-lansia-terlantar", "Laporan lansia terlantar", "Neglected-elderly report", "social", GARUT, REPORT),
    ("konflik-sosial", "Penyelesaian konflik sosial", "Social-conflict settlement", "social", MOJOKERTO, (KTP, KK)),
    ("bantuan-masa-panik", "Bantuan masa panik", "Emergency aid", "social", MOJOKERTO, (KTP, KK)),
    ("rumah-layak-huni", "Usulan rumah layak huni", "Fit-house proposal", "social", MOJOKERTO, (KTP, KK)),
    ("surat-kematian", "Penerbitan surat kematian (ahli waris)", "Death letter (heirs)", "civil_registration",
     MOJOKERTO, (KTP, KK)),
)  # fmt: skip
BESIDES = (
    ("rekomendasi-kesehatan", "Rekomendasi kesehatan", "Health recommendation", "health", DEPOK,
     (KTP, KK, SKTM, HOSPITAL)),
    ("rekomendasi-bpnt", "Rekomendasi BPNT/Program Sembako", "Food aid recommendation", "social", DEPOK,
     (KTP, KK, ("KKS", True, "Kartu Keluarga Sejahtera."))),
)  # fmt: skip


def fill(apps, schema_editor):
    """Write the services that are not there."""
    alias = schema_editor.connection.alias
    service_of, set_of, line_of = (
        apps.get_model("services", name) for name in ("Service", "RequirementSet", "Requirement")
    )
    listed = [(one, True, LANGSA) for one in SERVICES] + [(one, False, one[4]) for one in BESIDES]
    for position, ((code, name, name_en, field, papers_from, papers), daily, source) in enumerate(listed, 1):
        service = service_of.objects.using(alias).create(
            code=code, name=name, name_en=name_en, field=field, valid_from=BEGIN, position=position, daily=daily,
            source=source,
        )  # fmt: skip
        asked = set_of.objects.using(alias).create(
            service=service, version=1, valid_from=BEGIN, source=papers_from, by_label=BY
        )
        line_of.objects.using(alias).bulk_create(
            line_of(set=asked, position=place, document=document, obligatory=obligatory, note=note)
            for place, (document, obligatory, note) in enumerate(papers, 1)
        )


class Migration(migrations.Migration):

    dependencies = [("services", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
