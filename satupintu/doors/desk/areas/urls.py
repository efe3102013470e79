"""Addresses of areas, below /wilayah/."""

from django.urls import path

from satupintu.doors.desk.areas import adoption, pages

app_name = "areas"
urlpatterns = [
    path("", pages.listing, name="list"),
    path("usulan/", pages.suggestions, name="suggestions"),
    path("edisi/", pages.editions, name="editions"),
    path("edisi/baru/", adoption.upload, name="upload"),
    path("edisi/penetapan/", adoption.adopt, name="adopt"),
    path("edisi/<int:pk>/", pages.edition, name="edition"),
    path("<str:code>/", pages.detail, name="detail"),
]
