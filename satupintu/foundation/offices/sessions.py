"""Sessions of accounts: ended at the server, kept in the person's list when their number changes."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from satupintu.foundation.offices.models import Account


def end_all(account: Account, *, but: str | None = None) -> int:
    """Sign the account out everywhere, save the session numbered ``but``; answers how many sessions ended."""
    listed = UserSession.objects.filter(user_id=account.pk).exclude(session_key=but or "")
    keys = list(listed.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    listed.delete()
    return len(keys)


def end_one(account: Account, pk: int) -> bool:
    """End one listed session of the account; False when it has no such session."""
    row = UserSession.objects.filter(user_id=account.pk, pk=pk).first()
    if row is None:
        return False
    Session.objects.filter(session_key=row.session_key).delete()
    row.delete()
    return True


def renumber(request: HttpRequest) -> None:
    """Give the session a new number, so that one stolen earlier opens nothing of what comes now."""
    before = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)
