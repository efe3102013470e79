"""Kinds of people whom social welfare is for (PPKS, earlier PMKS): 26 kinds in the order of Permensos 8/2012."""

from satupintu.lib.codes import CodeList

PPKS = CodeList("ppks", "permensos-8-2012", "kind", "Jenis PPKS", "Permensos 8/2012, annex", called="Permensos 8/2012", rows=[
    ("01", "Anak balita terlantar", "Neglected under-five", "balita terlantar"),
    ("02", "Anak terlantar", "Neglected child", ""),
    ("03", "Anak yang berhadapan dengan hukum", "Child in contact with the law", "abh|anak berhadapan dengan hukum"),
    ("04", "Anak jalanan", "Street child", "anjal"),
    ("05", "Anak dengan kedisabilitasan", "Child with disability", "adk|anak penyandang disabilitas"),
    ("06", "Anak yang menjadi korban tindak kekerasan atau diperlakukan salah", "Child victim of violence or abuse",
     "anak korban kekerasan|anak korban tindak kekerasan"),
    ("07", "Anak yang memerlukan perlindungan khusus", "Child in need of special protection", "ampk"),
    ("08", "Lanjut usia terlantar", "Neglected elderly person", "lansia terlantar"),
    ("09", "Penyandang disabilitas", "Person with disability", ""),
    ("10", "Tuna susila", "Sex worker", ""),
    ("11", "Gelandangan", "Homeless person", ""),
    ("12", "Pengemis", "Beggar", ""),
    ("13", "Pemulung", "Scavenger", ""),
    ("14", "Kelompok minoritas", "Minority group", ""),
    ("15", "Bekas warga binaan lembaga pemasyarakatan", "Former prisoner", "bwblp|bekas narapidana"),
    ("16", "Orang dengan HIV/AIDS", "Person with HIV/AIDS", "odha|orang dengan hiv aids odha"),
    ("17", "Korban penyalahgunaan NAPZA", "Victim of drug abuse", "korban napza"),
    ("18", "Korban trafficking", "Victim of trafficking", "korban perdagangan orang|korban tppo"),
    ("19", "Korban tindak kekerasan", "Victim of violence", "korban kekerasan"),
    ("20", "Pekerja migran bermasalah sosial", "Migrant worker with social problems", "pmbs"),
    ("21", "Korban bencana alam", "Victim of natural disaster", ""),
    ("22", "Korban bencana sosial", "Victim of social disaster", ""),
    ("23", "Perempuan rawan sosial ekonomi", "Socio-economically vulnerable woman", "prse"),
    ("24", "Fakir miskin", "Destitute person", ""),
    ("25", "Keluarga bermasalah sosial psikologis", "Family with psychosocial problems", "kbsp"),
    ("26", "Komunitas adat terpencil", "Remote indigenous community", "kat"),
])  # fmt: skip

AGES: dict[str, tuple[int, int]] = {
    "01": (0, 6),
    **dict.fromkeys(("02", "03", "04", "05", "06", "07"), (0, 19)),
    "08": (60, 200),
}
"""Kind → full years from … to below …, as the annex describes it: under-fives "5 tahun ke bawah", children "sampai dengan
18 tahun", elderly people "60 tahun atau lebih". Other kinds ask no age."""
RESTRICTED = frozenset({"03", "06", "07", "17", "19"})
SECRET = frozenset({"10", "16", "18"})
"""Kinds whose very mention may hurt: conflict with the law, violence, drugs; and above all sex work, HIV, trafficking."""

LISTS = (PPKS,)
