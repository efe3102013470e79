"""Addresses of the book and of visits."""

from django.urls import include, path

from satupintu.work.daybook.desk import day, remarks, visits

DAYS = [
    path("", day.sheet, name="day"),
    path("catatan/baru/", day.entry, name="entry"),
    path("keterangan/", remarks.remark, name="remark"),
    path("catatan/<int:pk>/pembetulan/", day.correct, name="correct"),
]
VISITS = [
    path("", visits.listing, name="list"),
    path("baru/", visits.new, name="record"),
    path("<int:pk>/", visits.visit, name="detail"),
    path("<int:pk>/perubahan/", visits.change, name="change"),
]
urlpatterns = [
    path("buku-harian/", include((DAYS, "daybook"))),
    path("kunjungan/", include((VISITS, "visits"))),
]
