"""Addresses of the kit: `path("kit/", include("satupintu.engine.ui.urls"))`."""

from django.urls import path

from satupintu.engine.ui import kit

app_name = "ui"
urlpatterns = [path("", kit.kit, name="kit")]
