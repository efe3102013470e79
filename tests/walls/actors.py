"""Who knocks at every door: one officer of each role, a citizen and a receiver with a code, and three who may not come in."""

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from http.cookies import SimpleCookie
from typing import Any

from django.test import Client
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.foundation.access.confirmation import SECOND_FACTOR_KEY
from satupintu.foundation.access.live import BEGAN, SEEN
from satupintu.foundation.access.standing import SESSION_KEY
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import Role
from satupintu.work.complaints.public import passes
from satupintu.work.referrals import codes
from satupintu.work.referrals.models import Pass
from satupintu.work.referrals.public import SECRET
from tests.walls.sight import Standing
from tests.walls.world import OWN, World, appoint

CAST = {
    Role.FACILITATOR: "ara.fasilitator",
    Role.VILLAGE_FRONT: "ara.depan",
    Role.VILLAGE_BACK: "ara.belakang",
    Role.COORDINATOR: "ara.koordinator",
    Role.SUPERVISOR: "bontobahari.supervisor",
    Role.TKSK: "bontobahari.tksk",
    Role.DISTRICT_FRONT: "bulukumba.depan",
    Role.DISTRICT_BACK: "bulukumba.belakang",
    Role.MANAGER: "bulukumba.manajer",
    Role.HEAD: "bulukumba.kadis",
    Role.RESPONDER: "bulukumba.dukcapil",
    Role.AGENCY_HANDLER: "bulukumba.kesehatan",
    Role.SOCIAL_WORKER: "bulukumba.peksos",
    Role.PROVINCE_HANDLER: "sulsel.penanganan",
    Role.PROVINCE_VIEWER: "sulsel.pemantau",
    Role.NATIONAL_VIEWER: "nasional.pemantau",
    Role.AUDITOR: "nasional.auditor",
    Role.ADMINISTRATOR: "bulukumba.admin",
}
SHUT_OUT = ("anonymous", "citizen", "guest", "deactivated", "ended")
NAMES = [*map(str, CAST), *SHUT_OUT]
WALK = 10 * 3600
"""Seconds within which every walk is over, on however busy a machine; shorter than a session may last altogether."""


@dataclass
class Actor:
    """Somebody with a browser; ``standing`` is what the model knows of them."""

    name: str
    standing: Standing
    client: Client
    appointment: Any = None
    own_canaries: frozenset[str] = frozenset()
    renew: Callable[[Client], None] = lambda client: None
    """Shows the code once more: what it opens is shut again after a while, and a walk is long."""
    _cookies: SimpleCookie = field(default_factory=SimpleCookie)

    def remember(self) -> None:
        """Keep the cookies as they are now."""
        self._cookies = copy.deepcopy(self.client.cookies)

    def forget(self) -> None:
        """Put the cookies back, whatever a page has made of them."""
        self.client.cookies = copy.deepcopy(self._cookies)
        self.renew(self.client)


def actor(name: str, world: World) -> Actor:
    """The actor of that name, signed in as far as they can be. Inside a transaction that is undone afterwards."""
    if name in CAST:
        one = Appointment.objects.with_place().get(account__username=CAST[Role(name)])
        return _signed_in(name, one, one.role)
    if name == "anonymous":
        return Actor(name, Standing(None, None, -1, -1, in_force=False), Client())
    if name == "citizen":
        number = world.at("own").keys["complaint_pk"]

        def shows(client: Client) -> None:
            client.cookies[passes.COOKIE] = passes.made(number)

        holder = Actor(name, Standing(None, None, -1, -1, in_force=False, follows="own"), Client(), renew=shows)
        holder.remember()
        holder.forget()
        return holder
    if name == "guest":
        return _guest(world)
    office = Office.objects.get(code="P7302032006")
    ends = {"valid_to": date(2025, 1, 1)} if name == "ended" else {}
    one = appoint(f"uji.{name}", Role.COORDINATOR, office, OWN, **ends)
    shut = _signed_in(name, Appointment.objects.with_place().get(pk=one.pk), one.role, in_force=False)
    if name == "deactivated":
        one.account.is_active = False
        one.account.save()
    return shut


def _guest(world: World) -> Actor:
    """A receiver without an account, in whose browser the ordinary letter of the own village was opened by its code."""
    holder = Actor("guest", Standing(None, None, -1, -1, in_force=False, answers="own"), Client())
    letter, secret = world.at("own").keys["letter_pk"], codes.new_browser_secret()
    with house("uji", quietly=True):
        opened = {"browser": codes.browser_fingerprint(secret), "bound_at": timezone.now()}
        Pass.objects.filter(referral_id=letter).update(**opened)
    session = holder.client.session
    session[SECRET] = secret
    session.save()
    holder.remember()
    return holder


def sign_in(client: Client, one: Appointment) -> None:
    """A session as it is right after signing in with a second factor; it lives as long as the longest walk.

    What a walk does is undone, its notes of activity too, so an ordinary session would be over after half an hour.
    """
    client.force_login(one.account)
    session, now = client.session, int(time.time()) + WALK
    session[SESSION_KEY], session[SECOND_FACTOR_KEY] = one.pk, True
    session[BEGAN] = session[SEEN] = now
    session["account_authentication_methods"] = [{"method": "password", "at": now, "username": "x"}]
    session["account_authentication_methods_user"] = str(one.account_id)
    session.save()


def _signed_in(name: str, one: Appointment, role: str, *, in_force: bool = True) -> Actor:
    client = Client()
    sign_in(client, one)
    standing = Standing(Role(role), one.area_id, one.office_id, one.pk, in_force, tuple(one.fields))
    made = Actor(name, standing, client, one, frozenset({one.account.phone.lower()}))
    made.remember()
    return made
