"""Addresses of people: /orang/ and /keluarga/. The pages of a person and of a household stand in the desk."""

from django.urls import path

from satupintu.registry.people import confirming, desk, verifying

app_name = "people"
urlpatterns = [
    path("orang/baru/", desk.new, name="new"),
    path("orang/perlu-diverifikasi/", verifying.unverified, name="unverified"),
    path("orang/perlu-diverifikasi/sekaligus/", verifying.several, name="verify_several"),
    path("orang/<int:pk>/verifikasi/", verifying.verified, name="verify"),
    path("orang/<int:pk>/perubahan/", desk.changed, name="change"),
    path("keluarga/baru/", desk.new_household, name="new_household"),
    path("orang/<int:pk>/ppks/", desk.new_ppks, name="new_ppks"),
    path("orang/<int:pk>/kontak/", desk.contact, name="contact"),
    path("ppks/<int:pk>/pengakhiran/", desk.ended_ppks, name="end_ppks"),
    path("keluarga/<int:pk>/ppks/", desk.new_household_ppks, name="new_household_ppks"),
    path("keluarga/<int:pk>/pemastian/", confirming.confirmed, name="confirm_household"),
    path("keluarga/<int:pk>/perubahan/", desk.changed_household, name="change_household"),
]
