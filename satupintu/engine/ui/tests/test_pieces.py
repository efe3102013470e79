"""The small parts of a page."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from django.utils.safestring import mark_safe

import satupintu
from satupintu.engine.ui import pieces
from satupintu.engine.ui.pieces import Entry, Fact, Letter, Step, Task, Tone

ROOT = Path(satupintu.__file__).parent
NOW = datetime(2026, 11, 21, 6, 5, tzinfo=UTC)
HOSTILE = "<script>x</script>"


def draw(source: str, **context: object) -> str:
    from django_cotton.compiler_regex import CottonCompiler

    return str(engines["django"].from_string(CottonCompiler().process(source)).render(context))


@pytest.mark.parametrize("tone", list(Tone))
def test_a_state_is_a_word_a_colour_and_a_shape(tone: Tone) -> None:
    html = pieces.badge("menunggu", tone)
    assert f'class="badge is-{tone}"' in html
    assert "menunggu" in html
    assert f"#{pieces.SHAPES[tone]}" in html


def test_no_two_states_share_a_shape() -> None:
    assert len(set(pieces.SHAPES.values())) == len(Tone)


def test_a_tone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError):
        pieces.badge("x", "purple")


def test_time_carries_its_exact_moment() -> None:
    html = pieces.when(NOW - timedelta(minutes=5), NOW, ZoneInfo("Asia/Makassar"))
    assert 'title="21 Nov 2026 14.00 WITA"' in html
    assert ">5 menit lalu<" in html


def test_only_a_deadline_that_has_passed_is_marked() -> None:
    zone = ZoneInfo("Asia/Makassar")
    assert 'class="late"' in pieces.deadline(NOW - timedelta(days=2), NOW, zone)
    assert 'class="late"' not in pieces.deadline(NOW + timedelta(days=2), NOW, zone)


def test_whatever_comes_in_is_escaped() -> None:
    task = Task(HOSTILE, f"/x/{HOSTILE}", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    drawn = [
        pieces.worklist([task]),
        pieces.badge(HOSTILE),
        pieces.marks([HOSTILE]),
        pieces.late(HOSTILE),
        draw('<c-steps :steps="s" :label="w" />', s=[Step(HOSTILE, "now", HOSTILE, HOSTILE)], w=HOSTILE),
        draw('<c-timeline :entries="e" />', e=[Entry(HOSTILE, NOW, HOSTILE, HOSTILE, HOSTILE, HOSTILE)]),
        draw('<c-facts :facts="f" />', f=[Fact(HOSTILE, HOSTILE, HOSTILE)]),
        draw('<c-letter :letter="l" />', l=Letter(*[HOSTILE] * 7)),
        draw('<c-notice :title="w">{{ w }}</c-notice>', w=HOSTILE),
    ]
    assert not [html for html in drawn if "<script" in html]


def test_markup_of_the_house_is_kept() -> None:
    task = Task("Siti", "/x/", state=pieces.badge("baru"), due=pieces.late("terlambat 2 hari"))
    assert 'class="badge is-new"' in pieces.worklist([task])
    assert "<b>ya</b>" in draw('<c-facts :facts="f" />', f=[Fact("x", mark_safe("<b>ya</b>"))])


def test_the_step_where_one_stands_is_told_to_a_screen_reader() -> None:
    html = draw('<c-steps :steps="s" />', s=[Step("Satu", "done"), Step("Dua", "now"), Step("Tiga")])
    assert html.count('aria-current="step"') == 1
    assert "(selesai)" in html


def test_what_is_not_known_is_said() -> None:
    html = draw('<c-facts :facts="f" />', f=[Fact("Telepon"), Fact("Anak", 0)])
    assert html.count("belum ada") == 1
    assert "<dd>0</dd>" in html


def test_every_icon_that_is_named_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'id="([\w-]+)"', (ROOT / "engine/ui/static/ui/icons.svg").read_text()))
    named = set(pieces.SHAPES.values())
    for path in ROOT.rglob("*"):
        if path.suffix in (".html", ".py") and "tests" not in path.parts:
            named |= set(re.findall(r"""(?:\bicon_name=|\{% icon |\bicon\()["']([\w-]+)["']""", path.read_text()))
    assert named - sprite == set()


def test_no_template_carries_style_or_script_that_the_browser_would_refuse() -> None:
    wrong = []
    for path in ROOT.rglob("*.html"):
        text = path.read_text()
        if re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*(\bsrc=|application/json))", text):
            wrong.append(path.name)
    assert wrong == []
