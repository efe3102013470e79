"""Proposals about a kind of PPKS: added, ended, never over a newer change, and seen by few where the mention may hurt."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.changes import actions, documents, export, needs
from satupintu.registry.changes.actions import Proposal
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.tests.conftest import ARA, SENT, WHY, paper, ratified, sent_by_form, visit
from satupintu.registry.changes.words import Basis, Kind
from satupintu.registry.people.actions import Kind as Need
from satupintu.registry.people.actions import add_ppks, end_ppks
from satupintu.registry.people.models import Ppks
from satupintu.registry.people.words import PpksBasis, PpksEnd

DESTITUTE = ["ppks", "permensos-8-2012", "24"]
SINCE = date(2025, 3, 4)


def need(code: str = "24", **more: Any) -> Need:
    """A kind as an officer tells it."""
    return Need(code, **({"since": SINCE, "basis": PpksBasis.ASSESSMENT} | more))


@pytest.fixture
def destitute(family: Any, cast: Any, under: Any) -> Ppks:
    """The daughter is destitute, as the village has written down."""
    with under(cast.ara_koordinator):
        return add_ppks(family[2], by=cast.ara_koordinator, kind=need())


def violence(child: Any, basis: Basis = Basis.STATEMENT, code: str = "19") -> Proposal:
    """That somebody is of a kind whose mention may hurt."""
    key = ["ppks", "permensos-8-2012", code]
    after = {"ppks": key, "ppks_since": "2026-10-01", "ppks_basis": "family", "ppks_evidence": "", "ppks_office": ""}
    return Proposal(Kind.PPKS_ADDED, basis, child.shown_name, after, dict.fromkeys(needs.ADDED, ""), person=child)


def test_a_kind_that_was_ratified_and_applied_holds(applied: Any, family: Any, cast: Any, under: Any) -> None:
    one = applied("ppks_added")
    assert one.before == dict.fromkeys(needs.ADDED, "") and one.after["ppks"] == DESTITUTE
    with under(cast.ara_koordinator):
        row = Ppks.objects.now().of(family[2]).get()
        assert (row.system, row.version, row.code, row.evidence) == (*DESTITUTE, "Surat RT 001")
        assert (row.since, row.basis) == (date(2026, 10, 1), PpksBasis.NEIGHBOURS)
        told = Event.objects.filter(subject_type="ppks", name="ppks.added").get()
        assert "menerapkan usulan" in told.actor


def test_a_kind_ends_for_the_reason_that_was_ratified(
    destitute: Ppks, applied: Any, family: Any, cast: Any, under: Any
) -> None:
    one = applied("ppks_ended", need=str(destitute.pk))
    assert one.before["ppks"] == one.after["ppks"] == DESTITUTE and one.before["ppks_until"] == ""
    with under(cast.ara_koordinator):
        row = Ppks.objects.get(pk=destitute.pk)
        assert (row.until, row.ended_because) == (date(2026, 11, 1), PpksEnd.OVERCOME)


def test_a_household_is_of_a_kind_too(family: Any, cast: Any, under: Any, desk: Any) -> None:
    home = family[0]
    village = desk(cast.ara_fasilitator)
    assert "jenis=ppks_added" in village.get(f"/usulan/baru/?keluarga={home.pk}").content.decode()
    asked = f"/usulan/baru/isian/?jenis=ppks_added&keluarga={home.pk}"
    sent = WHY | SENT["ppks_added"] | {"ppks": "25"}
    path = village.post(asked, sent)["Location"]
    with under(cast.ara_koordinator):
        one = ChangeRequest.objects.get(number=path.split("/")[2])
        assert (one.household_id, one.person_id, one.after["ppks"][2]) == (home.pk, None, "25")
        assert [row.told["name"] for row in export.rows([one])] == ["Daeng Manai", "Nurbaya"]


def test_only_a_kind_that_holds_can_end(family: Any, cast: Any, under: Any, desk: Any) -> None:
    village, child = desk(cast.ara_fasilitator), family[2]
    asked = f"/usulan/baru/isian/?jenis=ppks_ended&orang={child.pk}"
    assert "ppks_ended" not in village.get(f"/usulan/baru/?orang={child.pk}").content.decode()
    assert village.get(asked).status_code == 404
    with under(cast.ara_koordinator):
        made = add_ppks(child, by=cast.ara_koordinator, kind=need())
    assert "ppks_ended" in village.get(f"/usulan/baru/?orang={child.pk}").content.decode()
    early = {"ppks_until": "2025-01-01", "ppks_because": "wrong", "need": str(made.pk)}
    refused = village.post(asked, WHY | early)
    assert refused.status_code == 422 and "Sebelum hari itu jenis ini belum tercatat." in refused.content.decode()
    again = village.post(f"/usulan/baru/isian/?jenis=ppks_added&orang={child.pk}", WHY | SENT["ppks_added"])
    assert again.status_code == 422 and "masih berlaku" in again.content.decode()


def test_what_somebody_wrote_down_since_is_shown_and_never_written_over(
    carried: Any, family: Any, cast: Any, under: Any, desk: Any
) -> None:
    one = carried("ppks_added")
    with under(cast.ara_koordinator):
        newer = add_ppks(family[2], by=cast.ara_koordinator, kind=need())
    page = desk(cast.bulukumba_belakang).get(one.address).content.decode()
    assert "Data sudah berubah sejak diusulkan" in page and "4 Mar 2025" in page and "1 Okt 2026" in page
    with under(cast.bulukumba_belakang), pytest.raises(Conflict):
        actions.apply(one, by=cast.bulukumba_belakang)
    with under(cast.ara_koordinator):
        assert Ppks.objects.of(family[2]).get() == newer


def test_a_kind_that_ended_otherwise_meanwhile_is_not_ended_again(
    destitute: Ppks, carried: Any, family: Any, cast: Any, under: Any
) -> None:
    one = carried("ppks_ended", need=str(destitute.pk))
    with under(cast.ara_koordinator):
        end_ppks(destitute, by=cast.ara_koordinator, because=PpksEnd.WRONG, on=date(2026, 10, 1))
    with under(cast.bulukumba_belakang), pytest.raises(Conflict) as found:
        actions.apply(one, by=cast.bulukumba_belakang)
    assert {clash.field for clash in found.value.current} == {"ppks_until", "ppks_because"}


def test_what_the_register_says_already_is_applied_without_a_second_row(
    carried: Any, family: Any, cast: Any, under: Any
) -> None:
    one = carried("ppks_added")
    same = need(since=date(2026, 10, 1), basis=PpksBasis.NEIGHBOURS, evidence="Surat RT 001")
    with under(cast.ara_koordinator):
        add_ppks(family[2], by=cast.ara_koordinator, kind=same)
    with under(cast.bulukumba_belakang):
        actions.apply(one, by=cast.bulukumba_belakang)
    with under(cast.ara_koordinator):
        assert Ppks.objects.of(family[2]).count() == 1


def test_the_same_kind_is_proposed_once_at_a_time_and_another_beside_it(
    family: Any, cast: Any, under: Any, desk: Any
) -> None:
    village = desk(cast.ara_fasilitator)
    sent_by_form("ppks_added", family, village)
    asked = f"/usulan/baru/isian/?jenis=ppks_added&orang={family[2].pk}"
    assert village.post(asked, WHY | SENT["ppks_added"]).status_code == 422
    assert village.post(asked, WHY | SENT["ppks_added"] | {"ppks": "13"}).status_code == 302


def test_whoever_proposed_it_never_applies_it(carried: Any, cast: Any, under: Any) -> None:
    one = carried("ppks_added")
    with under(cast.bulukumba_belakang):
        ChangeRequest.objects.filter(pk=one.pk).update(proposer_account_id=cast.bulukumba_belakang.account_id)
        own = ChangeRequest.objects.get(pk=one.pk)
        with pytest.raises(Refused):
            actions.apply(own, by=cast.bulukumba_belakang)


def test_what_may_hurt_rests_on_a_statement_and_is_seen_by_few(family: Any, cast: Any, under: Any, desk: Any) -> None:
    child, by = family[2], cast.ara_koordinator
    with under(by):
        with pytest.raises(WrongState, match="SPTJM"):
            actions.propose(violence(child, Basis.MUSDES), by=by, village=ARA)
        one = actions.propose(violence(child), by=by, village=ARA)
    assert one.clearance == 1
    assert desk(cast.bontobahari_supervisor).get(one.address).status_code == 200
    for stranger in (cast.ara_fasilitator, cast.bira_koordinator):
        assert desk(stranger).get(one.address).status_code == 404
    assert one.number not in desk(cast.ara_fasilitator).get(f"/orang/{child.pk}/").content.decode()
    with under(by):
        told = documents.facts(ChangeRequest.objects.get(pk=one.pk))
    assert told["perubahan"] == "PPKS baru" and "kekerasan" not in str(told), "a slip lies about in the house"


@pytest.mark.parametrize(("who", "code"), [("ara_fasilitator", "19"), ("ara_koordinator", "18")])
def test_a_kind_that_one_is_not_cleared_for_or_that_is_secret_is_not_proposed(
    who: str, code: str, family: Any, cast: Any, under: Any, desk: Any
) -> None:
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        actions.propose(violence(family[2], code=code), by=by, village=ARA)
    page = desk(by).get(f"/usulan/baru/isian/?jenis=ppks_added&orang={family[2].pk}").content.decode()
    assert f'value="{code}"' not in page and 'value="24"' in page


def test_a_proposal_that_few_see_does_not_become_one_that_all_see(family: Any, cast: Any, under: Any) -> None:
    by, child = cast.ara_koordinator, family[2]
    with under(by):
        one = actions.propose(violence(child), by=by, village=ARA)
        actions.vouch(one, by=by, signed_by="Sila", position="Kades", signed_on=date(2026, 11, 2), paper=paper())
    with under(cast.bontobahari_supervisor):
        actions.verify(one, by=cast.bontobahari_supervisor, visit=visit(confirmed=False))
    with under(by), pytest.raises(WrongState, match="Tarik usulan ini"):
        fresh = ChangeRequest.objects.get(pk=one.pk)
        actions.resend(fresh, by=by, what=violence(child, code="24"))


def test_a_kind_that_may_hurt_goes_all_the_way(family: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        one = actions.propose(violence(family[2]), by=by, village=ARA)
        actions.vouch(one, by=by, signed_by="Sila", position="Kades", signed_on=date(2026, 11, 2), paper=paper())
    steps: list[tuple[Any, Callable[[Any], Any]]] = [
        (cast.bontobahari_supervisor, lambda by: actions.verify(one, by=by, visit=visit())),
        (cast.bulukumba_belakang, lambda by: actions.check(one, by=by)),
    ]
    for officer, act in steps:
        with under(officer):
            act(officer)
    ratified(cast, under, one)
    with under(cast.bulukumba_belakang):
        actions.apply(ChangeRequest.objects.get(pk=one.pk), by=cast.bulukumba_belakang)
    with under(by):
        assert Ppks.objects.now().of(family[2]).get().code == "19"
    with under(cast.ara_fasilitator):
        assert not Ppks.objects.of(family[2]).exists()


def test_the_batch_leaves_with_the_code_and_the_version_of_its_list(carried: Any, cast: Any, under: Any) -> None:
    one = carried("ppks_added")
    with under(cast.bulukumba_manajer):
        row = next(iter(export.rows([ChangeRequest.objects.get(pk=one.pk)])))
        said = {name: export.FIELDS[name][1](row) for name in ("name", "kind", "ppks", "ppks_list", "after")}
    assert said["ppks"] == "24" and said["ppks_list"] == "permensos-8-2012" and said["name"] == "Nurbaya"
    assert "Fakir miskin" in said["after"] and said["kind"] == "PPKS baru"
