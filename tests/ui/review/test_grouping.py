"""Hits by conversation: heads with a count, folding by keys and mouse, and what is exported."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from controlroom.model.found import Count, FoundConversation
from controlroom.model.query.parse import parse
from controlroom.store.export.form import Form
from controlroom.ui.review import talks
from controlroom.ui.review.hit_list import HitList
from controlroom.ui.review.page import ReviewPage
from controlroom.ui.review.talks import Talk
from tests.ui.review.conftest import POSTS, Settle

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def hits(page: ReviewPage, qtbot: QtBot, settle: Settle) -> HitList:
    """The list, grouped by its key."""
    page.hits.setFocus()
    qtbot.keyClick(page.hits, Qt.Key.Key_G, CTRL)
    settle()
    assert page.head.group.isChecked()
    return page.hits


def first_talk(hits: HitList, *, folded: bool) -> tuple[int, Talk]:
    """Returns the first conversation that is folded or not, and the place of its lead."""
    for number, post_id in enumerate(hits.stock.ids()):
        talk = hits.talks.above(post_id)
        if talk is not None and talk.is_folded is folded:
            return number, talk
    raise AssertionError("there is no such conversation")


def to_the_end(hits: HitList, settle: Settle) -> None:
    bar = hits.verticalScrollBar()
    while not hits.stock.whole:
        bar.setValue(bar.maximum())
        settle()


def test_each_conversation_stands_once_where_its_newest_hit_is(
    hits: HitList, settle: Settle
) -> None:
    to_the_end(hits, settle)
    heads = [hits.talks.above(one) for one in hits.stock.ids()]
    leads = [one.lead for one in heads if one is not None]
    assert len(leads) == len(set(leads)) > 20
    alone = [one for one in hits.stock.ids() if not hits.talks.lead_of(one)]
    shown = sum(one.hits.number for one in heads if one is not None) + len(alone)
    assert shown == POSTS
    tops = sorted([*leads, *alone], reverse=True)
    assert [one for one in hits.stock.ids() if one in set(tops)] == tops


def test_a_large_conversation_is_folded_and_unfolds_by_keys(
    hits: HitList, qtbot: QtBot, settle: Settle
) -> None:
    number, talk = first_talk(hits, folded=True)
    assert talk.hits.number > talks.FEW
    hits._go_to(number)
    top, before = hits.row_rect(number).top(), hits.stock.count()
    qtbot.keyClick(hits, Qt.Key.Key_Right)
    settle()
    row = hits.stock.row(number)
    assert row is not None
    assert row.talk is not None
    assert (row.talk.is_folded, row.talk.shown) == (False, talk.hits.number)
    assert hits.stock.count() == before + talk.hits.number - 1
    assert hits.row_rect(number).top() == top
    qtbot.keyClick(hits, Qt.Key.Key_Down)
    assert hits.talks.lead_of(hits.stock.id_of(hits.current)) == talk.lead
    qtbot.keyClick(hits, Qt.Key.Key_Left)
    settle()
    assert hits.stock.count() == before
    assert hits.stock.id_of(hits.current) == talk.lead


def test_a_press_on_a_head_folds_and_the_page_shows_what_is_current(
    page: ReviewPage, hits: HitList, qtbot: QtBot, settle: Settle
) -> None:
    number, talk = first_talk(hits, folded=False)
    hits._go_to(number + 1)
    place = hits.row_rect(number).topLeft() + QPoint(200, 10)
    qtbot.mouseClick(hits.viewport(), LEFT, pos=place)
    settle()
    assert hits.stock.id_of(hits.current) == talk.lead
    assert page.details.post is not None
    assert page.details.post.id == talk.lead
    assert hits.talks.above(talk.lead) != talk
    qtbot.mouseClick(hits.viewport(), LEFT, pos=hits.row_rect(number).topLeft() + QPoint(200, 10))
    settle()
    assert hits.talks.above(talk.lead) == talk


def test_a_reader_hears_the_conversation_before_its_first_hit(hits: HitList) -> None:
    number, talk = first_talk(hits, folded=True)
    hits._go_to(number)
    said = hits.accessibleDescription()
    assert said.startswith(f"Conversation, folded, {talk.hits.number} posts found: ")
    assert talk.words[:20] in said


def test_a_head_of_hostile_words_is_harmless(hits: HitList) -> None:
    bad = "\u202egpj.exe\u2066" + "a\u0301" + "\u0301" * 500 + "\n<img src=file:///etc/passwd>" * 90
    post = hits.stock.post(0)
    assert post is not None
    opening = replace(post, post=replace(post.post, text=bad))
    made, _ids = talks.talk_of(FoundConversation((post,), Count(9, False), opening))
    assert "\u202e" not in made.title()
    assert "\n" not in made.title()
    assert len(made.title()) < 400


def test_the_key_again_shows_posts_by_time_alone(
    page: ReviewPage, hits: HitList, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.keyClick(hits, Qt.Key.Key_G, CTRL)
    settle()
    assert not page.head.group.isChecked()
    ids = hits.stock.ids()
    assert ids == sorted(ids, reverse=True)
    assert not any(hits.talks.above(one) for one in ids)


def test_another_search_stays_grouped(page: ReviewPage, hits: HitList, settle: Settle) -> None:
    page.bar.set_text("van", parse("van"))
    page.search()
    settle()
    assert any(hits.talks.above(one) for one in hits.stock.ids())


def test_what_is_grouped_is_exported_conversation_by_conversation(
    page: ReviewPage, hits: HitList, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    for form in Form:
        path = tmp_path / f"hits.{form}"
        page.outlet.begin(page.node(), path, form, POSTS, grouped=page.asking.grouped)
        qtbot.waitUntil(lambda: not page.outlet.exporting.running, timeout=20_000)
    found = json.loads((tmp_path / "hits.json").read_text("utf-8"))
    assert found["count"] == POSTS
    roots = [(one["network"], one["conversation"] or one["id"]) for one in found["posts"]]
    blocks = [one for at, one in enumerate(roots) if at == 0 or roots[at - 1] != one]
    assert len(blocks) == len(set(roots)) < POSTS
    html = (tmp_path / "hits.html").read_text("utf-8")
    several = [one for one in set(roots) if roots.count(one) > 1]
    assert html.count("<h2>") == len(several)
    assert (tmp_path / "hits.csv").read_bytes().count(b"\r\n") == POSTS + 1


def test_the_words_give_way_to_the_icon_where_room_is_short(page: ReviewPage) -> None:
    page.head.resize(900, 36)
    assert page.head.group.text() == "Group by conversation"
    page.head.resize(500, 36)
    assert page.head.group.text() == ""
    assert page.head.group.accessibleName().startswith("Group by conversation")
