"""Choosing among the hits: by keys, by the boxes, and what is exported of it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from controlroom.store.export.form import Form
from controlroom.ui.review.hit_list import HitList
from controlroom.ui.review.page import ReviewPage
from controlroom.ui.review.tick import Tick
from tests.ui.review.conftest import POSTS, Settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hits(page: ReviewPage) -> HitList:
    page.hits.setFocus()
    return page.hits


def chosen(hits: HitList) -> list[int]:
    """The places of the chosen hits."""
    return sorted(hits.stock.number_of(one) for one in hits.choice.ids)


def box_of(hits: HitList, number: int) -> QPoint:
    rect = hits.row_rect(number)
    return QPoint(20, rect.center().y())


def test_keys_choose_the_hit_and_those_beside_it(hits: HitList, qtbot: QtBot) -> None:
    qtbot.keyClick(hits, Qt.Key.Key_Space, CTRL)
    assert chosen(hits) == [0]
    assert hits.accessibleDescription().startswith("Chosen.")
    qtbot.keyClick(hits, Qt.Key.Key_J)
    qtbot.keyClick(hits, Qt.Key.Key_J, SHIFT)
    qtbot.keyClick(hits, Qt.Key.Key_Down, SHIFT)
    assert chosen(hits) == [0, 1, 2, 3]
    assert hits.current == 3
    qtbot.keyClick(hits, Qt.Key.Key_Space, CTRL)
    assert chosen(hits) == [0, 1, 2]
    assert not hits.accessibleDescription().startswith("Chosen.")
    qtbot.keyClick(hits, Qt.Key.Key_K, SHIFT)
    assert chosen(hits) == [0, 1, 2, 3]


def test_esc_lets_go_of_what_is_chosen_before_anything_else(
    page: ReviewPage, hits: HitList, qtbot: QtBot
) -> None:
    qtbot.keyClick(hits, Qt.Key.Key_Space, CTRL)
    assert page.details.isVisible()
    qtbot.keyClick(hits, Qt.Key.Key_Escape)
    assert chosen(hits) == []
    assert page.details.isVisible()
    qtbot.keyClick(hits, Qt.Key.Key_Escape)
    assert not page.details.isVisible()


def test_a_press_on_a_box_chooses_and_with_shift_all_between(hits: HitList, qtbot: QtBot) -> None:
    view, left = hits.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(view, left, pos=box_of(hits, 1))
    qtbot.mouseClick(view, left, SHIFT, hits.row_rect(3).center())
    assert chosen(hits) == [1, 2, 3]
    qtbot.mouseClick(view, left, CTRL, hits.row_rect(2).center())
    assert chosen(hits) == [1, 3]
    qtbot.mouseClick(view, left, pos=box_of(hits, 1))
    assert chosen(hits) == [3]


def test_a_chosen_hit_looks_otherwise(hits: HitList, qtbot: QtBot) -> None:
    area = hits.row_rect(1).adjusted(0, 0, -hits.viewport().width() + 40, 0)
    before = hits.viewport().grab(area).toImage()
    hits.choice.toggle(hits.stock.id_of(1))
    assert hits.viewport().grab(area).toImage() != before


def test_the_row_above_tells_and_never_moves_the_hits(
    page: ReviewPage, hits: HitList, qtbot: QtBot
) -> None:
    before = hits.mapToGlobal(QPoint(0, 0))
    assert page.head.text == "Choose with Ctrl Space"
    assert not page.head.export.isVisible()
    hits.choice.add(hits.stock.ids()[:2])
    assert page.head.text == "2 posts chosen"
    assert page.head.all.tick is Tick.SOME
    assert page.head.export.isVisible()
    qtbot.keyClick(hits, Qt.Key.Key_A, CTRL)
    assert page.head.all.tick is Tick.ALL
    assert len(hits.choice.ids) == hits.stock.count()
    page.head.all.click()
    assert chosen(hits) == []
    page.head.all.click()
    assert len(hits.choice.ids) == hits.stock.count()
    page.head.none.click()
    assert page.head.all.tick is Tick.NONE
    assert hits.mapToGlobal(QPoint(0, 0)) == before


def test_more_hits_that_come_are_not_chosen_unasked(
    page: ReviewPage, hits: HitList, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClick(hits, Qt.Key.Key_A, CTRL)
    number = len(hits.choice.ids)
    hits.verticalScrollBar().setValue(hits.verticalScrollBar().maximum())
    settle()
    assert hits.stock.count() > number == len(hits.choice.ids)
    assert page.head.all.tick is Tick.SOME


def test_another_search_begins_with_nothing_chosen(
    page: ReviewPage, hits: HitList, settle: Settle
) -> None:
    hits.choice.add(hits.stock.ids()[:3])
    page.search()
    settle()
    assert hits.choice.ids == set()
    assert page.head.number == 0


def test_what_is_chosen_is_exported_and_the_file_says_that_it_was_chosen(
    page: ReviewPage, hits: HitList, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = [hits.stock.id_of(number) for number in (5, 1, 9)]
    expected = [hits.stock.post(number) for number in (1, 5, 9)]
    for form in Form:
        page.outlet.begin(page.node(), tmp_path / f"some.{form}", form, POSTS, wanted)
        assert page.strip.text == "Exporting: 0 of 3"
        qtbot.waitUntil(lambda: not page.outlet.exporting.running, timeout=10_000)
        assert page.strip.text.startswith("Exported: 3 posts")
    found = json.loads((tmp_path / "some.json").read_text("utf-8"))
    assert found["count"] == 3
    assert found["chosen_by_hand"] is True
    assert [one["id"] for one in found["posts"]] == [one.post.remote_id for one in expected if one]
    assert "Chosen by hand among the posts found" in (tmp_path / "some.html").read_text("utf-8")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_offers_the_chosen_posts_first_and_all_found_beside_them(
    page: ReviewPage, hits: HitList, qtbot: QtBot
) -> None:
    hits.choice.add(hits.stock.ids()[:2])
    page.head.export.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [one.text() for one in menu.actions()]
    assert texts[0] == "The 2 posts that are chosen"
    assert texts[1].startswith("Table for a spreadsheet")
    assert texts[-1] == "All 1,400 posts found"
    assert menu.activeAction() is menu.actions()[1]
    rest = menu.actions()[-1].menu()
    assert isinstance(rest, QMenu)
    assert len(rest.actions()) == len(Form)
    menu.close()


def test_keys_for_choosing_are_the_lists_own_and_not_the_boards(
    page: ReviewPage, hits: HitList, qtbot: QtBot
) -> None:
    refused: list[str] = []
    page._window.commands.refused.connect(lambda words, _why: refused.append(words))  # type: ignore[attr-defined]
    for key, held in ((Qt.Key.Key_Space, CTRL), (Qt.Key.Key_J, SHIFT), (Qt.Key.Key_K, SHIFT)):
        qtbot.keyClick(hits, key, held)
    assert refused == []


def test_a_text_of_letters_no_font_has_is_laid_out_once(page: ReviewPage) -> None:
    from dataclasses import replace

    usual = page.hits.stock.post(0)
    assert usual is not None
    wide = replace(usual, id=7, post=replace(usual.post, text="ａｄｍｉｎ" * 400))
    page.details.show()
    page.details.show_post(wide, page.asking.known.ours)
    QApplication.processEvents()
    page.details.grab()
    assert len(page.details.standing.said._kept) == 1
