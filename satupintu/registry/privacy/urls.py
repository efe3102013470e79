"""Addresses of privacy: /permintaan-data/, and beside a person."""

from django.urls import path

from satupintu.registry.privacy.desk import breaches, copies, people, requests, retention

app_name = "privacy"
urlpatterns = [
    path("kebocoran/", breaches.listing, name="breaches"),
    path("kebocoran/<str:number>/", breaches.detail, name="breach"),
    path("kebocoran/<str:number>/<str:form>/", breaches.kit_file, name="breach_kit"),
    path("retensi/", retention.rules, name="retention"),
    path("orang/<int:pk>/penahanan/", people.held, name="hold"),
    path("orang/<int:pk>/pencabutan-penahanan/", people.released, name="release"),
    path("permintaan-data/", requests.listing, name="list"),
    path("orang/<int:pk>/permintaan-data/", requests.new, name="ask"),
    path("orang/<int:pk>/pembaca/", people.opened_by, name="readers"),
    path("orang/<int:pk>/pencabutan-pembatasan/", people.lifted, name="lift"),
    path("permintaan-data/<str:number>/", requests.detail, name="detail"),
    path("permintaan-data/<str:number>/salinan/<int:pk>/<str:form>/", copies.copied, name="copied"),
    *(path(f"permintaan-data/<str:number>/{slug}/", view, name=slug) for slug, view in requests.STEP_VIEWS.items()),
]
