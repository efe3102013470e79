"""Addresses of complaints: nouns, as officers say them."""

from django.urls import path

from satupintu.work.complaints import desk

app_name = "complaints"
urlpatterns = [
    path("", desk.listing, name="list"),
    path("baru/", desk.intake, name="intake"),
    path("<str:number>/", desk.detail, name="detail"),
    path("<str:number>/tanda-terima/", desk.receipt, name="receipt"),
    path("<str:number>/rujukan/batas-waktu/", desk.answer_by, name="answer_by"),
    path("<str:number>/berkas-kurang/", desk.missing, name="missing"),
    *(path(f"<str:number>/{slug}/", view, name=slug) for slug, view in desk.STEP_VIEWS.items()),
]
