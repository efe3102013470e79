"""Addresses of offices, staff and the working calendar."""

from django.urls import path

from satupintu.doors.desk.offices import days, directory, staff

app_name = "offices"
urlpatterns = [
    path("kantor/", directory.directory, name="directory"),
    path("kantor/baru/", directory.new, name="new_office"),
    path("kantor/<str:code>/", directory.office, name="office"),
    path("kantor/<str:code>/perubahan/", directory.change, name="change_office"),
    path("kantor/<str:code>/penutupan/", directory.close, name="close_office"),
    path("petugas/", staff.people, name="people"),
    path("petugas/baru/", staff.new, name="new_person"),
    path("petugas/penugasan/<int:pk>/pengakhiran/", staff.end, name="end_appointment"),
    path("petugas/<str:username>/", staff.person, name="person"),
    path("petugas/<str:username>/perubahan/", staff.change, name="change_person"),
    path("petugas/<str:username>/undangan/", staff.invite, name="invite"),
    path("petugas/<str:username>/penonaktifan/", staff.deactivate, name="deactivate"),
    path("petugas/<str:username>/pengaktifan/", staff.activate, name="activate"),
    path("petugas/<str:username>/penugasan/", staff.appoint, name="appoint"),
    path("kalender/", days.calendar, name="calendar"),
    path("kalender/hari-tutup/", days.new, name="new_closure"),
    path("kalender/hari-tutup/<int:pk>/penghapusan/", days.remove, name="remove_closure"),
]
