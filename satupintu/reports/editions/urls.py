"""Addresses of published numbers."""

from django.urls import path

from satupintu.reports.editions import desk

app_name = "editions"
urlpatterns = [
    path("angka/", desk.complaints, name="complaints"),
    path("laporan/angka/", desk.visitors, name="visitors"),
]
