"""Addresses of resources."""

from django.urls import path

from satupintu.work.partners import desk

app_name = "partners"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.new, name="new"),
    path("<int:pk>/", desk.resource, name="resource"),
    path("<int:pk>/perubahan/", desk.change, name="change"),
    path("<int:pk>/konfirmasi/", desk.confirm, name="confirm"),
    path("<int:pk>/pengakhiran/", desk.end, name="end"),
]
