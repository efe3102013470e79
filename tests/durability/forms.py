"""Every form of the house by which something is done: those of the walls' table, and here those about nobody's data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from satupintu.engine.documents.actions.templates import draft
from satupintu.engine.documents.letters.wording import NUMBER_FORMAT
from satupintu.engine.documents.models import LetterTemplate, TemplateVersion
from satupintu.engine.documents.tests.files import pdf
from satupintu.engine.documents.words import Form as Layout
from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.areas.forms import packed
from satupintu.foundation.areas.models import Edition
from satupintu.foundation.areas.tests.lists import as_csv, changed
from satupintu.foundation.offices import invitations
from satupintu.foundation.offices.models import Account, Appointment, Office
from satupintu.registry.exports.tests.taking import SAID
from satupintu.reports.sorting import actions as sorting
from satupintu.reports.sorting.models import SavedFilter
from satupintu.work.referrals import codes
from satupintu.work.referrals.models import Pass, Referral
from satupintu.work.routing.models import Route as Rule
from tests.walls.actors import Actor
from tests.walls.routes import CONSTANT, Route, routes
from tests.walls.sending import answers
from tests.walls.stages import CITIZENS, STAGES, arrange, extra
from tests.walls.world import Record

ROUTES = {route.name: route for route in routes()}
Made = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """A form of a route and who sends it. ``prepared`` puts everything where the form begins; what it answers is sent besides,
    and fills the address where that has such a part. What can be called is called for each sending: a file is read once.
    """

    route: str
    who: str
    prepared: Callable[[Record], Made] = lambda record: {}
    label: str = ""
    looked_at: bool = False
    """Whether the page that is sent was opened before, as a browser does."""
    another: bool = False
    """Whether it makes another one when it is sent once more: what it makes is shown in its answer alone."""
    query: str = ""
    """What its address asks for."""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.route, self.label)))

    def sender(self, record: Record, who: Actor) -> Callable[[], Any]:
        """A function that sends the form, always the same, and answers the response."""
        more, route = self._arranged(record) | self.prepared(record), ROUTES[self.route]
        path = _path(route, record, more) + self.query
        sent = answers(self.route, who.appointment) | extra(self.route, record) | more
        if self.looked_at:
            who.client.get(path)
        who.client.raise_request_exception = False  # what a server answers, not what a test is told

        def send() -> Any:
            return who.client.post(path, {name: value() if callable(value) else value for name, value in sent.items()})

        return send

    def _arranged(self, record: Record) -> Made:
        stage = (STAGES | CITIZENS).get(self.route)
        if stage is not None:
            arrange(stage, record)
        return {}


def _path(route: Route, record: Record, more: Made) -> str:
    parts = {
        part: more.get(f"_{part}") or CONSTANT.get(route.key(part)) or record.keys[route.key(part)]
        for part in route.parts
    }
    return reverse(route.name, kwargs=parts)


def _paper(name: str) -> Callable[[Record], Made]:
    return lambda record: {name: lambda: SimpleUploadedFile("kartu.pdf", pdf(b"% kartu"))}


def _with_a_paper_of_the_complaint(record: Record) -> Made:
    return {"papers": [record.keys["attachment"]], "consent": "spoken", "consent_by": "Keluarga"}


def _notice(record: Record) -> Made:
    with house("uji", quietly=True):
        told = Notice.objects.filter(pk=record.keys["notice"])
        told.update(read_at=None)
        return {"sampai": record.keys["notice"]}


def _letter(status: str) -> Callable[[Record], Made]:
    def stand(record: Record) -> Made:
        with house("uji", quietly=True):
            Referral.objects.filter(number=record.keys["letter"]).update(status=status)
        return {}

    return stand


def _code(record: Record) -> Made:
    with house("uji", quietly=True):
        given = Pass.objects.get(referral_id=record.keys["letter_pk"])
        Pass.objects.filter(pk=given.pk).update(browser="", bound_at=None)
    return {"code": codes.code_of(given.pk)}


def _switched_off(record: Record) -> Made:
    Account.objects.filter(username=record.keys["account"]).update(is_active=False)
    return {}


def _kept_selection(record: Record) -> Made:
    by = Appointment.objects.with_place().get(account__username="bulukumba.manajer")
    with entered(Scope.of(by, timezone.localdate())):
        return {"_pk": SavedFilter.objects.create(office_id=by.office_id, name="Anak", asked={}, by=by).pk}


def _night_s_count(record: Record) -> Made:
    with house("uji", quietly=True) as by:
        sorting.count(by=by, kabupaten=7302000000)
    return {}


def _invited(record: Record) -> Made:
    code, account = invitations.new_code(), Account.objects.get(username=record.keys["account"])
    account.invitations.create(digest=invitations.digest(code), expires_at=timezone.now() + timedelta(days=1))
    return {"code": code, "password": "kebun-jagung-17-pagi", "again": "kebun-jagung-17-pagi"}


WORDING = {
    "name": "Naskah baru",
    "title": "Surat keterangan",
    "form": Layout.choices()[0][0],
    "body": "Yang bertanda tangan menerangkan.",
    "number_format": NUMBER_FORMAT,
    "position_1": "Koordinator",
    "role_1": "coordinator",
    "office_kind": "",
    "kind": "",
}


def _wording(record: Record) -> Made:
    return dict(WORDING)


def _drafted(record: Record) -> Made:
    with house("uji", quietly=True) as by:
        start = 7302 * 10**6
        template = LetterTemplate(kind="certificate", name="Uji", area_start=start, area_end=start + 10**6)
        words = TemplateVersion.objects.get(pk=1).words
        return WORDING | {"_pk": draft(template, by=by, wording=words).pk}


RULE = {
    "field": "health",
    "nature": "",
    "to_kind": "agency",
    "to_level": "kabupaten",
    "reason": "Begitu aturannya.",
    "order": "7",
}


def _rule(record: Record) -> Made:
    with house("uji", quietly=True):
        old = Rule.objects.order_by("pk").first()
        assert old is not None
        return RULE | {
            "_pk": Rule.objects.create(area_id=7302000000, to_kind="agency", to_level="kabupaten", reason="Lama.").pk
        }


def _empty_office(record: Record) -> Made:
    made = Office.objects.create(kind="puskesos", code="P7302032099", name="Kantor kosong", area_id=7302032006)
    return {"_code": made.code}


def _edition(record: Record) -> Made:
    newest = Edition.objects.newest()
    assert newest is not None
    said = {"decree": "Kepmendagri uji 2", "decree_date": "2026-01-02", "source": "edisi.csv", "newest": newest.pk}
    return said | {"content": packed(as_csv(changed({7302031004: "Tanah Biru"})))}


CALENDAR = {"external": "dtsen", "year": "2026", "cut_off": "10", "drawn": "12", "source": "Edaran"}


def _list_of_people(record: Record) -> Made:
    return {"file": lambda: SimpleUploadedFile("warga.csv", b"nama,nik\nAminah,\n"), "edition": ""}


def _answers_of_dukcapil(record: Record) -> Made:
    row = f"nik,flag_nik\n{record.keys['nik']},1\n".encode()
    return {"file": lambda: SimpleUploadedFile("padan.csv", row), "answered_on": _day(-1)}


OTHERS = [
    Form("complaints:intake", "coordinator", _paper("paper"), "with a paper"),
    Form("complaints:rujukan", "coordinator", _with_a_paper_of_the_complaint, "with a paper of the complaint"),
    Form("complaints:rujukan", "coordinator", _paper("upload"), "with a paper of its own"),
    Form("public:send", "anonymous", _paper("photo"), "with a photo"),
    Form("visits:record", "coordinator", _paper("photo1"), "with a photo"),
    Form("detection:result", "coordinator", _paper("photo1"), "with a photo"),
    Form("notifications:read", "told", _notice),
    Form("notifications:read_all", "told", _notice),
    Form("notifications:retry", "manager"),
    Form("answers:enter", "anonymous", _code, looked_at=True),
    Form("answers:penerimaan", "guest", _letter("sent")),
    Form("answers:penolakan", "guest", _letter("sent")),
    Form("answers:permintaan-keterangan", "guest", _letter("sent")),
    Form("answers:jadwal", "guest", _letter("accepted")),
    Form(
        "answers:pelayanan",
        "guest",
        lambda record: _letter("accepted")(record) | _paper("paper")(record),
        "with a paper",
    ),
    Form("answers:tidak-terlayani", "guest", _letter("accepted")),
    Form("letters:new_template", "administrator", _wording),
    Form("letters:version", "administrator", _drafted),
    Form("letters:publish", "administrator", _drafted),
    Form("deadlines:new", "administrator"),
    Form("catalogue:new", "administrator", lambda record: {"position": "100"}),
    Form("catalogue:change", "country", lambda record: {"position": "100"}),
    Form("catalogue:publish", "administrator", lambda record: {"document0": "Kartu keluarga", "valid_from": _day(1)}),
    Form("routing:new", "administrator", lambda record: RULE),
    Form("routing:change", "administrator", _rule),
    Form("routing:withdraw", "administrator", _rule),
    Form("partners:new", "coordinator"),
    Form("detection:sign", "manager", lambda record: {"without_nik": "on", "silence": "any", "quiet_months": "6"}),
    Form("offices:new_office", "administrator"),
    Form("offices:change_office", "administrator"),
    Form("offices:close_office", "administrator", _empty_office),
    Form("offices:new_person", "administrator"),
    Form("offices:change_person", "administrator"),
    Form("offices:invite", "administrator", another=True),
    Form("offices:deactivate", "administrator"),
    Form("offices:activate", "administrator", _switched_off),
    Form("offices:appoint", "administrator", lambda record: {"role": "village_front"}),
    Form("offices:end_appointment", "administrator"),
    Form("offices:new_closure", "administrator"),
    Form("offices:remove_closure", "administrator"),
    Form("account_redeem", "anonymous", _invited),
    Form("imports:new", "coordinator", _list_of_people),
    Form("duplicates:search", "manager"),
    Form("duplicates:decide", "coordinator", lambda record: {"choice": "same_one"}, "merge"),
    Form("civil:files", "manager", _answers_of_dukcapil),
    Form(
        "privacy:breaches",
        "manager",
        lambda record: {"username": "ara.koordinator", "since": _day(-2), "until": _day(-1), "what": "Sandi dicuri."},
    ),
    Form(
        "privacy:retention",
        "administrator",
        lambda record: {"kind": "letter", "months": "60", "valid_from": _day(1), "source": "JRA"},
    ),
    Form("quality:list", "manager", lambda record: SAID, query="?periksa=civil_never&unduh=csv"),
    Form("sorting:save", "manager"),
    Form("sorting:drop", "manager", _kept_selection),
    Form("sorting:hand_tables", "manager", _night_s_count),
    Form("areas:adopt", "country", _edition),
    Form("changes:new_session", "coordinator", lambda record: {"leader": "Ketua", "leader_position": "Ketua BPD"}),
    Form("changes:calendars", "administrator", lambda record: CALENDAR),
    Form("changes:layouts", "manager", lambda record: {"place_nik": "1", "head_nik": "NIK"}),
    Form("changes:reasons", "administrator", lambda record: {"code": "N1", "label": "Keluarga ASN"}),
]
"""What the walls' table does not have: forms about nobody's data, a receiver's without an account, and files."""


def _day(after: int) -> str:
    return (date.today() + timedelta(days=after)).isoformat()


EVERY = [*(Form(name, stage.who) for name, stage in (STAGES | CITIZENS).items()), *OTHERS]
"""All forms of the house by which something is done."""
LIVES = {
    "complaint": ("complaints:", "public:", "desk:"),
    "letter": ("referrals:", "answers:", "transfers:", "letters:"),
    "book": (
        "daybook:",
        "visits:",
        "people:",
        "imports:",
        "duplicates:",
        "civil:",
        "notifications:",
        "sorting:",
        "detection:",
        "privacy:",
        "exports:",
        "quality:",
    ),
    "rule": ("deadlines:", "catalogue:", "routing:", "partners:", "offices:", "areas:", "account_"),
    "proposal": ("changes:",),
}
"""Which rooms' forms are tried together."""


def of(life: str) -> list[Form]:
    """The forms of a life."""
    return [form for form in EVERY if form.route.startswith(LIVES[life])]
