"""The pages of areas at the desk: open to every officer, adopting an edition to whoever holds the verb."""

from django.urls import path

from satupintu.foundation.access import officer
from satupintu.foundation.areas.urls import ROUTES

app_name = "areas"
urlpatterns = [path(address, officer(verb, personal=False)(view), name=name) for address, view, name, verb in ROUTES]
