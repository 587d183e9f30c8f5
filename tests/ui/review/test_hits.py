"""The list of hits: thousands, of which few are held, and nothing that is read moves."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.query.parse import parse
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.review.asking import PAGE
from controlroom.ui.review.page import ReviewPage
from controlroom.ui.review.stock import MOST_PAGES
from controlroom.ui.review.talks import HitPage
from tests.ui.board.hostile import hostile_texts
from tests.ui.review.conftest import POSTS, Settle


def to_the_end(page: ReviewPage, settle: Settle) -> None:
    bar = page.hits.verticalScrollBar()
    for _round in range(POSTS // PAGE + 5):
        bar.setValue(bar.maximum())
        settle()


def test_pages_are_read_as_one_scrolls_until_all_are_there(
    page: ReviewPage, settle: Settle
) -> None:
    assert page.hits.stock.count() < POSTS // 2
    to_the_end(page, settle)
    assert page.hits.stock.count() == POSTS
    assert page.hits.stock.whole
    ids = [one for each in page.hits.stock.pages for one in each.ids]
    assert ids == sorted(set(ids), reverse=True)


def test_only_a_few_pages_are_held_and_others_come_back(page: ReviewPage, settle: Settle) -> None:
    to_the_end(page, settle)
    assert len(page.hits.stock.loaded()) <= MOST_PAGES
    assert page.hits.stock.rows(0) is None
    height = page.hits.stock.height()
    page.hits.verticalScrollBar().setValue(0)
    settle()
    assert page.hits.stock.rows(0) is not None
    assert page.hits.stock.height() == height
    assert page.hits.verticalScrollBar().value() == 0


def test_what_is_in_view_stays_there_when_the_window_becomes_narrow(
    page: ReviewPage, desk: DeskWindow, settle: Settle
) -> None:
    page.hits.verticalScrollBar().setValue(900)
    settle()
    before = page.hits.stock.number_at(900)
    desk.resize(1366, 768)
    settle()
    now = page.hits.stock.number_at(page.hits.verticalScrollBar().value())
    assert now == before


def test_keys_move_through_pages_to_both_ends(
    page: ReviewPage, qtbot: QtBot, settle: Settle
) -> None:
    hits = page.hits
    hits.setFocus()
    start = hits.stock.count()
    hits._go_to(start - 3)
    for _step in range(6):
        qtbot.keyClick(hits, Qt.Key.Key_J)
        settle()
    assert hits.current > start
    assert hits.post() is not None
    assert hits.row_rect(hits.current).bottom() <= hits.viewport().height() + 1
    qtbot.keyClick(hits, Qt.Key.Key_Home)
    settle()
    assert hits.current == 0
    assert page.details.post == hits.post()
    qtbot.keyClick(hits, Qt.Key.Key_PageDown)
    assert hits.current > 2
    qtbot.keyClick(hits, Qt.Key.Key_K)
    qtbot.keyClick(hits, Qt.Key.Key_PageUp)
    assert hits.current == 0
    qtbot.keyClick(hits, Qt.Key.Key_End)
    settle()
    assert hits.current >= start - 1


def test_a_jump_to_a_page_that_was_let_go_shows_its_post_once_it_is_back(
    page: ReviewPage, qtbot: QtBot, settle: Settle
) -> None:
    to_the_end(page, settle)
    page.hits.setFocus()
    page.hits._go_to(POSTS - 1)
    qtbot.keyClick(page.hits, Qt.Key.Key_Home)
    settle()
    first = page.hits.stock.pages[0].ids[0]
    assert page.details.post is not None
    assert page.details.post.id == first


def test_a_press_makes_a_hit_current_and_a_reader_hears_it(page: ReviewPage, qtbot: QtBot) -> None:
    rect = page.hits.row_rect(2)
    place = QPoint(rect.center().x(), rect.center().y())
    qtbot.mouseClick(page.hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.hits.current == 2
    row = page.hits.stock.row(2)
    assert row is not None
    assert row.content.text in page.hits.accessibleDescription()


def test_hostile_texts_pass_through_row_pane_and_diff(page: ReviewPage, settle: Settle) -> None:
    from dataclasses import replace

    from controlroom.store.cache.versions import StoredVersion
    from controlroom.ui.review.diff import changes
    from controlroom.ui.review.history import History
    from controlroom.ui.review.said import LONGEST

    usual = page.hits.stock.post(0)
    assert usual is not None
    texts = list(hostile_texts())
    shown = []
    for number, text in enumerate(texts[::4]):
        author = replace(usual.post.author, name=text[:300], handle=text[:300])
        post = replace(usual.post, text=text, author=author, url=text[:400])
        cached = replace(usual, id=10_000 - number, post=post)
        shown.append(cached)
        page.details.show_post(cached, page.asking.known.ours)
        before = StoredVersion(usual.post.created_at, usual.seen_at, text[::-1][:5_000], ())
        gone, new = changes(before.text, text[:5_000])
        assert all(one.start < one.end for one in (*gone, *new))
        page.details.show_history(History(cached, (before, before), ((), ())))
        QApplication.processEvents()
        assert len(page.details.standing.said.text()) <= 8 * LONGEST
    page.hits.begin(parse("police"), page.asking.known.ours)
    page.hits.take(0, HitPage(shown, shown[-1].id, last=True))
    page.grab()
    assert page.hits.stock.count() == len(shown)


def test_a_long_text_is_cut_in_the_pane_and_read_whole_on_a_press(page: ReviewPage) -> None:
    from dataclasses import replace

    usual = page.hits.stock.post(0)
    assert usual is not None
    words = " ".join(f"word{number}" for number in range(3_000))
    long = replace(usual, id=7, post=replace(usual.post, text=words))
    page.details.show()
    page.details.show_post(usual, page.asking.known.ours)
    assert not page.details.whole.isVisible()
    page.details.show_post(long, page.asking.known.ours)
    assert page.details.whole.isVisible()
    assert page.details.standing.said.text().endswith("…")
    page.details.whole.click()
    shown = page.details.raw.toPlainText()
    assert shown.split() == words.split()
    assert max(map(len, shown.splitlines())) <= 401
