"""The living style guide at /kit/: every piece with long names, empty, one row, fifty rows, wrong and refused.

It is there only where DEBUG or DEMO is set, and shows made-up words alone.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from satupintu.engine.ui import errors, moments
from satupintu.engine.ui.conflicts import conflict
from satupintu.engine.ui.forms import Cards, CheckCards, DayField, FilterForm, Form
from satupintu.engine.ui.frame import Account, Choice, NavItem, Switcher
from satupintu.engine.ui.pieces import (
    Count,
    Entry,
    Fact,
    Letter,
    Paper,
    Step,
    Tab,
    Task,
    Tone,
    badge,
    deadline,
    late,
    marks,
    when,
)
from satupintu.engine.ui.tables import Column, Table

NAMES = (
    "Andi Muhammad Rahmatullah Dg. Mattawang",
    "Siti Aminah",
    "I Gusti Ayu Made Kusumaningrum Dewi",
    "Nurhayati binti Abd. Rahman Dg. Ngemba",
    "Suparno",
)
PLACES = ("Desa Bontomanai", "Kelurahan Tanah Kongkong", "Desa Balibo", "Desa Anrihua Lestari Sejahtera Bersama")
STATES = (
    ("baru masuk", Tone.NEW),
    ("sedang dikerjakan", Tone.DOING),
    ("menunggu jawaban", Tone.WAITING),
    ("mendesak", Tone.URGENT),
    ("bahaya", Tone.DANGER),
    ("selesai", Tone.DONE),
    ("ditolak", Tone.REFUSED),
    ("dibatalkan", Tone.OFF),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A made-up request."""

    number: str
    name: str
    place: str
    amount: int
    began: date
    due: datetime
    word: str
    tone: Tone


def _rows(n: int, now: datetime) -> list[Row]:
    return [
        Row(
            number=f"P-2026-{place:05}",
            name=NAMES[place % len(NAMES)],
            place=PLACES[place % len(PLACES)],
            amount=place * 12_345,
            began=now.date() - timedelta(days=place * 3),
            due=now + timedelta(hours=19 * (place % 9) - 40),
            word=STATES[place % len(STATES)][0],
            tone=STATES[place % len(STATES)][1],
        )
        for place in range(1, n + 1)
    ]


COLUMNS = (
    Column("number", "Nomor", sort="number", tight=True),
    Column("name", "Nama pemohon", sort="name"),
    Column("place", "Tempat", sort="place"),
    Column("amount", "Nilai (Rp)", sort="amount", numeric=True, descending=True),
    Column("began", "Mulai", sort="began", on_phone=False),
    Column("due", "Tenggat", lambda row: deadline(row.due), sort="due", export=lambda row: row.due),
    Column("word", "Keadaan", lambda row: badge(row.word, row.tone), export=lambda row: row.word),
)


class KitFilter(FilterForm):
    """The filter of the example table."""

    memuat = forms.CharField(label="Nama memuat")
    keadaan = forms.ChoiceField(label="Keadaan", choices=[("", "Semua"), *((word, word) for word, _tone in STATES)])

    def narrow(self, rows: Any) -> Any:
        """Keep the rows that fit."""
        wanted = self.cleaned_data
        return [
            row for row in rows if wanted["memuat"].lower() in row.name.lower() and wanted["keadaan"] in ("", row.word)
        ]


class KitForm(Form):
    """Every kind of field once."""

    nama = forms.CharField(label="Nama lengkap", help_text="Seperti tertulis di kartu.", max_length=80)
    mulai = DayField(label="Tanggal mulai", help_text="Contoh: 21-11-2026", no_future=True)
    jumlah = forms.IntegerField(label="Berapa orang", min_value=1, required=False)
    cara = forms.ChoiceField(
        label="Lewat mana",
        choices=[("datang", "Datang sendiri"), ("telepon", "Telepon"), ("surat", "Surat")],
        widget=Cards(hints={"datang": "Orangnya ada di depan Anda", "surat": "Ada berkas yang dipindai"}),
    )
    perlu = forms.MultipleChoiceField(
        label="Yang diperlukan",
        choices=[("a", "Penjelasan"), ("b", "Kunjungan"), ("c", "Surat keterangan")],
        widget=CheckCards,
        required=False,
    )
    tempat = forms.ChoiceField(label="Tempat", choices=[("", "Pilih tempat"), *((p, p) for p in PLACES)])
    cerita = forms.CharField(label="Keterangan", widget=forms.Textarea, required=False)
    berkas = forms.FileField(label="Berkas", required=False)
    setuju = forms.BooleanField(label="Pemohon sudah mendengar penjelasan dan setuju")

    groups = [
        ("Siapa", ["nama", "mulai", "jumlah"]),
        ("Permohonan", ["cara", "perlu", "tempat", "cerita", "berkas", "setuju"]),
    ]
    private = ("cerita",)


def frame(active: str = "/kit/") -> dict[str, Any]:
    """What a door's context processor would give."""
    places = [("Beranda", "home", 12), ("Cari", "search", 0), ("Catat", "pencil-plus", 0), ("Saya", "user", 0)]
    menu = [
        ("Beranda", "home", 0),
        ("Permohonan masuk", "inbox", 1234),
        ("Surat", "mail-forward", 3),
        ("Pemohon", "users", 0),
        ("Laporan", "chart-bar", 0),
        ("Pengaturan", "settings", 0),
    ]
    return {
        "navigation": [
            NavItem(label, f"{active}?m={n}", icon, n == 0, count) for n, (label, icon, count) in enumerate(menu)
        ],
        "places": [
            NavItem(label, f"{active}?p={n}", icon, n == 0, count) for n, (label, icon, count) in enumerate(places)
        ],
        "search_url": active,
        "search_hint": "Nomor, nama, tempat",
        "switcher": Switcher(
            "Petugas depan",
            "Kantor Kelurahan Tanah Kongkong",
            active,
            [
                Choice("1", "Petugas depan", "Kantor Kelurahan Tanah Kongkong", True),
                Choice("2", "Koordinator", "Kantor Desa Anrihua Lestari Sejahtera Bersama"),
            ],
        ),
        "account": Account(
            NAMES[0], [NavItem("Akun saya", active, "user"), NavItem("Perangkat", active, "shield")], active
        ),
        "demo_notice": "Ini contoh: semua nama dan permohonan dibuat-buat.",
    }


def kit(request: HttpRequest) -> HttpResponseBase:
    """Show every piece; a POST shows what a sent form does.

    `?halaman=` shows whole pages: daftar, kosong, sedikit, yakin, umum, cetak, maaf, bentrok.
    """
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404
    page = request.GET.get("halaman", "")
    now = timezone.now()
    form = KitForm(request.POST, request.FILES) if request.method == "POST" else KitForm(seen=3)
    if request.method == "POST" and page == "bentrok":
        form.is_valid()
        saved = {"nama": "Siti Aminah", "mulai": date(2026, 11, 2), "cara": "telepon", "tempat": PLACES[0]}
        return conflict(
            request, form, saved=saved, version=4, verb="Kirim versi saya", who=NAMES[3], when="2 menit lalu"
        )
    if request.method == "POST" and form.is_valid():
        messages.success(request, "Permohonan tercatat.")
        return redirect(request.path)
    if page == "maaf":
        status = request.GET.get("kode", "")
        return errors.sorry(request, int(status) if status.isdecimal() else 403)
    table = _table(request, now, {"kosong": 0, "sedikit": 1, "daftar": 120}.get(page, 5))
    if answer := table.export():
        return answer
    template = {"yakin": "ui/confirm.html", "umum": "ui/kit_public.html", "cetak": "ui/kit_print.html"}.get(
        page, "ui/kit.html"
    )
    context = {**frame(request.path), **_pieces(now), "table": table, "form": form, "page": page}
    if page == "yakin":
        context |= {
            "question": "Batalkan permohonan P-2026-00012?",
            "consequence": "Pemohon diberi tahu. Ini tidak bisa dikembalikan.",
            "form": Form(),
            "verb": "Batalkan permohonan",
            "cancel": request.path,
            "danger": True,
        }
    return render(request, template, context, status=422 if form.is_bound else 200)


def _table(request: HttpRequest, now: datetime, n: int) -> Table:
    return Table(
        request,
        _rows(n, now),
        columns=COLUMNS,
        caption="Permohonan",
        link=lambda row: f"/kit/?nomor={row.number}",
        filters=KitFilter(request.GET) if n > 1 else None,
        empty="Belum ada permohonan. Yang baru masuk akan muncul di sini.",
        may_export=True,
        file_name="permohonan",
    )


STEPS = [
    Step("Diterima", "done", "14 Nov", "Siti Aminah"),
    Step("Ditangani", "done", "16 Nov", NAMES[0]),
    Step("Menunggu jawaban", "now", "sejak 19 Nov", "Kantor Urusan Umum"),
    Step("Dijawab"),
    Step("Ditutup"),
]
REFUSED = [Step("Dikirim", "done", "14 Nov"), Step("Ditolak", "refused", "15 Nov"), Step("Dilayani", "skipped")]


def _entries(now: datetime) -> list[Entry]:
    return [
        Entry(
            "Permohonan ditutup: terlayani.",
            now - timedelta(minutes=5),
            NAMES[1],
            "petugas depan",
            "Kelurahan Tanah Kongkong",
            tone="done",
        ),
        Entry(
            "Surat ditolak oleh penerima.",
            now - timedelta(hours=4),
            NAMES[0],
            "penanggung jawab",
            "Kantor Urusan Umum",
            "Berkas belum lengkap; mohon dilampirkan kartu yang masih berlaku.",
            "refused",
        ),
        Entry("Tenggat terlewati.", now - timedelta(days=1, hours=2), tone="urgent"),
        Entry("Permohonan dicatat.", now - timedelta(days=12), NAMES[4], "petugas depan", PLACES[3]),
    ]


def _tasks() -> list[Task]:
    return [
        Task(
            NAMES[0],
            "/kit/?1",
            "Minta surat keterangan",
            PLACES[3],
            badge("mendesak", Tone.URGENT),
            late(moments.due(-2)),
            "Putuskan",
            True,
        ),
        Task(
            NAMES[1],
            "/kit/?2",
            "Minta kunjungan",
            PLACES[1],
            badge("menunggu jawaban", Tone.WAITING),
            moments.due(0),
            "Sampaikan jawaban",
        ),
        Task(
            "Tanpa nama",
            "/kit/?3",
            "Pertanyaan lewat telepon",
            PLACES[2],
            badge("baru masuk"),
            moments.due(3, working=True),
            "Tangani",
        ),
    ]


def _letter() -> Letter:
    return Letter(
        "12/SRT/XI/2026",
        "Kantor Kelurahan Tanah Kongkong",
        "Kantor Urusan Umum Kabupaten",
        "19 Nov 2026",
        "Permohonan surat keterangan",
        "Mohon dibantu pemohon di atas.\n\nKartunya hilang bulan lalu; anaknya dua orang.",
        late(moments.due(-2)),
        badge("menunggu jawaban", Tone.WAITING),
        "/kit/?s",
        STEPS[:3],
    )


def _pieces(now: datetime) -> dict[str, Any]:
    """The examples of each piece."""
    return {
        "states": STATES,
        "steps": STEPS,
        "refused": REFUSED,
        "entries": _entries(now),
        "tasks": _tasks(),
        "counts": [
            Count(12, "menunggu saya", "/kit/?a"),
            Count(1340, "saya tunggu", "/kit/?b"),
            Count(3, "terlambat", "/kit/?c", "urgent"),
        ],
        "tabs": [Tab("Semua", "/kit/", True, 120), Tab("Terbuka", "/kit/?t=1", count=14), Tab("Selesai", "/kit/?t=2")],
        "facts": [
            Fact("Nama", NAMES[0]),
            Fact("Tempat", PLACES[3], "sejak 2019"),
            Fact("Telepon"),
            Fact("Dicatat", when(now - timedelta(hours=3))),
        ],
        "papers": [
            Paper("kartu-keluarga-andi-muhammad-rahmatullah-2026.jpg", "/kit/?f", "JPG, 1,2 MB"),
            Paper("keterangan.pdf", "/kit/?g", "PDF, 200 kB", True),
        ],
        "letter": _letter(),
        "marks": marks(["anak kecil", "lanjut usia", "tanpa kartu"]),
    }
