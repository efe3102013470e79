"""Addresses of proposals, meetings and decrees."""

from django.urls import path

from satupintu.registry.changes.desk import decrees, exchange, meetings, proposals

app_name = "changes"
urlpatterns = [
    path("usulan/", proposals.listing, name="list"),
    path("usulan/baru/", proposals.choose, name="choose"),
    path("usulan/baru/isian/", proposals.new, name="new"),
    path("usulan/<str:number>/", proposals.detail, name="detail"),
    path("usulan/<str:number>/perbaikan/", proposals.repair, name="repair"),
    *(path(f"usulan/<str:number>/{slug}/", view, name=slug) for slug, view in proposals.STEP_VIEWS.items()),
    path("musdes/", meetings.listing, name="sessions"),
    path("musdes/baru/", meetings.new, name="new_session"),
    path("musdes/<str:number>/", meetings.detail, name="session"),
    path("musdes/<str:number>/keputusan/<int:pk>/", meetings.decision, name="decision"),
    *(path(f"musdes/<str:number>/{slug}/", view, name=slug) for slug, view in meetings.STEP_VIEWS.items()),
    path("pengesahan/", decrees.listing, name="decrees"),
    path("pengesahan/baru/", decrees.new, name="new_decree"),
    path("pengesahan/jadwal/", exchange.calendars, name="calendars"),
    path("pengesahan/susunan/", exchange.layouts, name="layouts"),
    path("pengesahan/alasan/", exchange.reasons, name="reasons"),
    path("pengesahan/<int:pk>/berkas/", exchange.export, name="export"),
    path("pengesahan/<int:pk>/jawaban/", exchange.answers, name="answers"),
    path("pengesahan/<int:pk>/", decrees.detail, name="decree"),
    path("pengesahan/<int:pk>/penerapan/", decrees.applying, name="apply_decree"),
]
