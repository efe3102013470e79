"""Addresses of differences between editions."""

from django.urls import path

from satupintu.reports.rosters import desk

app_name = "rosters"
urlpatterns = [
    path("", desk.villages, name="villages"),
    path("warga/", desk.people, name="list"),
]
