"""Addresses of offices, staff and the working calendar."""

from django.urls import URLPattern

app_name = "offices"
urlpatterns: list[URLPattern] = []
