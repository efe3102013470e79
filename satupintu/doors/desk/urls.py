"""Addresses of the desk itself: home, search, appointments, audit."""

from django.urls import path

from satupintu.doors.desk import audit, home, household, person, places, search, supervision
from satupintu.doors.desk.signin import routes

app_name = "desk"
urlpatterns = [
    path("", home.front, name="home"),
    *routes.urls,
    path("penyelia/", supervision.hands, name="supervision"),
    path("penyelia/<int:pk>/", supervision.hand, name="hand"),
    path("lainnya/", places.more, name="more"),
    path("jejak/", audit.trail, name="audit"),
    path("cari/", search.search, name="search"),
    path("cari/usulan/", search.suggestions, name="suggestions"),
    path("orang/<int:pk>/", person.person, name="person"),
    path("keluarga/<int:pk>/", household.household, name="household"),
]
