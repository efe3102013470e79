"""Words of the bulletins: over which time a sheet is laid out."""

from satupintu.lib.words import Word


class SheetKind(Word):
    """The sheets that posts keep."""

    DAY = "hari", "Harian", "Daily"
    WEEK = "minggu", "Mingguan", "Weekly"
    MONTH = "bulan", "Bulanan", "Monthly"
    DATES = "tanggal", "Bulanan per tanggal", "Monthly by date"
    YEAR = "tahun", "Tahunan", "Yearly"
