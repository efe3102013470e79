"""Addresses of the citizens' door."""

from django.urls import path

from satupintu.doors.public import views

app_name = "public"
urlpatterns = [
    path("warga/", views.home, name="home"),
    path("csp/", views.csp_report, name="csp_report"),
]
