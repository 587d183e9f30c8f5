"""The plan: seen, walked, moved, repeated, brought in and taken out."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.model import clock
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_outgoing import DraftApproved, DraftSubmitted, HoldPlaced
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.outbound.schedule.bring import Order
from controlroom.outbound.schedule.zones import wall
from controlroom.team.publishing import views
from controlroom.ui.compose.kept import COMPOSE, new_sheet, save
from controlroom.ui.layers.question import Question
from controlroom.ui.planner.forms import MoveTo
from controlroom.ui.planner.import_panel import ImportPanel
from controlroom.ui.planner.page import PlannerPage
from controlroom.ui.planner.paint import day_head
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.spans import View, day_of
from controlroom.ui.theme.fonts import Type
from tests.ui.compose.conftest import CHIEF, FEN, ROADS, SHAH, Room, room
from tests.ui.cut import cut_of

__all__ = ["room"]
HOUR = timedelta(hours=1)


def tomorrow(hour: int = 12, minute: int = 0, days: int = 1) -> datetime:
    now = clock.now().astimezone()
    return (now + timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)


def content_of(text: str) -> Content:
    return Content(Act.POST, (FEN,), (Piece(text),), at=tomorrow(9), title="Bridge", kind="news")


class Desk:
    """The planner over a record, shown on a day that lies ahead."""

    def __init__(self, room: Room) -> None:
        self.room = room
        room.desk.resize(1600, 900)
        room.desk.go("planner")
        room.desk.pages.settle()
        page = room.desk.pages.page("planner")
        assert isinstance(page, PlannerPage)
        self.page = page
        room.wait(lambda: page.force.loaded)
        page.go(day_of(tomorrow(), page.zone), View.DAY)

    def says(self, officer: str, *decisions: Decision) -> None:
        record = self.room.desk.house.record(officer)
        try:
            for one in decisions:
                entry = record.append(proposal_of(one), record.head().seq)
        finally:
            record.close()
        self.room.wait(lambda: self.room.state.seq >= entry.seq)
        assert not self.room.state.refused, self.room.state.refused
        self.page.show_now()

    def plans(self, key: str, at: datetime, officer: str = CHIEF, **more: Any) -> Content:
        about: dict[str, Any] = {"title": f"Post {key}", "kind": "news", **more}
        targets = about.pop("targets", (FEN,))
        said = Content(Act.POST, targets, (Piece(f"Words of {key}"),), at=at, **about)
        self.says(officer, DraftSubmitted(key * 32, written(said)))
        return said

    def item(self, key: str) -> PlanItem:
        self.page.show_now()
        return next(one for one in self.page.items if one.key == key * 32)

    def recorded(self, key: str) -> Any:
        return views.draft(self.room.state, key * 32)

    def wait(self, condition: Callable[[], object]) -> None:
        self.room.wait(condition)


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


def test_drafts_of_every_state_stand_at_their_time(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    desk.plans("b", tomorrow(10), kind="appeal", targets=(FEN, ROADS))
    sheet = new_sheet(Content(Act.POST, (FEN,), (Piece("Only here"),), at=tomorrow(11)))
    save(desk.room.desk.house.desk, f"{COMPOSE}{sheet.id}", sheet)
    desk.page.look()
    desk.wait(lambda: len(desk.page.items) == 3)
    states = [one.state for one in desk.page.items]
    assert states == [PlanState.SCHEDULED, PlanState.WAITING, PlanState.DRAFT]
    assert desk.page.items[1].networks == ("x", "mastodon")
    desk.says(CHIEF, HoldPlaced("force"))
    assert desk.item("a").state is PlanState.HELD
    assert desk.page.filter.states[PlanState.HELD].accessibleName() == "Held, 1"


def test_a_state_or_a_group_that_is_not_wanted_is_left_out(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    desk.plans("b", tomorrow(10), targets=(ROADS,))
    assert list(desk.page.filter.groups) == ["Fenmarsh", "Traffic"]
    desk.page.filter.groups["Traffic"].setChecked(True)
    assert [one.title for one in desk.page.items] == ["Post b"]
    desk.page.filter.groups["Traffic"].setChecked(False)
    desk.page.filter.states[PlanState.SCHEDULED].setChecked(False)
    assert desk.page.items == []


def test_arrows_walk_by_time_and_the_pane_shows_what_is_looked_at(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    desk.plans("b", tomorrow(15))
    grid = desk.page.grid
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert desk.page.pane.title.text() == "Post b"
    assert "Post b, Scheduled" in grid.accessibleDescription()
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert desk.page.pane.title.text() == "Post a"
    assert desk.page.pane.card is not None
    assert desk.page.pane.card.shown.text == "Words of a"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [100, 150])
def test_nothing_of_the_chosen_post_is_cut_on_a_small_screen(
    desk: Desk, language: str, size: int
) -> None:
    text = "The bridge at Fen Quay is closed until four. " * 5
    desk.says(CHIEF, DraftSubmitted("a" * 32, written(content_of(text))))
    desk.room.desk.resize(1366, 768)
    desk.room.desk.change(language=language, text_size=size)
    desk.page.grid.look_at(desk.item("a"))
    for _round in range(4):
        QApplication.processEvents()
    card = desk.page.pane.card
    assert card is not None
    assert card.height() >= card.heightForWidth(card.width())
    assert cut_of(desk.page) == []


def test_alt_arrows_move_by_a_quarter_of_an_hour_and_by_days(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    desk.page.grid.look_at(desk.item("a"))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(desk.page.grid, Qt.Key.Key_Down, alt)
    desk.wait(lambda: desk.recorded("a").when == tomorrow(9, 15))
    desk.wait(lambda: desk.item("a").at == tomorrow(9, 15))
    QTest.keyClick(desk.page.grid, Qt.Key.Key_Right, alt)
    zone = desk.page.zone
    desk.wait(lambda: wall(desk.recorded("a").when, zone).day == tomorrow(9, days=2).day)
    assert wall(desk.recorded("a").when, zone).hour == wall(tomorrow(9), zone).hour


def test_dragging_moves_and_says_where_to(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    grid = desk.page.grid
    desk.wait(lambda: grid.places)
    grid.reveal(desk.item("a"))
    rect = grid.place_of(grid.places[0][0])
    begin, pixels = rect.center(), grid.places[0][0].height()
    view = grid.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, begin + QPoint(0, 20))
    QTest.mouseMove(view, begin + QPoint(0, 2 * pixels))
    assert grid._drag is not None
    wanted = grid._drag[1]
    assert wanted > tomorrow(9)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begin + QPoint(0, 2 * pixels))
    desk.wait(lambda: desk.recorded("a").when == wanted)
    assert wanted.minute % 15 == 0


def test_escape_ends_a_drag_and_nothing_has_moved(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    grid = desk.page.grid
    rect = grid.place_of(grid.places[0][0])
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseMove(grid.viewport(), rect.center() + QPoint(0, 90))
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    release = rect.center() + QPoint(0, 90)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=release)
    assert desk.recorded("a").when == tomorrow(9)


def test_an_approved_post_asks_before_it_moves_and_is_approved_anew(desk: Desk) -> None:
    said = desk.plans("a", tomorrow(9), SHAH, kind="appeal")
    desk.says(CHIEF, DraftApproved("a" * 32, hash_of(written(said)), 0, ("",)))
    assert desk.item("a").state is PlanState.SCHEDULED
    desk.page.acts.moving.move(desk.item("a"), tomorrow(10), desk.page.zone)
    panel = desk.room.desk.layers.top()
    assert isinstance(panel, Question)
    assert desk.recorded("a").when == tomorrow(9)
    panel.yes.click()
    desk.wait(lambda: desk.recorded("a").when == tomorrow(10))
    assert desk.item("a").state is PlanState.WAITING


def test_today_is_named_by_a_word_where_that_has_room(qapp: object) -> None:
    day = date(2026, 5, 14)
    heads = [day_head(day, day, room, Type.BODY) for room in (300, 60, 30)]
    assert heads == ["Thu 14 · Today", "Thu 14", "14"]
    assert day_head(day, date(2026, 5, 15), 300, Type.BODY) == "Thu 14"


def test_nothing_is_moved_into_the_past(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    desk.page.acts.moving.move(desk.item("a"), clock.now() - HOUR, desk.page.zone)
    assert desk.recorded("a").when == tomorrow(9)
    form = MoveTo(desk.item("a"), desk.page.zone, lambda _: None)
    form.day.setText("2020-01-01")
    assert form.error.text() == "That time has passed."
    form.day.setText("someday")
    assert not form.yes.isEnabled()


def test_what_gets_in_the_way_is_named(desk: Desk) -> None:
    desk.plans("a", tomorrow(9))
    desk.plans("b", tomorrow(9, 10))
    desk.page.grid.look_at(desk.item("b"))
    assert "10 min from “Post a” on 1 of its profiles." in desk.page.pane.clashes.text()


@pytest.mark.parametrize("view", list(View))
def test_every_view_shows_the_same_plan_and_goes_on(desk: Desk, view: View) -> None:
    desk.plans("a", tomorrow(9))
    desk.page.go(day_of(tomorrow(), desk.page.zone), view)
    assert [one.title for one in desk.page.items] == ["Post a"]
    image = desk.page.grab().toImage()
    assert not image.isNull()
    desk.page._step(1)
    desk.page._step(1)
    desk.page._step(1)
    desk.page._step(1)
    assert desk.page.items == []
    QTest.keyClick(desk.page, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert desk.page.day == day_of(clock.now(), desk.page.zone)


def test_a_table_is_previewed_with_every_mistake_and_nothing_is_taken_in_part(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "plan.csv"
    day = tomorrow().date().isoformat()
    path.write_text(f"{day} 09:00,First,\nnever,Second,\n{day} 10:00,Third,\n", encoding="utf-8")
    desk.page.filter.groups["Fenmarsh"].setChecked(True)
    desk.page.importing.bring(path)
    desk.wait(lambda: isinstance(desk.room.desk.layers.top(), ImportPanel))
    panel: Any = desk.room.desk.layers.top()
    assert panel.told.text() == (
        "2 posts can be read. 1 line has to be mended in the file first; nothing is taken over"
        " before all of it is right."
    )
    first = panel.table.rows.row(0)
    assert (first.line, first.note) == (2, "“never” is no day and time.")
    assert not panel.send.isEnabled()
    path.write_text(f"{day} 09:00,First,\n{day} 10:00,Third,\n", encoding="utf-8")
    desk.page.importing.bring(path)
    desk.wait(lambda: panel.preview.is_right)
    panel.keep.click()
    desk.wait(lambda: [one.state for one in desk.page.items] == [PlanState.DRAFT] * 2)
    assert len(desk.page.items[0].targets) == 2


def test_days_that_could_be_months_are_asked_about(desk: Desk, tmp_path: Path) -> None:
    ahead = tomorrow(days=40).replace(day=5)
    if ahead.month == 5:
        ahead = ahead.replace(month=6)
    path = tmp_path / "plan.csv"
    path.write_text(f"{ahead.month:02}/05/{ahead.year} 09:00,First,\n", encoding="utf-8")
    desk.page.filter.groups["Fenmarsh"].setChecked(True)
    desk.page.importing.bring(path)
    desk.wait(lambda: isinstance(desk.room.desk.layers.top(), ImportPanel))
    panel: Any = desk.room.desk.layers.top()
    assert panel.order.isVisibleTo(panel)
    panel.ordered.emit(Order.MONTH_FIRST)
    desk.wait(lambda: panel.preview.is_right)
    (line, _content) = panel.preview.drafts[0]
    assert wall(line.at, desk.page.zone).month == ahead.month


def test_a_line_too_long_or_blocked_is_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    day = tomorrow().date().isoformat()
    path.write_text(f"when,text,profiles\n{day} 09:00,{'a ' * 300},FenPolice\n", encoding="utf-8")
    desk.page.importing.bring(path)
    desk.wait(lambda: isinstance(desk.room.desk.layers.top(), ImportPanel))
    panel: Any = desk.room.desk.layers.top()
    rows = panel.table.rows
    notes = [rows.row(place).note for place in range(rows.rowCount())]
    assert notes == ["Too long for X."]
    assert not panel.keep.isEnabled()


def test_a_file_that_is_no_table_is_said_so(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"\x89PNG\r\n\0")
    desk.page.importing.bring(path)
    desk.wait(lambda: "no table" in desk.room.desk.status.notice.text())


def test_the_plan_goes_out_as_a_calendar_and_comes_back_as_a_table(
    desk: Desk, tmp_path: Path
) -> None:
    desk.plans("a", tomorrow(9), title="=cmd|' /C calc'!A0")
    desk.page.show_now()
    calendar, table = tmp_path / "plan.ics", tmp_path / "plan.csv"
    desk.page.export(calendar)
    desk.page.export(table)
    desk.wait(lambda: calendar.exists() and table.exists() and table.stat().st_size)
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [tomorrow(9)]
    assert "'=cmd" in table.read_text(encoding="utf-8-sig")


def test_a_race_over_the_same_post_is_lost_by_who_was_later(desk: Desk) -> None:
    desk.plans("a", tomorrow(9), SHAH, kind="appeal")
    stale = desk.item("a")
    desk.plans("a", tomorrow(14), SHAH, kind="appeal")
    desk.page.acts.moving.move(stale, tomorrow(10), desk.page.zone)
    desk.wait(lambda: desk.room.desk.status.notice.text())
    assert desk.recorded("a").when == tomorrow(14)
