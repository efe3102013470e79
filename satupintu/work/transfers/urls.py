"""Addresses of transfers."""

from django.urls import path

from satupintu.work.transfers import desk

app_name = "transfers"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("kantor/", desk.offices, name="offices"),
    path("<str:number>/", desk.detail, name="detail"),
    *(path(f"<str:number>/{slug}/", view, name=slug) for slug, view in desk.STEP_VIEWS.items()),
]
