"""Templates: who writes them, and that an issued letter never changes with them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate as today

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import letters, templates
from satupintu.engine.documents.letters import kinds
from satupintu.engine.documents.letters.wording import Place
from satupintu.engine.documents.models import Letter, LetterTemplate, TemplateVersion
from satupintu.engine.documents.tests.conftest import SITE, TYPED
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.access.papers import offers_about
from satupintu.foundation.access.standards import load_standards

ARA = 7302032006


def standard(name: str = "Terdaftar DTSEN") -> TemplateVersion:
    return TemplateVersion.objects.get(template__name=name, template__office_kind="puskesos")


def of_bulukumba(name: str = "Terdaftar DTSEN") -> LetterTemplate:
    span = {"area_start": 7302000000, "area_end": 7303000000}
    return LetterTemplate(kind="certificate", name=name, office_kind="puskesos", **span)


@pytest.fixture
def draft(cast: Any, under: Any) -> TemplateVersion:
    by = cast.bulukumba_manajer
    with under(by):
        return templates.draft(of_bulukumba(), by=by, wording=replace(standard().words, title="Keterangan DTSEN"))


def offered() -> dict[str, str]:
    found = TemplateVersion.objects.offered(["certificate"], "puskesos", ARA, today())["certificate"]
    return {version.template.name: version.words.title for version in found}


def publish(version: TemplateVersion, by: Any, under: Any, on: date | None = None) -> None:
    with under(by):
        templates.publish(version, by=by, valid_from=on or today())


def test_the_standards_are_there_and_are_loaded_once(db: None) -> None:
    assert TemplateVersion.objects.filter(state="published").count() >= 10
    assert load_standards() == 0


def test_a_draft_is_not_offered_and_a_published_version_of_the_own_area_goes_first(
    draft: TemplateVersion, cast: Any, under: Any
) -> None:
    assert offered()["Terdaftar DTSEN"] == "Surat Keterangan Terdaftar DTSEN"
    publish(draft, cast.bulukumba_manajer, under)
    assert offered()["Terdaftar DTSEN"] == "Keterangan DTSEN"
    gowa = TemplateVersion.objects.offered(["certificate"], "puskesos", 7306072008, today())["certificate"]
    assert {version.words.title for version in gowa} >= {"Surat Keterangan Terdaftar DTSEN"}
    with house("uji"):
        names = Event.objects.filter(
            name__startswith="template.", subject_id=draft.pk, actor=cast.bulukumba_manajer.label
        )
        assert list(names.order_by("id").values_list("name", flat=True)) == ["template.drafted", "template.published"]


def test_what_begins_tomorrow_is_not_offered_today(draft: TemplateVersion, cast: Any, under: Any) -> None:
    publish(draft, cast.bulukumba_manajer, under, today() + timedelta(days=1))
    assert offered()["Terdaftar DTSEN"] == "Surat Keterangan Terdaftar DTSEN"


def test_a_draft_is_changed_and_a_published_version_is_not(draft: TemplateVersion, cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        changed = templates.change(draft, by=by, wording=replace(draft.words, title="Lain"))
        assert changed.words.title == "Lain"
    publish(draft, by, under)
    with under(by):
        with pytest.raises(WrongState):
            templates.change(draft, by=by, wording=draft.words)
        with pytest.raises(WrongState):
            templates.publish(draft, by=by, valid_from=today())


def test_one_draft_at_a_time_and_drafting_twice_is_once(draft: TemplateVersion, cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by), pytest.raises(WrongState):
        templates.draft(draft.template, by=by, wording=draft.words)
    with under(by):
        template = of_bulukumba("Lain")
        first = templates.draft(template, by=by, wording=draft.words, key="k")
        assert templates.draft(template, by=by, wording=draft.words, key="k") == first


def test_what_the_kind_does_not_offer_is_not_kept(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by), pytest.raises(templates.NotOffered, match="gaji"):
        templates.draft(of_bulukumba(), by=by, wording=replace(standard().words, body="{{ gaji }}"))


@pytest.mark.parametrize("who", ["ara_koordinator", "bulukumba_belakang"])
def test_whoever_lacks_the_verb_is_refused(who: str, draft: TemplateVersion, cast: Any, under: Any) -> None:
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        templates.change(draft, by=by, wording=draft.words)


def test_the_manager_of_the_next_kabupaten_changes_nothing_here(draft: TemplateVersion, cast: Any, under: Any) -> None:
    by = cast.gowa_manajer
    with under(by):
        for act in (
            lambda: templates.draft(of_bulukumba("Gowa"), by=by, wording=draft.words),
            lambda: templates.change(draft, by=by, wording=draft.words),
            lambda: templates.publish(draft, by=by, valid_from=today()),
        ):
            with pytest.raises(Refused):
                act()


def test_what_the_whole_country_writes_is_changed_from_there_only(cast: Any, under: Any) -> None:
    kabupaten, nation = cast.bulukumba_admin, cast.nasional_admin
    with under(kabupaten), pytest.raises(Refused):
        templates.draft(standard().template, by=kabupaten, wording=standard().words)
    with under(nation):
        assert templates.draft(standard().template, by=nation, wording=standard().words).number == 2


def test_a_new_version_changes_no_letter(drafted: Letter, cast: Any, under: Any) -> None:
    nation, by = cast.nasional_admin, cast.ara_koordinator
    with under(nation):
        other = replace(standard().words, title="Judul baru", places=(Place("Koordinator", "coordinator"),))
        version = templates.draft(standard().template, by=nation, wording=other)
        templates.publish(version, by=nation, valid_from=today())
    with under(by):
        letters.sign(drafted, by=by, site=SITE)
        letter = Letter.objects.get(pk=drafted.pk)
        assert letter.template_version.number == 1
        assert letters.preview(letter)["title"] == "Surat Keterangan Terdaftar DTSEN"
    assert offered()["Terdaftar DTSEN"] == "Judul baru"


def test_two_signatures_in_satu_pintu_are_two_persons(complaint: Any, cast: Any, under: Any) -> None:
    """A template of two coordinators' signatures: the same one cannot give both."""
    nation, back, head = cast.nasional_admin, cast.ara_belakang, cast.ara_koordinator
    places = (Place("Koordinator", "coordinator"), Place("Koordinator lain", "coordinator"))
    with under(nation):
        version = templates.draft(standard().template, by=nation, wording=replace(standard().words, places=places))
        templates.publish(version, by=nation, valid_from=today())
    with under(back):
        letter = letters.draft(complaint, by=back, kind="certificate", version_id=version.pk, typed=TYPED)
    with under(head):
        letters.sign(letter, by=head, site=SITE)
        assert Letter.objects.get(pk=letter.pk).state == "half_signed"
        with pytest.raises(Refused, match="orang yang berbeda"):
            letters.sign(letter, by=head, site=SITE)


def test_a_draft_does_not_stop_the_next_release_and_comes_after_it(
    cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    nation, before = cast.nasional_admin, standard()
    with under(nation):
        begun = templates.draft(before.template, by=nation, wording=replace(before.words, title="Judul kami"))
    of_kind = before.template.kind_of
    changed = tuple(
        replace(one, wording=replace(one.wording, title="Judul rilis")) if one.name == before.template.name else one
        for one in of_kind.standards
    )
    monkeypatch.setitem(kinds._kinds, of_kind.code, replace(of_kind, standards=changed))
    assert load_standards() == sum(one.name == before.template.name for one in changed)
    assert offered()["Terdaftar DTSEN"] == "Judul rilis"
    with under(nation):
        templates.publish(begun, by=nation, valid_from=today())
    assert offered()["Terdaftar DTSEN"] == "Judul kami"


def test_only_the_newest_version_in_force_is_read(cast: Any, under: Any) -> None:
    nation, base = cast.nasional_admin, standard()
    for title, on in (("Kedua", today()), ("Ketiga", today()), ("Besok", today() + timedelta(days=1))):
        with under(nation):
            version = templates.draft(base.template, by=nation, wording=replace(base.words, title=title))
        publish(version, nation, under, on)
    read = TemplateVersion.objects.in_force(today()).filter(template=base.template)
    assert [version.words.title for version in read] == ["Ketiga"]


def test_offers_on_a_page_read_the_templates_once_and_no_head(complaint: Any, cast: Any, under: Any) -> None:
    by = cast.ara_belakang
    kinds_of = kinds.kinds_about(complaint)
    with under(by), CaptureQueriesContext(connection) as queries:
        assert offers_about(complaint, by, kinds_of)
    read = [query["sql"] for query in queries]
    assert sum("documents_templateversion" in one for one in read) == 1
    assert not [one for one in read if 'FROM "offices_office"' in one or 'FROM "areas_area"' in one]
