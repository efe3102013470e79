"""Addresses of data quality, below /mutu-data/."""

from django.urls import path

from satupintu.reports.quality import desk

app_name = "quality"
urlpatterns = [
    path("", desk.overview, name="overview"),
    path("daftar/", desk.rows, name="list"),
]
