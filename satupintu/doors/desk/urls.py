"""Addresses of the desk itself: home, search, appointments, audit."""

from django.urls import path

from satupintu.doors.desk import home

app_name = "desk"
urlpatterns = [
    path("", home.front, name="home"),
]
