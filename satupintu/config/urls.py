"""Every address of the house: each room's pages, mounted by the doors."""

from django.urls import include, path

from satupintu.doors.desk.signin.routes import account_urls
from satupintu.engine.ui import kit
from satupintu.foundation.access import open_door

urlpatterns = [
    path("", include("satupintu.doors.desk.urls")),
    path("", include("satupintu.doors.desk.offices.urls")),
    path("", include("satupintu.doors.public.urls")),
    *account_urls,
    path("keluhan/", include("satupintu.work.complaints.urls")),
    path("jangkauan/", include("satupintu.work.detection.urls")),
    path("rujukan/", include("satupintu.work.referrals.urls")),
    path("pelimpahan/", include("satupintu.work.transfers.urls")),
    path("surat/", include("satupintu.doors.desk.letters.urls")),
    path("batas-waktu/", include("satupintu.work.deadlines.urls")),
    path("layanan/", include("satupintu.work.catalogue.urls")),
    path("", include("satupintu.reports.editions.urls")),
    path("laporan/", include("satupintu.reports.bulletins.urls")),
    path("", include("satupintu.work.daybook.urls")),
    path("psks/", include("satupintu.work.partners.urls")),
    path("aturan-rute/", include("satupintu.work.routing.urls")),
    path("", include("satupintu.registry.people.urls")),
    path("", include("satupintu.registry.privacy.urls")),
    path("unduhan/", include("satupintu.registry.exports.urls")),
    path("data-ganda/", include("satupintu.registry.matching.urls")),
    path("impor/", include("satupintu.registry.imports.urls")),
    path("", include("satupintu.registry.changes.urls")),
    path("pemadanan/", include("satupintu.registry.civil.urls")),
    path("wilayah/", include("satupintu.doors.desk.areas.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path(
        "kit/",
        open_door("the living style guide, with made-up words; shown in demo and development only")(kit.kit),
        name="kit",
    ),
    path("jawab/", include("satupintu.work.referrals.public")),
    path("sortir/", include("satupintu.reports.sorting.urls")),
    path("mutu-data/", include("satupintu.reports.quality.urls")),
    path("edisi-daftar/", include("satupintu.reports.rosters.urls")),
    path("analisis/", include("satupintu.reports.indicators.urls")),
    path("", include("satupintu.doors.desk.notifications.urls")),
    path("lampiran/", include("satupintu.doors.desk.attachments")),
]

handler400 = "satupintu.engine.ui.errors.bad_request"
handler403 = "satupintu.engine.ui.errors.forbidden"
handler404 = "satupintu.engine.ui.errors.not_found"
handler500 = "satupintu.engine.ui.errors.server_error"
handler429 = "satupintu.engine.ui.errors.too_many"
