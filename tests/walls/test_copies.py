"""P1, P2, P6: what a copy of somebody's data holds, and who looked at them. Every text of the world is a canary."""

import json
from typing import Any

import pytest

from satupintu.foundation.access import house
from satupintu.registry.people.models import Person
from satupintu.registry.privacy.copying import as_json, gathered, lines_of
from satupintu.registry.privacy.words import Asker
from satupintu.work.complaints.models import Reporter
from tests.walls.actors import Actor
from tests.walls.canaries import found
from tests.walls.world import Record, World

pytestmark = pytest.mark.usefixtures("undone")
OTHERS = [Asker.PARENT, Asker.SPOUSE, Asker.PROXY]


def copy_of(record: Record, asker: Asker, clearance: int = 2) -> str:
    """Everything that a copy says, for machines and for people."""
    with house("uji", quietly=True):
        told = gathered(Person.objects.get(pk=record.keys["person"]), asker, clearance)
    return as_json(told, {}).decode() + json.dumps([list(lines_of(one)) for one in told])


def kinds_in(world: World, record: Record, text: str) -> set[str]:
    """The kinds of fact of which a canary stands there; all must be of that record."""
    seen = [world.canaries[canary] for canary in found(text)]
    assert {one.label for _kind, one in seen} <= {record.label}, "somebody else's data"
    return {kind for kind, _one in seen}


def told_by_the_person(record: Record) -> None:
    with house("uji", quietly=True):
        Reporter.objects.filter(complaint_id=record.keys["complaint_pk"]).update(relation="self")


def test_a_copy_for_the_person_holds_what_every_room_knows(world: World, actors: dict[str, Actor]) -> None:
    record = world.at("own")
    told_by_the_person(record)
    text = copy_of(record, Asker.SELF)
    assert kinds_in(world, record, text) >= {"person", "complaint", "letter", "handed", "change", "offer", "told"}
    assert record.keys["nik"] in text and record.keys["kk"] in text


@pytest.mark.parametrize("asker", OTHERS)
@pytest.mark.parametrize("clearance", [0, 1, 2])
def test_a_copy_for_somebody_else_holds_nothing_protected(asker: Asker, clearance: int, world: World) -> None:
    """Not even that there is something: a complaint that is classified, or that somebody else brought."""
    record = world.at("own", clearance)
    if clearance:
        told_by_the_person(record)
    # Its own proposal, and open visits: for a complaint, and because of a sign.
    ordinary = set() if clearance else {"change", "change_number", "complaint", "outreach", "ppks"}
    assert kinds_in(world, record, copy_of(record, asker)) <= {"person", "handed"} | ordinary


def test_what_somebody_told_about_another_is_not_copied(world: World) -> None:
    record = world.at("own")
    with house("uji", quietly=True):
        reporter = Reporter.objects.get(complaint_id=record.keys["complaint_pk"])
        story = reporter.complaint.story.text
    for asker in Asker:
        text = copy_of(record, asker)
        assert reporter.name not in text and reporter.phone not in text and reporter.nik not in text, asker
        assert story not in text, asker


def test_a_copy_ends_at_the_clearance_of_whoever_hands_it_over(world: World) -> None:
    record = world.at("own", 2)
    told_by_the_person(record)
    assert "complaint" in kinds_in(world, record, copy_of(record, Asker.SELF, 2))
    assert "complaint" not in kinds_in(world, record, copy_of(record, Asker.SELF, 1))


def test_who_looked_is_told_with_office_role_and_fields(world: World, actors: dict[str, Actor]) -> None:
    record, stranger = world.at("own"), world.at("sibling")
    person = record.keys["person"]
    reader, manager = actors["coordinator"], actors["manager"]
    reader.client.get(f"/orang/{person}/")
    reader.client.get(f"/keluhan/{record.keys['complaint']}/")
    reader.client.post("/cari/", {"q": record.keys["name"]}, follow=True)
    page = manager.client.get(f"/orang/{person}/pembaca/").content.decode()
    assert page.count(reader.appointment.account.name) >= 3 and "data diri, keluarga" in page
    assert "Membuka halaman orang." in page and "Melihat daftar orang." in page
    assert found(page) - found(record.keys["name"]) == set()
    assert (
        reader.appointment.account.name
        not in manager.client.get(f"/orang/{stranger.keys['person']}/pembaca/").content.decode()
    )
    assert actors["coordinator"].client.get(f"/orang/{person}/pembaca/").status_code == 403
    assert manager.client.get(f"/orang/{world.at('elsewhere').keys['person']}/pembaca/").status_code == 404


def test_a_copy_is_made_and_taken_by_whoever_made_it(world: World, actors: dict[str, Actor]) -> None:
    record, desk, manager = world.at("own"), actors["coordinator"].client, actors["manager"].client
    said = {"kind": "copy", "asker": "parent", "asker_name": "Sitti Caya", "proof": "family_card", "ground": "Sekolah"}
    with house("uji", quietly=True):
        Person.objects.filter(pk=record.keys["person"]).update(birth_year=2016, birth_date=None)
    path = f"/orang/{record.keys['person']}/permintaan-data/"
    assert desk.post(path, said | {"proof": "mandate"}).status_code == 422
    sent = desk.post(path, said)
    assert sent.status_code == 302
    page = manager.get(sent["Location"]).content.decode()
    assert "Sitti Caya" in page and "Buat salinan" in page and "3 × 24 jam" in page
    assert desk.post(f"{sent['Location']}salinan/", {"key": "satu"}).status_code == 403
    assert manager.post(f"{sent['Location']}salinan/", {"key": "dua"}).status_code == 302
    page = manager.get(sent["Location"]).content.decode()
    (number,) = {part.split("/")[0] for part in page.split("salinan/")[1:]}
    for form, kind in (("pdf", "application/pdf"), ("json", "application/json")):
        answer = manager.get(f"{sent['Location']}salinan/{number}/{form}/")
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert actors["head"].client.get(f"{sent['Location']}salinan/{number}/{form}/").status_code == 404
    assert json.loads(answer.content)["mark"] in page
    assert "told" not in kinds_in(world, record, answer.content.decode()), "somebody else brought the complaint"
    assert actors["coordinator"].client.get(sent["Location"]).status_code == 200
    assert "Salinan data" in manager.get("/permintaan-data/").content.decode()


def test_requests_show_on_the_person_s_page_to_those_with_the_right(world: World, actors: dict[str, Actor]) -> None:
    record: Any = world.at("own")
    page = f"/orang/{record.keys['person']}/"
    assert "Siapa yang membuka data ini" in actors["manager"].client.get(page).content.decode()
    assert "Hak atas data pribadi" not in actors["village_front"].client.get(page).content.decode()
