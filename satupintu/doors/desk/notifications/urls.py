"""Addresses of notices and of the outbox."""

from django.urls import path

from satupintu.doors.desk.notifications import notices, outbox

app_name = "notifications"
urlpatterns = [
    path("pemberitahuan/", notices.listing, name="notices"),
    path("pemberitahuan/pembacaan/", notices.read_all, name="read_all"),
    path("pemberitahuan/<int:pk>/pembacaan/", notices.read, name="read"),
    path("pesan/", outbox.state, name="outbox"),
    path("pesan/<int:pk>/pengiriman-ulang/", outbox.retry, name="retry"),
]
