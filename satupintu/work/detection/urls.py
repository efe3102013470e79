"""Addresses of early detection, below /jangkauan/."""

from django.urls import path

from satupintu.work.detection.desk import figures, lists, one, sharing, signs

app_name = "detection"
urlpatterns = [
    path("", lists.listing, name="list"),
    path("pembagian/", sharing.share, name="share"),
    path("angka/", figures.figures, name="figures"),
    path("tanda/", signs.listing, name="signs"),
    path("tanda/baru/", signs.new, name="sign"),
    path("<int:pk>/", one.detail, name="detail"),
    path("<int:pk>/hasil/", one.result, name="result"),
    path("<int:pk>/keluhan/", one.complaint, name="complaint"),
]
