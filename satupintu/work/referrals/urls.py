"""Addresses of letters."""

from django.urls import path

from satupintu.work.referrals import desk

app_name = "referrals"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("<str:number>/", desk.detail, name="detail"),
    path("<str:number>/kode-jawaban/", desk.code, name="code"),
    *(path(f"<str:number>/{slug}/", view, name=slug) for slug, view in desk.STEP_VIEWS.items()),
]
