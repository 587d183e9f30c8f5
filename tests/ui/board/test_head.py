"""The head of a column: filter, last hour, states with what to do, gaps between the cards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.board import Column
from controlroom.model.changes import Changes
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.states import StateKeeper
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.filter_words import chips_of
from controlroom.ui.board.column.gap_rows import rows_of
from controlroom.ui.board.column.hour import BARS, STEP_S, spread
from controlroom.ui.board.column.standing import Level, standing_of
from controlroom.ui.board.list.rows import TOP
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.state import Note
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme
from tests.ui.board.conftest import Home
from tests.ui.board.test_page import publish

Settle = Callable[[BoardPage], None]
NOW = datetime.now(UTC)
SOURCE = Source("mastodon", SourceKind.MENTIONS, 1)


def saved(home: Home, *gaps: Gap, trouble: GapCause | None = None) -> None:
    """The engine notes how the first stream was read."""
    state = SourceState(SOURCE, complete_to=datetime.now(UTC), trouble=trouble)
    StateKeeper(home.writer.database).save_state(state, *gaps)


def learned(board: BoardPage, settle: Settle, qtbot: QtBot) -> ColumnView:
    """The board has heard of it."""
    board.session._facts_later.stop()
    board.session.pulse.spread.emit(Changes())
    settle(board)
    return board.row.columns[0]


def test_slash_opens_the_filter_of_the_current_column(
    desk: DeskWindow, board: BoardPage, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    board.columns.go_to(1)
    qtbot.keyClick(view.list, Qt.Key.Key_Slash)
    field = view.head.filter.field
    assert field.hasFocus()
    assert view.head.filter.height() == 28
    qtbot.keyClicks(field, '"hard shoulder" -is:repost')
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(board)
    assert view.model.filter == '"hard shoulder" -is:repost'
    assert view.list.posts()
    assert all("hard shoulder" in one.post.text for one in view.list.posts())
    assert [chip.text() for chip in view.head.filter.chips] == ['"hard shoulder"', "no reposts"]
    assert view.list.hasFocus()


def test_a_chip_takes_its_part_of_the_filter_away(
    board: BoardPage, settle: Settle, home: Home
) -> None:
    view = board.row.columns[0]
    view.narrow("has:media -is:repost")
    settle(board)
    assert all(one.post.media for one in view.list.posts())
    view.head.filter.chips[0].click()
    settle(board)
    assert view.model.filter == "-is:repost"
    view.head.filter.chips[0].click()
    settle(board)
    assert view.model.filter == ""
    assert view.head.filter.height() == 0
    assert [one.id for one in home.desk.boards()[0].columns if one.filter] == []


def test_an_error_in_the_filter_is_told_in_words_at_its_character(
    board: BoardPage, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.edit_filter()
    line = view.head.filter
    qtbot.keyClicks(line.field, "fire hass:media")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert view.model.filter == ""
    assert line.error.isVisible()
    assert "Did you mean “has:”?" in line.error.text.text()
    assert line.field.selectedText() == "hass"
    qtbot.keyClick(line.field, Qt.Key.Key_End)
    qtbot.keyClicks(line.field, " ")
    assert not line.error.isVisible()


def test_escape_leaves_the_filter_as_it_was(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.edit_filter()
    qtbot.keyClicks(view.head.filter.field, "smoke")
    qtbot.keyClick(view.head.filter.field, Qt.Key.Key_Escape)
    assert view.model.filter == ""
    assert not view.head.filter.editing
    assert view.list.hasFocus()


def test_what_may_follow_is_offered_and_put_in_its_place(board: BoardPage, qtbot: QtBot) -> None:
    view = board.row.columns[0]
    view.edit_filter()
    field = view.head.filter.field
    qtbot.keyClicks(field, "smoke pro")
    assert [one.insert for one in field.offers] == ["profile:"]
    field.take(0)
    qtbot.keyClicks(field, "Unit26")
    assert len(field.offers) > 3
    qtbot.keyClicks(field, "4")
    assert [one.insert for one in field.offers] == ["WestmarchUnit264"]
    assert field.list is not None
    assert field.list.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.list is None
    assert field.text() == "smoke profile:WestmarchUnit264 "
    view.head.filter.stop_editing()


def test_opening_the_filter_moves_nothing_that_is_read(board: BoardPage) -> None:
    view = board.row.columns[0]
    view.list.scroll_by(-700)
    view.list.places.settle()
    anchor = view.list.places.anchor

    def on_screen() -> int:
        QApplication.processEvents()
        return view.list.viewport().mapToGlobal(view.list.rect_of(anchor).topLeft()).y()

    before = on_screen()
    view.edit_filter()
    assert on_screen() == before
    view.head.filter.stop_editing()
    assert on_screen() == before


def test_a_filter_that_hides_everything_says_so(board: BoardPage, settle: Settle) -> None:
    view = board.row.columns[0]
    view.narrow("zzzunheardof")
    settle(board)
    assert view.list.posts() == []
    assert view.list.hint is not None
    assert view.list.hint.heading == "Nothing fits this filter"
    shown = board.session.views.all[view.model.id].facts.question(replace(view.model, filter=""))
    number = shown.number(board.desk.cache).number if board.desk else 0
    assert number > 1
    assert view.list.hint.sentence == (
        f"{number} posts are hidden by “zzzunheardof”. New ones that fit will appear here."
    )


def test_what_two_filters_hide_is_counted_again_as_posts_come(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.narrow("zzzunheardof -is:repost")
    settle(board)
    assert view.list.hint is not None
    assert view.list.hint.heading == "Nothing fits these 2 filters"
    assert "“zzzunheardof” and “no reposts”" in view.list.hint.sentence
    before = view.list.hint.sentence
    publish(home, 1, view.model.stream)
    view.tick()
    settle(board)
    assert view.list.hint.sentence != before
    view.invite.clear.click()
    settle(board)
    assert view.list.posts()
    assert view.model.filter == ""


def test_chips_say_filters_in_words() -> None:
    assert [one.text for one in chips_of("has:media OR is:reply")] == ["has:media OR is:reply"]
    chips = chips_of("smoke -has:video is:edited")
    assert [one.text for one in chips] == ["smoke", "no video", "edited"]
    assert [one.text for one in chips_of("-smoke -is:kept")] == ["-smoke", "-is:kept"]
    assert chips[1].without == "smoke is:edited"


def test_the_last_hour_falls_into_bars() -> None:
    now = 10_000_000
    found = spread({now - 30: 5, now - 200: 2, now - STEP_S: 7, now - 3_600: 99}, now)
    assert len(found.bars) == BARS
    assert found.bars[-2:] == (7, 7)
    assert sum(found.bars) == 14
    assert found.a_minute == pytest.approx(14 / 5)


def test_a_live_column_shows_its_pace(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    publish(home, 30, 1)
    saved(home)
    view = learned(board, settle, qtbot)
    view.tick()
    settle(board)
    assert view.standing.word == "Live"
    assert view.head.line.rate == "6/min"
    assert sum(view.head.line.hour.bars) == 30
    assert "6 a minute" in view.list.accessibleName()


def test_live_is_said_only_where_every_source_was_read_lately() -> None:
    other = Source("x", SourceKind.MENTIONS, 2)
    stream = Stream(1, "Mentions", (SOURCE, other))
    fresh = SourceState(SOURCE, 1, complete_to=NOW)
    stale = SourceState(other, 2, complete_to=NOW - timedelta(hours=2))
    assert standing_of(stream, [fresh, stale], NOW, whole=False).word == "Partly live"
    assert standing_of(stream, [fresh], NOW, whole=False).word == "First read"
    now = SourceState(other, 2, complete_to=NOW)
    assert standing_of(stream, [fresh, now], NOW, whole=False).is_live


def test_a_first_read_says_how_far_it_is() -> None:
    stream = Stream(1, "All", tuple(Source("x", SourceKind.MENTIONS, n) for n in range(1, 5)))
    found = standing_of(stream, [], NOW, whole=False)
    assert found.loading
    assert (found.detail, found.share) == ("0 of 4 profiles", 0.0)
    loose = Source("x", SourceKind.SEARCH, term="M97")
    mixed = Stream(1, "All", (*stream.sources, loose))
    assert standing_of(mixed, [], NOW, whole=False).detail == "0 of 5 sources"


def test_a_first_read_goes_on_until_every_profile_has_been_read() -> None:
    kinds = (SourceKind.MENTIONS, SourceKind.COMMENTS)
    sources = [Source("x", kind, profile) for profile in range(1, 5) for kind in kinds]
    stream = Stream(1, "All", tuple(sources))
    states = [SourceState(one, at, complete_to=NOW) for at, one in enumerate(sources[:5], 1)]
    found = standing_of(stream, states, NOW, whole=False)
    assert (found.word, found.detail, found.share) == ("First read", "2 of 4 profiles", 0.5)
    assert found.loading
    states += [SourceState(one, 9, complete_to=NOW) for one in sources[5:]]
    assert standing_of(stream, states, NOW, whole=False).is_live
    states[0] = SourceState(sources[0], 1, complete_to=NOW, trouble=GapCause.BUDGET_USED)
    assert standing_of(stream, states, NOW, whole=False).word == "Slowed"
    assert standing_of(stream, states[:7], NOW, whole=False).word == "Slowed"


def test_offline_is_said_only_where_nothing_can_be_reached() -> None:
    other = Source("mastodon", SourceKind.MENTIONS, 2)
    stream = Stream(1, "Mentions", (SOURCE, other))
    read = SourceState(SOURCE, 1, complete_to=NOW)
    down = SourceState(
        other, 2, complete_to=NOW - timedelta(hours=2), trouble=GapCause.NETWORK_DOWN
    )
    found = standing_of(stream, [read, down], NOW, whole=False)
    assert (found.word, found.detail) == ("Partly offline", "1 of 2 sources not reached")
    assert found.note is not None
    assert found.note.heading == "Mastodon: not everything can be reached."
    assert found.ends == ""
    assert standing_of(stream, [down], NOW, whole=False).word == "Partly offline"
    gone = replace(read, trouble=GapCause.NETWORK_DOWN)
    assert standing_of(stream, [gone, down], NOW, whole=False).word == "Offline"
    refused = replace(read, trouble=GapCause.TOKEN_EXPIRED)
    assert standing_of(stream, [refused, down], NOW, whole=False).word == "Offline"


def test_the_last_good_read_is_that_of_what_cannot_be_read() -> None:
    other = Source("mastodon", SourceKind.MENTIONS, 2)
    stream = Stream(1, "Mentions", (SOURCE, other))
    read = SourceState(SOURCE, 1, complete_to=NOW)
    before = NOW - timedelta(minutes=90)
    refused = SourceState(other, 2, complete_to=before, trouble=GapCause.TOKEN_EXPIRED)
    found = standing_of(stream, [read, refused], NOW, whole=False)
    alone = standing_of(stream, [refused], NOW, whole=False)
    assert found.word == "Cannot read"
    assert found.detail == alone.detail != ""
    assert found.ends == ""


@pytest.mark.parametrize(
    ("trouble", "word", "level", "actions"),
    [
        (GapCause.NETWORK_DOWN, "Offline", Level.PLAIN, ["Read once now"]),
        (GapCause.BUDGET_USED, "Slowed", Level.AMBER, ["Read once now"]),
        (GapCause.TOO_MUCH, "Slowed", Level.AMBER, ["Read once now"]),
        (GapCause.TOKEN_EXPIRED, "Cannot read", Level.RED, ["Open Profiles", "Read once now"]),
        (GapCause.PERMISSION_MISSING, "Cannot read", Level.RED, ["Open Profiles", "Read once now"]),
        (GapCause.NOT_FOUND, "Cannot read", Level.RED, ["Open Profiles", "Read once now"]),
        (GapCause.NONSENSE, "Cannot read", Level.RED, ["Open Profiles", "Read once now"]),
    ],
)
def test_every_trouble_has_words_and_something_to_do(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot, trouble: GapCause, word: str,
    level: Level, actions: list[str],
) -> None:  # fmt: skip
    saved(home, trouble=trouble)
    view = learned(board, settle, qtbot)
    assert view.standing.word == word
    note = view.note.note
    assert note is not None
    assert note.level is level
    assert note.text
    assert [button.text() for button in view.note.buttons] == actions


def test_buttons_of_a_note_lead_to_profiles_and_to_the_engine(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    asked: list[int] = []
    board.read_wanted.connect(asked.append)
    saved(home, trouble=GapCause.TOKEN_EXPIRED)
    view = learned(board, settle, qtbot)
    view.note.buttons[1].click()
    assert asked == [1]
    view.note.buttons[0].click()
    assert desk.pages.section == "profiles"
    desk.go("board")


def gap(begins: int, ends: int | None, number: int = 1, **values: object) -> Gap:
    """A gap so many minutes ago."""
    end = None if ends is None else NOW - timedelta(minutes=ends)
    return Gap(
        1, NOW - timedelta(minutes=begins), GapCause.NETWORK_DOWN, NOW, number, end,
        **values,  # type: ignore[arg-type]
    )  # fmt: skip


def test_gaps_say_from_when_to_when_and_why() -> None:
    rows = rows_of([gap(60, 30), gap(20, None, 2), gap(9, 9, 3)], frozenset(), "")
    growing, closed = rows
    assert growing.at == TOP
    assert growing.text.startswith("Missing since ")
    assert not growing.can_press
    assert closed.text.startswith("Missing ")
    assert closed.second == "the network could not be reached · press to fill"
    assert closed.can_press


def test_a_gap_that_was_asked_for_or_is_lost_says_so() -> None:
    [asked] = rows_of([gap(60, 30, 7)], frozenset({7}), "")
    assert asked.second.endswith("asked for, filling")
    assert not asked.can_press
    [lost] = rows_of([gap(60, 30, 7, lost=True)], frozenset(), "")
    assert lost.second.startswith("Not given any more")
    filled = gap(60, 30, 7, filled_at=NOW)
    assert rows_of([filled], frozenset(), "") == []


def test_where_a_station_reads_nobody_here_is_told_to_press(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    assert board.desk is not None
    board.desk.has_station = True
    saved(home, gap(60, 30, 0))
    view = learned(board, settle, qtbot)
    [row] = [one for one in view.list.rows.given() if one.number]
    assert row.second.endswith("filled by the station")
    assert not row.can_press
    board.columns.go_to(1)
    why = desk.commands.why_not(desk.commands.named("fill-gap"))
    assert why == "The team’s station fills gaps by itself."
    board.desk.has_station = False
    desk.line.running.emit(False)
    [row] = [one for one in view.list.rows.given() if one.number]
    assert row.second.endswith("filled once posts are read again")
    desk.line.running.emit(True)
    [row] = [one for one in view.list.rows.given() if one.number]
    assert row.can_press


def test_sources_cut_off_together_are_one_gap() -> None:
    assert len(rows_of([gap(60, 30, 1), gap(60, 30, 2)], frozenset(), "")) == 1


def test_a_gap_lies_where_it_is_in_time_and_a_press_asks_the_engine(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    asked: list[int] = []
    board.fill_wanted.connect(asked.append)
    view = board.row.columns[0]
    upper, lower = view.list.posts()[1].post.created_at, view.list.posts()[2].post.created_at
    middle = lower + (upper - lower) / 2
    saved(home, Gap(0, lower, GapCause.NOT_READING, NOW, ends=middle))
    learned(board, settle, qtbot)
    cards = view.list
    [row] = [one for one in cards.rows.above(2) if one.can_press]
    top = cards.rect_of(cards.posts()[2].id).top() - cards.rows.height_above(2)
    assert top == cards.rect_of(cards.posts()[1].id).bottom() + 1
    place = QPoint(40, top + 10)
    assert cards.row_at(place) == row
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [row.number]
    assert "filling" in cards.rows.above(2)[0].second


def test_a_gap_can_be_filled_by_key(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    command = desk.commands.named("fill-gap")
    assert desk.commands.why_not(command)
    asked: list[int] = []
    board.fill_wanted.connect(asked.append)
    lower = board.row.columns[0].list.posts()[2].post.created_at
    saved(home, Gap(0, lower, GapCause.NOT_READING, NOW, ends=lower + timedelta(seconds=2)))
    learned(board, settle, qtbot)
    assert desk.commands.why_not(command) == ""
    assert board.row.columns[0].list.accessibleDescription().startswith("Missing ")
    qtbot.keyClick(desk, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert len(asked) == 1


def test_a_gap_that_appears_keeps_what_is_read(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.list.scroll_by(-900)
    view.list.places.settle()
    anchor, top = view.list.places.anchor, view.list.places.y
    number = view.list.window_of_posts.index(anchor)
    for at in (number - 1, number, number + 1):
        when = view.list.posts()[at].post.created_at
        saved(home, Gap(0, when - timedelta(seconds=9), GapCause.TOO_MUCH, NOW, ends=when))
    learned(board, settle, qtbot)
    assert any(view.list.rows.above(at) for at in range(number - 1, number + 3))
    assert view.list.rect_of(anchor).top() == top


def test_a_search_column_shows_no_filter_line(board: BoardPage, settle: Settle, home: Home) -> None:
    board.columns.add_search("smoke")
    settle(board)
    view = board.row.columns[1]
    assert view.model == Column(view.model.id, 0, filter="smoke")
    assert view.head.filter.height() == 0


def test_without_an_engine_no_column_says_that_it_is_live(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    saved(home)
    view = learned(board, settle, qtbot)
    assert view.standing.word == "Live"
    desk.line.running.emit(False)
    assert view.standing.word == "Not reading"
    assert view.note.isVisible()
    desk.line.running.emit(True)
    assert view.standing.word == "Live"
    assert not view.note.isVisible()


def test_the_engine_hears_what_the_board_wants(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    said: list[dict[str, object]] = []
    desk.line.take(lambda **order: said.append(order), lambda **_: None)
    board.columns.go_to(2)
    qtbot.keyClick(desk, Qt.Key.Key_F5)
    board.row.columns[0].flow.fill_gap(7)
    board.session._tick()
    assert said[:2] == [{"read_now": 2}, {"fill": 7}]
    watched = said[2]["watching"]
    assert isinstance(watched, list)
    assert board.row.columns[0].list.posts()[0].id in watched
    assert len(watched) < 200


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("smoke (fire", "("),
        ("سلام (عليكم", "("),
        ("smoke OR fire OR flames OR burning OR lorry OR M97 hass:media", "hass"),
    ],
)
def test_the_mark_stands_below_the_characters_at_fault(
    board: BoardPage, qtbot: QtBot, text: str, fault: str
) -> None:
    view = board.row.columns[0]
    view.edit_filter()
    line = view.head.filter
    line.field.setText(text)
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert line.field.selectedText() == fault
    left, width = line.error.mark_place()
    line.field.setCursorPosition(0)
    assert line.error.mark_place() == (left, width)
    line.field.setSelection(text.index(fault), len(fault))
    line.field.repaint()
    assert line.error.mark_place() == (left, width)
    middle = line.error.mapTo(line, QPoint(left + width // 2, 0)).x()
    seen = line.field.cursorPositionAt(QPoint(middle - line.field.x(), 12))
    start = text.index(fault)
    assert start <= seen <= start + len(fault)
    assert left >= 0
    assert left + width <= line.error.width()
    picture = line.error.grab().toImage()
    red = theme().palette.red.rgb()
    rows = [y for y in range(picture.height()) if picture.pixel(left + width // 2, y) == red]
    assert rows == [4, 5, 6]
    qtbot.keyClick(line.field, Qt.Key.Key_Escape)


def test_a_heading_too_long_for_its_column_is_broken_and_not_cut(board: BoardPage) -> None:
    view = board.row.columns[0]
    heights = []
    for heading in ("Slowed.", "Bluesky, Facebook, Mastodon, X: not everything can be reached."):
        view.tell(Note("offline", heading, "The rest is read."))
        heights.append(view.note.height())
    line = theme().fonts.measure(Type.SMALL, 600).lineSpacing()
    assert heights[1] == heights[0] + line
    view.tell(None)
