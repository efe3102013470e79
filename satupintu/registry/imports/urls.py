"""Addresses of imports, below /impor/."""

from django.urls import path

from satupintu.registry.imports import desk

app_name = "imports"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.new, name="new"),
    path("<int:pk>/", desk.batch, name="batch"),
    path("<int:pk>/kolom/", desk.columns, name="columns"),
    path("<int:pk>/penyimpanan/", desk.saving, name="apply"),
    path("<int:pk>/pembatalan/", desk.cancelling, name="cancel"),
    path("<int:pk>/perbaikan/", desk.errors, name="errors"),
]
