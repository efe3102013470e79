"""The day that something is written about."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.foundation.offices.models import Appointment
from satupintu.work.daybook.actions import today_of
from satupintu.work.daybook.rules import may_record


def still_open(day: date, by: Appointment) -> date:
    """The day, while the officer may still write about it. Raises ValidationError afterwards."""
    if not may_record(day, today_of(by)):
        raise forms.ValidationError(_("Hari ini sudah lewat lebih dari 31 hari."))
    return day
