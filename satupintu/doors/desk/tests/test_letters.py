"""Letters at the desk: two administrators at one draft, a press that does not print, and how bytes are handed out."""

from typing import Any

import pytest

from satupintu.engine.documents.actions import letters, templates
from satupintu.engine.documents.models import Letter, LetterTemplate, TemplateVersion
from satupintu.engine.documents.paper import printing
from satupintu.engine.documents.tests.conftest import (  # noqa: F401 – fixtures
    SITE,
    complaint,
    drafted,
    resident,
    version,
)

NOT_NOW = "Surat belum dapat dicetak"


@pytest.fixture
def draft(cast: Any, under: Any) -> TemplateVersion:
    """A draft of Bulukumba's own."""
    by = cast.bulukumba_manajer
    wording = TemplateVersion.objects.filter(template__kind="certificate")[0].words
    with under(by):
        start, end = by.span
        template = LetterTemplate(kind="certificate", name="Baru", area_start=start, area_end=end)
        made: TemplateVersion = templates.draft(template, by=by, wording=wording)
    return made


def typed(one: TemplateVersion, body: str) -> dict[str, Any]:
    """The editor as it is sent by somebody who saw this version of the draft."""
    words = one.words
    return {
        "title": words.title,
        "form": words.form,
        "body": body,
        "number_format": words.number_format,
        "seen": one.version,
    }


def test_two_administrators_do_not_overwrite_each_other(draft: TemplateVersion, cast: Any, desk: Any) -> None:
    first, second, path = desk(cast.bulukumba_manajer), desk(cast.bulukumba_admin), f"/surat/naskah/{draft.pk}/"
    assert first.post(path, typed(draft, "Isi pertama")).status_code == 302
    late = second.post(path, typed(draft, "Isi kedua"))
    page = late.content.decode()
    assert late.status_code == 409 and "Petugas lain sudah mengubah" in page and "Isi kedua" in page
    draft.refresh_from_db()
    assert draft.words.body == "Isi pertama"


def test_what_is_published_meanwhile_is_not_changed_and_what_was_typed_stays(
    draft: TemplateVersion, cast: Any, under: Any, desk: Any
) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        templates.publish(draft, by=by, valid_from=by.valid_from)
    late = desk(cast.bulukumba_admin).post(f"/surat/naskah/{draft.pk}/", typed(draft, "Isi kedua"))
    page = late.content.decode()
    assert late.status_code == 409 and "sudah mengubah" in page and "Isi kedua" in page


def test_a_press_that_does_not_print_is_told_in_a_sentence(
    drafted: Letter,  # noqa: F811
    draft: TemplateVersion,
    cast: Any,
    under: Any,
    desk: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "_PRESS", "/nonexistent")
    head, manager = desk(cast.ara_koordinator), desk(cast.bulukumba_manajer)
    for browser, path in ((head, f"/surat/{drafted.pk}/gambar/"), (manager, f"/surat/naskah/{draft.pk}/gambar/")):
        answer = browser.get(path)
        assert answer.status_code == 503 and NOT_NOW in answer.content.decode() and answer["Retry-After"]
    answer = head.post(f"/surat/{drafted.pk}/tanda-tangan/", {"nip": ""})
    assert answer.status_code == 409 and NOT_NOW in answer.content.decode()
    preview = manager.post("/surat/naskah/pratinjau/certificate/", typed(draft, "Isi"))
    assert preview.status_code == 200 and NOT_NOW in preview.content.decode()
    with under(cast.ara_koordinator):
        assert Letter.objects.get().number is None


def test_letters_are_handed_out_as_harmless_as_attachments(
    drafted: Letter,  # noqa: F811
    cast: Any,
    under: Any,
    desk: Any,
) -> None:
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE)
    browser = desk(cast.ara_depan)
    for part, kind in (("gambar", "image/png"), ("berkas", "application/pdf")):
        answer = browser.get(f"/surat/{drafted.pk}/{part}/")
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert answer["Content-Security-Policy"].startswith("sandbox; ")
        assert answer["Cache-Control"] == "no-store" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
