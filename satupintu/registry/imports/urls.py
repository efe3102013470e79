"""Addresses of imports, below /impor/."""

from django.urls import path

from satupintu.registry.imports import desk, mapping_desk

app_name = "imports"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.new, name="new"),
    path("<int:pk>/", desk.batch, name="batch"),
    path("pemetaan/", mapping_desk.mappings, name="mappings"),
    path("<int:pk>/kolom/", mapping_desk.columns, name="columns"),
    path("<int:pk>/pemetaan/", mapping_desk.as_yaml, name="yaml"),
    path("<int:pk>/penyimpanan/", desk.saving, name="apply"),
    path("<int:pk>/pembatalan/", desk.cancelling, name="cancel"),
    path("<int:pk>/penarikan/", desk.taking_back, name="undo"),
    path("<int:pk>/perbaikan/", desk.errors, name="errors"),
]
