"""Addresses of areas below /wilayah/; the door that mounts them says who may come in."""

from satupintu.foundation.areas import adoption, desk

app_name = "areas"
READ = "area.read"
ADOPT = "area.adopt_edition"
ROUTES = (
    ("", desk.listing, "list", READ),
    ("usulan/", desk.suggestions, "suggestions", READ),
    ("edisi/", desk.editions, "editions", READ),
    ("edisi/baru/", adoption.upload, "upload", ADOPT),
    ("edisi/penetapan/", adoption.adopt, "adopt", ADOPT),
    ("edisi/<int:pk>/", desk.edition, "edition", READ),
    ("<str:code>/", desk.detail, "detail", READ),
)
"""Address, view, name, verb."""
