"""Addresses of numbers."""

from django.urls import path

from satupintu.reports.indicators import desk

app_name = "indicators"
urlpatterns = [
    path("", desk.complaints, name="complaints"),
    path("penerima/", desk.league, name="league"),
]
