"""Addresses of letters: nouns, as officers say them."""

from django.urls import path

from satupintu.doors.desk.letters import drafting, page, register, templates

app_name = "letters"
urlpatterns = [
    path("", register.listing, name="list"),
    path("konsep/<slug:kind>/<int:pk>/", drafting.draft, name="draft"),
    path("lembar/<slug:kind>/<int:pk>/", drafting.hand_out, name="hand_out"),
    path("naskah/", templates.listing, name="templates"),
    path("naskah/baru/<slug:kind>/", templates.new, name="new_template"),
    path("naskah/pratinjau/<slug:kind>/", templates.preview, name="preview"),
    path("naskah/<int:pk>/", templates.version, name="version"),
    path("naskah/<int:pk>/gambar/", templates.picture, name="version_picture"),
    path("naskah/<int:pk>/pemberlakuan/", templates.publish, name="publish"),
    path("<int:number>/", page.detail, name="detail"),
    path("<int:number>/gambar/", page.picture, name="picture"),
    path("<int:number>/berkas/", page.file, name="file"),
    *(path(f"<int:number>/{slug}/", view, name=slug) for slug, view in page.STEP_VIEWS.items()),
]
