"""Files of the demo: mappings that offices keep and share, two codes of the BPS, a file that waits to be looked at."""

from collections.abc import Callable
from dataclasses import replace

from satupintu.cast.acting import acting
from satupintu.cast.officers import ARA, BIRA
from satupintu.foundation.access import house
from satupintu.foundation.areas.crosswalk import Pair, adopt_crosswalk
from satupintu.foundation.areas.models import Edition, OtherCode
from satupintu.registry.imports import staging
from satupintu.registry.imports.actions import File, publish, upload
from satupintu.registry.imports.layout import Layout, read_layout
from satupintu.registry.imports.layout.document import FORMAT
from satupintu.registry.imports.models import Mapping
from satupintu.registry.imports.presets import presets
from satupintu.registry.imports.words import Sharing

WHY = "berkas contoh"
CHECKER, VILLAGE = "bulukumba.belakang", "ara.koordinator"
SHOWN = "Contoh peraga, bukan tabel resmi BPS"
"""Where the two codes come from: the demo, and nowhere else."""
OF_A_HAMLET = {
    "format": FORMAT,
    "name": "Buku warga dusun",
    "note": "Judul kolom seperti ditulis kepala dusun; “lk” dan “pr” untuk jenis kelamin.",
    "dates": "day_first",
    "member": {
        "columns": [
            {"field": "name", "from": "Nama Orang", "required": True},
            {"field": "nik", "from": "No Induk"},
            {"field": "sex", "from": "Lk/Pr", "codes": "bdt/2015/sex", "values": {"lk": "1", "pr": "2"}},
            {"field": "birth_date", "from": "Tgl Lhr"},
            {"field": "dusun", "from": "Dusun"},
            {"field": "occupation", "from": "Kerja"},
        ]
    },
}
BOOK = """Nama Orang;No Induk;Lk/Pr;Tgl Lhr;Dusun;Kerja
Sappe Dg. Macora;7302031506720011;lk;15-06-1972;Lembanna;Perajin perahu
Hj. Nurhaeda;7302035502700012;pr;15-02-1970;Lembanna;Pedagang ikan
Rudi Hartono;7,30203E+15;lk;01-09-1991;Lembanna;Buruh
Mantasia;;pr;31-02-1988;Lembanna;Penenun
Ambo Upe;7302030101640013;bpk;01-01-1964;Lembanna;Nelayan
"""
"""Two rows that go in, and three that somebody has to look at: a NIK that a spreadsheet spoilt, a day that is none, a word
that nobody has explained yet.
"""


def are_kept() -> bool:
    """Whether there are mappings already."""
    with house(WHY, quietly=True):
        return Mapping.objects.exists()


def keep(tell: Callable[[str], None]) -> str:
    """Publish the mappings, adopt the codes, bring the file."""
    tell("menyimpan pemetaan dan mengunggah berkas yang perlu diperiksa …")
    with house(WHY, quietly=True) as by:
        pairs = [Pair("bps", "7302030004", ARA, SHOWN), Pair("bps", "7302030001", BIRA, SHOWN)]
        adopt_crosswalk(Edition.objects.newest(), pairs, by=by)
        codes = OtherCode.objects.count()
    with acting(CHECKER) as by:
        village_list = presets()["penduduk-desa"]
        made = publish(None, by=by, layout=village_list, name="Daftar penduduk desa, Bulukumba", sharing=Sharing.BELOW)
        # The villages had asked for another way to say that nothing is known.
        again = replace(village_list, blank=(*village_list.blank, "blm ada data"))
        publish(made.mapping, by=by, layout=again, sharing=Sharing.BELOW)
    with acting(VILLAGE) as by:
        kept = publish(None, by=by, layout=_hamlet())
        batch = upload(by=by, file=File("buku-warga-lembanna.csv", BOOK.encode()), mapping=kept, queued=False)
    checked = staging.check(batch.pk)
    return f"2 pemetaan, {codes} kode BPS, berkas {checked.trace} menunggu diperiksa"


def _hamlet() -> Layout:
    return read_layout(OF_A_HAMLET)
