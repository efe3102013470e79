"""Addresses of rules."""

from django.urls import path

from satupintu.work.routing import desk

app_name = "routing"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.new, name="new"),
    path("<int:pk>/", desk.change, name="change"),
    path("<int:pk>/pencabutan/", desk.withdraw, name="withdraw"),
]
