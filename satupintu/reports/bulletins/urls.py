"""Addresses of the bulletins."""

from django.urls import path

from satupintu.reports.bulletins.desk import names, sheets

app_name = "bulletins"
urlpatterns = [
    path("", sheets.front, name="front"),
    path("layanan/", sheets.services, name="services"),
    path("petugas/", names.report, name="detail"),
    path("sekretariat/", names.secretariat, name="list"),
    path("rekap/", names.recapitulation, name="search"),
]
