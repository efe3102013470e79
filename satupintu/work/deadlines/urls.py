"""Addresses of time limits."""

from django.urls import path

from satupintu.work.deadlines import desk

app_name = "deadlines"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.new, name="new"),
]
