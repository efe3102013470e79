"""What every installation begins with: the DTSEN calendar, a layout of all useful columns, and the codes of reasons of Jawa Barat.

The reasons are those that a provincial aid programme printed; owners of other lists have their own, which are added.
"""

from django.db import migrations

SOURCE = "Jawa Barat, alasan ditolak bansos provinsi"
DTSEN = "Desa Tlogojati, 26 Des 2025: tutup tanggal 17, data ditarik tanggal 18"
HOUSE = "Satu Pintu · nilai awal"
REASONS = (
    ("A1", "Usia di bawah 17 tahun"),
    ("A2", "Nomor KK duplikat"),
    ("A3", "Pekerjaan tidak sesuai (PNS/TNI/POLRI/DPR/DPRD/BPK/MK)"),
    ("A4", "NIK sudah ada di DTKS"),
    ("A5", "KK sudah ada di DTKS"),
    ("A6", "Nama berbeda dengan Dukcapil"),
    ("A7", "Duplikat nama-alamat"),
    ("B1", "Dikeluarkan kab/kota"),
    ("B2", "Ditolak RW/desa"),
    ("B3", "Cleansing BPKP"),
    ("C1", "Penerima PKH"),
    ("C2", "Penerima BPNT"),
    ("C3", "Penerima BPNT perluasan"),
    ("C4", "Penerima BLT Kemensos"),
    ("C5", "Penerima Banpres"),
    ("C6", "Penerima Banprov DTKS"),
    ("C7", "Penerima bantuan kab/kota"),
    ("C8", "Penerima Dana Desa"),
    ("D1", "Kode wilayah tidak ditemukan"),
    ("D2", "Format nama salah"),
    ("E1", "Alamat tidak lengkap"),
    ("E2", "Pindah/meninggal"),
    ("E3", "Gagal salur POS"),
)
COLUMNS = (
    ("number", "Nomor usulan"),
    ("kind", "Jenis usulan"),
    ("village_code", "Kode desa"),
    ("village", "Desa/kelurahan"),
    ("kk_number", "Nomor KK"),
    ("nik", "NIK"),
    ("name", "Nama lengkap"),
    ("sex", "Jenis kelamin"),
    ("birth_date", "Tanggal lahir"),
    ("relationship", "Hubungan"),
    ("address", "Alamat"),
    ("rt", "RT"),
    ("rw", "RW"),
    ("before", "Data lama"),
    ("after", "Data baru"),
    ("found", "Status rumah tangga"),
    ("able", "Apakah mampu"),
    ("sk_number", "Nomor SK"),
    ("sk_date", "Tanggal SK"),
)


def add(apps, schema_editor):
    using = schema_editor.connection.alias
    reasons, layouts, calendars = (
        apps.get_model("changes", name) for name in ("RefusalReason", "Layout", "Calendar")
    )
    reasons.objects.using(using).bulk_create(
        reasons(code=code, label=label, source=SOURCE) for code, label in REASONS
    )
    layouts.objects.using(using).create(
        name="Usulan lengkap",
        fields=[field for field, _heading in COLUMNS],
        headings=[heading for _field, heading in COLUMNS],
        by_label=HOUSE,
    )
    calendars.objects.using(using).bulk_create(
        calendars(list="dtsen", year=year, cut_off=17, drawn=18, source=DTSEN, by_label=HOUSE) for year in (2026, 2027)
    )


def remove(apps, schema_editor):
    for name in ("RefusalReason", "Layout", "Calendar"):
        apps.get_model("changes", name).objects.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [("changes", "0003_calendar_layouts_answers")]

    operations = [migrations.RunPython(add, remove)]
