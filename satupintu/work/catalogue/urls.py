"""Addresses of the catalogue."""

from django.urls import path

from satupintu.work.catalogue import desk

app_name = "catalogue"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.new, name="new"),
    path("<slug:code>/", desk.service, name="service"),
    path("<slug:code>/perubahan/", desk.change, name="change"),
    path("<slug:code>/syarat/", desk.publish, name="publish"),
]
