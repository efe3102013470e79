"""Forms: what people type, what they read when it is wrong, what goes along unseen."""

import uuid
from datetime import date

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.test import RequestFactory

from satupintu.engine.ui.conflicts import conflict
from satupintu.engine.ui.forms import Cards, DayField, Form


class Entry(Form):
    name = forms.CharField(label="Nama", help_text="Seperti di kartu.")
    day = DayField(label="Tanggal", required=False, no_future=True)
    way = forms.ChoiceField(
        label="Cara", choices=[("a", "Datang"), ("b", "Surat")], widget=Cards(hints={"a": "Di sini"})
    )
    story = forms.CharField(label="Cerita", widget=forms.Textarea, required=False)
    place = forms.CharField(label="Tempat", required=False, error_messages={"required": "Kata sendiri."})
    private = ("story",)
    groups = (("Cara", ("way", "story")),)


def sent(**values: str) -> Entry:
    data = QueryDict(mutable=True)
    data.update({"name": "Siti", "way": "a", **values})
    return Entry(data)


def test_a_day_is_read_as_people_type_it() -> None:
    assert DayField().clean("21 Nop 2026") == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31-2-2026", "Tanggal 31-2-2026 tidak ada di kalender."),
        ("21-11-26", "Tulis tahun dengan empat angka"),
        ("1-1-2999", "Tanggal ini belum terjadi."),
    ],
)
def test_a_wrong_day_gets_a_sentence_and_stays_as_typed(typed: str, sentence: str) -> None:
    form = sent(day=typed)
    assert sentence in form.errors["day"][0]
    assert f'value="{typed}"' in str(form["day"])


def test_an_error_stands_beside_its_field_and_is_tied_to_it() -> None:
    html = str(sent(name=""))
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error">Bagian ini belum diisi.' in html
    assert '<a href="#id_name">Nama: Bagian ini belum diisi.</a>' in html


def test_the_summary_of_a_group_jumps_to_its_first_choice() -> None:
    html = str(sent(way=""))
    assert 'href="#id_way_0"' in html
    assert 'id="id_way_0"' in html
    assert "Pilih salah satu." in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert "data-summary" not in str(Entry())


def test_the_author_of_a_form_has_the_last_word() -> None:
    assert Entry().fields["place"].error_messages["required"] == "Kata sendiri."
    assert Entry().fields["name"].error_messages["required"] == "Bagian ini belum diisi."


def test_the_key_is_made_once_and_survives_an_error() -> None:
    first = Entry()
    assert uuid.UUID(first.key).version == 4
    assert first.key == first.key
    assert f'name="key" value="{first.key}"' in str(first)
    again = sent(name="", key=first.key)
    assert again.key == first.key
    assert first.key in str(again)
    assert Entry().key != first.key


def test_a_key_that_is_none_is_replaced() -> None:
    assert uuid.UUID(sent(key="'; drop table").key)
    assert uuid.UUID(sent().key)


def test_the_version_seen_goes_along_and_comes_back() -> None:
    assert 'name="seen" value="7"' in str(Entry(seen=7))
    assert 'name="seen"' not in str(Entry())
    assert sent(seen="7").seen == 7
    assert sent(seen="x").seen is None


def test_key_and_version_are_no_answers() -> None:
    form = sent(key=str(uuid.uuid4()), seen="1")
    assert form.is_valid()
    assert set(form.cleaned_data) == {"name", "day", "way", "story", "place"}


def test_a_private_field_says_so_to_the_browser() -> None:
    form = Entry()
    assert "data-private" in str(form["story"])
    assert "data-private" not in str(form["name"])


def test_what_may_stay_empty_says_so() -> None:
    html = str(Entry())
    assert html.count("(boleh kosong)") == 3


def test_typed_markup_is_only_text() -> None:
    html = str(sent(name='"><script>', day="<b>"))
    assert "<script>" not in html
    assert "<b>" not in html


def test_both_versions_stand_side_by_side_and_sending_again_knows_the_new_one() -> None:
    request = RequestFactory().post("/x/")
    request.user = AnonymousUser()
    form = sent(name="Siti Aminah", day="1 nov 2026", seen="3")
    form.is_valid()
    saved = {"name": "Siti Aminah", "day": date(2026, 11, 2), "way": "b"}
    answer = conflict(request, form, saved=saved, version=4, verb="Kirim", who="Baso", when="kemarin")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Baso" in page
    assert "1 Nov 2026" in page
    assert "2 Nov 2026" in page
    assert "Datang" in page
    assert page.count('class="differs"') == 2
    assert 'name="seen" value="4"' in page
    assert 'value="1 nov 2026"' in page
