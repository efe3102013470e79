"""Code lists of the BDT 2015 / DTKS forms, household part: the house, its water and light, what is owned."""

from satupintu.lib.codes import CodeList

_SOURCE = "BDT 2015 / DTKS: Pusdatin Kemensos reference tables (2019) and PBDT questionnaire"


def _list(name: str, title: str, *labels: tuple[str, str]) -> CodeList:
    """A list that is numbered from 1 in its order."""
    rows = [(str(place), label, english, "") for place, (label, english) in enumerate(labels, start=1)]
    return CodeList("bdt", "2015", name, title, _SOURCE, rows)


BUILDING = _list("building", "Status bangunan", ("Milik sendiri", "Own"), ("Kontrak/sewa", "Rented / leased"),
    ("Bebas sewa", "Rent free"), ("Dinas", "Official housing"), ("Lainnya", "Other"))  # fmt: skip
LAND = _list("land", "Status lahan", ("Milik sendiri", "Own"), ("Milik orang lain", "Someone else's"),
    ("Tanah negara", "State land"), ("Lainnya", "Other"))  # fmt: skip
FLOOR = _list("floor", "Lantai terluas", ("Marmer/granit", "Marble / granite"), ("Keramik", "Ceramic tile"),
    ("Parket/vinil/permadani", "Parquet / vinyl / carpet"), ("Ubin/tegel/teraso", "Cement tile / terrazzo"),
    ("Kayu/papan kualitas tinggi", "High-quality wood / board"), ("Semen/bata merah", "Cement / red brick"),
    ("Bambu", "Bamboo"), ("Kayu/papan kualitas rendah", "Low-quality wood / board"), ("Tanah", "Earth"),
    ("Lainnya", "Other"))  # fmt: skip
WALL = _list("wall", "Dinding terluas", ("Tembok", "Masonry wall"),
    ("Plesteran anyaman bambu/kawat", "Plastered bamboo / wire mesh"), ("Kayu", "Wood"), ("Anyaman bambu", "Woven bamboo"),
    ("Batang kayu", "Logs"), ("Bambu", "Bamboo"), ("Lainnya", "Other"))  # fmt: skip
CONDITION = _list("condition", "Kondisi", ("Bagus/kualitas tinggi", "Good / high quality"),
    ("Jelek/kualitas rendah", "Poor / low quality"))  # fmt: skip
ROOF = _list("roof", "Atap terluas", ("Beton/genteng beton", "Concrete / concrete tile"), ("Genteng keramik", "Ceramic tile"),
    ("Genteng metal", "Metal tile"), ("Genteng tanah liat", "Clay tile"), ("Asbes", "Asbestos"), ("Seng", "Zinc sheet"),
    ("Sirap", "Wood shingle"), ("Bambu", "Bamboo"), ("Jerami/ijuk/daun-daunan/rumbia", "Straw / leaves / thatch"),
    ("Lainnya", "Other"))  # fmt: skip
WATER = _list("water", "Sumber air minum", ("Air kemasan bermerk", "Branded bottled water"), ("Air isi ulang", "Refill water"),
    ("Leding meteran", "Metered pipe"), ("Leding eceran", "Piped water bought retail"),
    ("Sumur bor/pompa", "Bore / pumped well"), ("Sumur terlindung", "Protected well"),
    ("Sumur tak terlindung", "Unprotected well"), ("Mata air terlindung", "Protected spring"),
    ("Mata air tak terlindung", "Unprotected spring"), ("Air sungai/danau/waduk", "River / lake / reservoir"),
    ("Air hujan", "Rain water"), ("Lainnya", "Other"))  # fmt: skip
WATER_GOT = _list("water_got", "Cara memperoleh air minum", ("Membeli eceran", "Bought retail"),
    ("Langganan", "Subscription"), ("Tidak membeli", "Not bought"))  # fmt: skip
LIGHT = _list("light", "Sumber penerangan utama", ("Listrik PLN", "PLN electricity"),
    ("Listrik non-PLN", "Non-PLN electricity"), ("Bukan listrik", "No electricity"))  # fmt: skip
POWER = _list("power", "Daya terpasang", ("450 watt", "450 W"), ("900 watt", "900 W"), ("1.300 watt", "1,300 W"),
    ("2.200 watt", "2,200 W"), ("Lebih dari 2.200 watt", "More than 2,200 W"), ("Tanpa meteran", "Unmetered"))  # fmt: skip
FUEL = _list("fuel", "Bahan bakar memasak", ("Listrik", "Electricity"), ("Gas lebih dari 3 kg", "LPG over 3 kg"),
    ("Gas 3 kg", "LPG 3 kg"), ("Gas kota/biogas", "City gas / biogas"), ("Minyak tanah", "Kerosene"),
    ("Briket", "Briquette"), ("Arang", "Charcoal"), ("Kayu bakar", "Firewood"),
    ("Tidak memasak di rumah", "Does not cook at home"))  # fmt: skip
TOILET = _list("toilet", "Fasilitas BAB", ("Sendiri", "Own"), ("Bersama", "Shared"), ("Umum", "Public"),
    ("Tidak ada", "None"))  # fmt: skip
BOWL = _list("bowl", "Jenis kloset", ("Leher angsa", "Gooseneck"), ("Plengsengan", "Slab"), ("Cemplung/cubluk", "Pit"),
    ("Tidak pakai", "None"))  # fmt: skip
SEWAGE = _list("sewage", "Tempat buang tinja", ("Tangki", "Septic tank"), ("SPAL", "Waste-water channel"),
    ("Lubang tanah", "Hole in the ground"), ("Kolam/sawah/sungai/danau/laut", "Pond / paddy / river / lake / sea"),
    ("Pantai/tanah lapang/kebun", "Beach / open field / garden"), ("Lainnya", "Other"))  # fmt: skip

# On the paper form yes and no alternate from item to item between 1/2 and 3/4.
YES_NO = CodeList("bdt", "2015", "yes_no", "Ya/tidak (butir ganjil)", _SOURCE, [
    ("1", "Ya", "Yes", ""), ("2", "Tidak", "No", ""),
])  # fmt: skip
YES_NO_EVEN = CodeList("bdt", "2015", "yes_no_even", "Ya/tidak (butir genap)", _SOURCE, [
    ("3", "Ya", "Yes", ""), ("4", "Tidak", "No", ""),
])  # fmt: skip

LISTS = (
    BUILDING, LAND, FLOOR, WALL, CONDITION, ROOF, WATER, WATER_GOT, LIGHT, POWER, FUEL, TOILET, BOWL, SEWAGE, YES_NO,
    YES_NO_EVEN,
)  # fmt: skip
