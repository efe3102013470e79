"""Addresses of the citizens' door."""

from django.urls import path

from satupintu.doors.public import verify, views
from satupintu.work.complaints.public import following

app_name = "public"
urlpatterns = [
    path("warga/", views.home, name="home"),
    path("lacak/", following.follow, name="follow"),
    path("lacak/tutup/", following.forget, name="forget"),
    path("periksa/", verify.verify, name="verify_form"),
    path("periksa/<slug:code>/", verify.verify, name="verify"),
    path("pergi/", views.leave, name="leave"),
    path("csp/", views.csp_report, name="csp_report"),
]
