"""Addresses of matching, below /data-ganda/."""

from django.urls import path

from satupintu.registry.matching import desk

app_name = "duplicates"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("pencarian/", desk.searched, name="search"),
    path("baru/", desk.reported, name="report"),
    path("<int:pk>/", desk.detail, name="detail"),
    path("<int:pk>/keputusan/", desk.decided, name="decide"),
    path("<int:pk>/persetujuan/", desk.confirmed, name="confirm"),
    path("penggabungan/<int:pk>/pembatalan/", desk.undone, name="undo"),
]
