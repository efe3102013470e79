"""What `names` knows about writing names: titles, degrees, abbreviations and common variants. Lower case, no dots."""

_TITLES = (
    "h hj haji hajjah hajja hi dr drs dra drg ir prof profesor kh kyai kiai tgk tgh ust ustad ustadz ustaz ustadzah "
    "pdt ny nyonya tn tuan sdr sdri bpk bapak pak ibu almarhum almarhumah alm almh apt ns "
    "brigjen mayjen letjen kol kolonel letkol kombes kompol akbp akp ipda iptu aiptu bripka serka serma peltu capt"
)
TITLES = frozenset(_TITLES.split())
"""Taken off in front of a name."""

TITLES_ANYWHERE = frozenset(("hj", "hajjah"))
"""Never part of a name, wherever they stand."""

_DEGREES = (
    "spd spdi sag ssos ssosi skom ssi sh shi se sei sesy sp st sip sik skm skep sked sfarm stp sthi sth spt spi "
    "sap stiket ssn sst strkeb strsos skg skh spsi shut sstp ba ma mpd mpdi msi mh mhi mm mt mkes mkom mag map mp "
    "msc mba mph mak mkn mhum mps phd amd amdkeb amdkep amk ak lc cpa ssosh spog spa ners"
)
DEGREES = frozenset(_DEGREES.split())
"""Taken off behind a name."""

LONG_FORMS = (
    dict.fromkeys(
        ("muh", "moh", "mhd", "muhd", "mohd", "muhamad", "mohamad", "mohammad", "mohamed", "mohammed", "muhammed",
         "mochamad", "mochammad", "muchamad", "muchammad", "mokhamad", "mukhamad", "mokhammad", "mukhammad",
         "muhamat", "muhammat", "hm", "m"),
        "muhammad",
    )
    | dict.fromkeys(("abd", "abdl", "abdoel", "abdol"), "abdul")
    | dict.fromkeys(("st", "sitti", "sitty", "sity", "stti"), "siti")
    | dict.fromkeys(("ach", "achmad", "akhmad", "ahmat", "akhmat", "achmat"), "ahmad")
    | dict.fromkeys(("dg", "daeeng"), "daeng")
    | dict.fromkeys(("kr", "krg", "karaengta"), "karaeng")
)  # fmt: skip
"""Abbreviation or variant → the form in the key."""
