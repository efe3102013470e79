"""Addresses of the citizens' door."""

from django.urls import path

from satupintu.doors.public import verify, views
from satupintu.work.complaints.public import following, reporting

app_name = "public"
urlpatterns = [
    path("warga/", views.home, name="home"),
    path("lacak/", following.follow, name="follow"),
    path("lacak/tutup/", following.forget, name="forget"),
    path("lacak/penilaian/", following.judge, name="penilaian"),
    path("lacak/pembukaan-kembali/", following.reopen, name="pembukaan-kembali"),
    path("lacak/keberatan/", following.appeal, name="keberatan"),
    path("lapor/", reporting.write, name="report"),
    path("lapor/kirim/", reporting.send, name="send"),
    path("lapor/desa/", reporting.villages, name="villages"),
    path("periksa/", verify.verify, name="verify_form"),
    path("periksa/<slug:code>/", verify.verify, name="verify"),
    path("pergi/", views.leave, name="leave"),
    path("csp/", views.csp_report, name="csp_report"),
]
