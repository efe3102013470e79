"""By the clock: what sign-in leaves behind is swept up."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from satupintu.engine.jobs import every
from satupintu.foundation.offices.attempts import WINDOW
from satupintu.foundation.offices.models import SignInAttempt


@every("17 * * * *", "offices.forget")
def forget(timestamp: int) -> None:
    """Delete attempts that no longer count (they hold addresses) and sessions that are over."""
    now = timezone.now()
    SignInAttempt.objects.filter(at__lt=now - timedelta(seconds=WINDOW)).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
