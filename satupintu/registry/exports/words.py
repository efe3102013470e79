"""Words of exports (unduhan): what rows about people are taken away for, and where it stands."""

from satupintu.lib.words import Word


class Purpose(Word):
    """What a file of rows about people is for."""

    REPAIR = "repair", "Memperbaiki data", "Putting data right"
    FIELDWORK = "fieldwork", "Kunjungan atau verifikasi lapangan", "Visits or verification in the field"
    SUBMISSION = "submission", "Dikirim ke pemilik daftar atau program", "Sending to the owner of a list or programme"
    REPORT = "report", "Laporan kepada pimpinan", "Report to superiors"
    COORDINATION = "coordination", "Rapat atau koordinasi layanan", "Meeting or coordination of services"
    INSPECTION = "inspection", "Pemeriksaan (inspektorat, BPK, penegak hukum)", "Inspection (auditors, law enforcement)"
    OTHER = "other", "Keperluan lain", "Something else"


class ExportState(Word):
    """Where a file that was asked for stands."""

    WAITING = "waiting", "Menunggu persetujuan orang kedua", "Waits for a second person"
    READY = "ready", "Dapat diunduh", "Can be fetched"
    REFUSED = "refused", "Tidak disetujui", "Not approved"
