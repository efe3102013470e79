"""Addresses of sorting."""

from django.urls import path

from satupintu.reports.sorting.desk import filters, handovers, names, tables

app_name = "sorting"
urlpatterns = [
    path("", tables.table, name="table"),
    path("orang/", tables.people, name="people"),
    path("saringan/", filters.save, name="save"),
    path("saringan/<int:pk>/penghapusan/", filters.drop, name="drop"),
    path("penyerahan/", handovers.listing, name="handovers"),
    path("penyerahan/tabel/", handovers.new_tables, name="hand_tables"),
    path("penyerahan/nama/", handovers.new_names, name="hand_names"),
    path("penyerahan/<str:number>/", handovers.detail, name="handover"),
    path("penyerahan/<str:number>/tabel/", handovers.tables_file, name="tables_file"),
    path("penyerahan/<str:number>/daftar/", names.names, name="names"),
    path("penyerahan/<str:number>/unduhan/", names.copy, name="copy"),
    path("penyerahan/<str:number>/unduhan/<int:pk>/", names.copied, name="copied"),
    *(path(f"penyerahan/<str:number>/{slug}/", view, name=slug) for slug, view in handovers.STEP_VIEWS.items()),
]
