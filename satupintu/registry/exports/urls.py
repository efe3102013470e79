"""Addresses of exports, below /unduhan/."""

from django.urls import path

from satupintu.registry.exports import desk

app_name = "exports"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("pelacakan/", desk.tracing, name="trace"),
    path("<str:number>/", desk.detail, name="export"),
    *(path(f"<str:number>/{slug}/", view, name=slug) for slug, view in desk.STEP_VIEWS.items()),
]
