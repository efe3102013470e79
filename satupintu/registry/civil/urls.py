"""Addresses of the civil registry's answers, below /pemadanan/."""

from django.urls import path

from satupintu.registry.civil import desk

app_name = "civil"
urlpatterns = [path("", desk.files, name="files")]
