"""Addresses of the citizens' door."""

from django.urls import path

from satupintu.doors.public import views
from satupintu.work.complaints.public import following

app_name = "public"
urlpatterns = [
    path("warga/", views.home, name="home"),
    path("lacak/", following.follow, name="follow"),
    path("lacak/tutup/", following.forget, name="forget"),
    path("pergi/", views.leave, name="leave"),
    path("csp/", views.csp_report, name="csp_report"),
]
