"""Addresses of people: /orang/ and /keluarga/. The page of a person itself stands in the desk."""

from django.urls import path

from satupintu.registry.people import desk

app_name = "people"
urlpatterns = [
    path("orang/baru/", desk.new, name="new"),
    path("orang/<int:pk>/perubahan/", desk.changed, name="change"),
    path("keluarga/baru/", desk.new_household, name="new_household"),
    path("keluarga/<int:pk>/", desk.household, name="household"),
    path("keluarga/<int:pk>/perubahan/", desk.changed_household, name="change_household"),
]
