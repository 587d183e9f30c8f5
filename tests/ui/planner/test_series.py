"""A series from the planner: begun, made ahead, one changed, those that follow, skipped, ended."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.model import clock
from controlroom.model.journal_kinds import OfficerLeft
from controlroom.model.journal_outgoing import DraftApproved, SeriesDefined, SeriesSkipped
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.model.outgoing.recurring import draft_of
from controlroom.outbound.schedule.zones import wall
from controlroom.team.publishing import views
from controlroom.ui.compose.kept import COMPOSE, new_sheet, save
from controlroom.ui.controls.prose import Prose
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.series_forms import Choose, Repeat
from controlroom.ui.planner.series_words import rule_told
from controlroom.ui.planner.spans import View, day_of
from controlroom.ui.theme.theme import theme
from tests.ui.compose.conftest import CHIEF, FEN, SHAH, Room, room
from tests.ui.cut import cut_of
from tests.ui.planner.test_planner import Desk, tomorrow

__all__ = ["room"]


class SeriesDesk(Desk):
    """The planner, shown by the month, with a series of every week."""

    def top(self) -> Any:
        return self.room.desk.layers.top()

    def begins(self, row: int = 0, **more: Any) -> str:
        """Lets a draft come every week; returns the series."""
        self.plans("a", tomorrow(9), title="Roads today", **more)
        self.page.grid.look_at(self.item("a"))
        self.page.act("again")
        form = self.top()
        assert isinstance(form, Repeat)
        form.often.setCurrentIndex(form.often.rows.index(row, 0))
        form.yes.click()
        self.wait(lambda: self.room.state.publishing.series)
        (series,) = self.room.state.publishing.series
        self.wait(lambda: len(self.drafts()) == 5)
        self.wait(lambda: not self.page._window.series._asked)
        return str(series)

    def drafts(self) -> list[views.DraftView]:
        found = views.drafts(self.room.state)
        return sorted(found, key=lambda one: one.when or clock.now())

    def stand(self, place: int) -> PlanItem:
        """Looks at one of the series, in time's order."""
        draft = self.drafts()[place]
        assert draft.when is not None
        self.page.go(day_of(draft.when, self.page.zone), View.DAY)
        item = next(one for one in self.page.items if one.key == draft.id)
        self.page.grid.look_at(item)
        return item

    def does(self, what: int) -> None:
        """Does something with the series of the item that is looked at."""
        self.page.act("again")
        form = self.top()
        assert isinstance(form, Choose)
        form.offers.setCurrentIndex(form.offers.rows.index(what, 0))
        form.yes.click()

    def which(self, row: int) -> None:
        """Answers whether one alone is meant, or those that follow too."""
        form = self.top()
        assert isinstance(form, Choose)
        form.offers.setCurrentIndex(form.offers.rows.index(row, 0))
        form.yes.click()


@pytest.fixture
def desk(room: Room) -> SeriesDesk:
    return SeriesDesk(room)


def hours(desk: SeriesDesk) -> list[int]:
    times = [one.when for one in desk.drafts() if one.when is not None]
    return [wall(one, desk.page.zone).hour for one in times]


def texts(desk: SeriesDesk) -> list[str]:
    return [one.content.pieces[0].text for one in desk.drafts() if one.content is not None]


def test_a_post_that_is_repeated_is_made_five_weeks_ahead_each_with_its_mark(
    desk: SeriesDesk,
) -> None:
    series = desk.begins()
    found = desk.drafts()
    assert {one.series for one in found} == {series}
    assert found[0].id == "a" * 32
    first = wall(tomorrow(9), desk.page.zone)
    days = [wall(one.when, desk.page.zone) for one in found if one.when is not None]
    assert days == [first + timedelta(weeks=n) for n in range(5)]
    assert [one.id for one in found[1:]] == [draft_of(series, one.day) for one in found[1:]]
    item = desk.stand(2)
    assert "one of a series" in desk.page.grid.accessibleDescription()
    assert desk.page.pane.series.text().startswith("Every week on ")
    assert desk.page.pane.buttons["again"].accessibleName() == "Series…"
    assert not desk.page.grab().toImage().isNull()
    assert item.state is PlanState.SCHEDULED


def test_each_asks_for_itself_where_the_route_says_so(desk: SeriesDesk) -> None:
    said = desk.plans("b", tomorrow(9), SHAH, kind="appeal")
    desk.says(CHIEF, DraftApproved("b" * 32, hash_of(written(said)), 0, ("",)))
    desk.page.grid.look_at(desk.item("b"))
    desk.page.act("again")
    form = desk.top()
    assert isinstance(form, Repeat)
    assert "asks for its own agreement" in " ".join(_said(form))
    form.yes.click()
    desk.wait(lambda: len(desk.drafts()) == 5)
    stages = [one.stage for one in desk.drafts()]
    assert stages == [views.Stage.APPROVED, *[views.Stage.WAITING] * 4]
    assert desk.drafts()[1].authors == (SHAH, CHIEF)


def test_moving_one_alone_leaves_the_others(desk: SeriesDesk) -> None:
    desk.begins()
    item = desk.stand(2)
    desk.page.acts.shift(item, item.at + timedelta(hours=3))
    desk.which(0)
    desk.wait(lambda: hours(desk) == [9, 9, 12, 9, 9])
    assert desk.drafts()[2].own
    desk.stand(2)
    assert "changed on its own" in desk.page.pane.series.text()


def test_moving_this_and_those_that_follow_makes_them_anew(desk: SeriesDesk) -> None:
    series = desk.begins()
    item = desk.stand(2)
    desk.page.acts.shift(item, item.at + timedelta(hours=3))
    desk.which(1)
    desk.wait(lambda: hours(desk) == [9, 9, 12, 12, 12])
    assert [one.own for one in desk.drafts()] == [False] * 5
    assert desk.room.state.publishing.series[series].begins.endswith("T12:00")


def test_an_edit_leads_those_that_follow(desk: SeriesDesk) -> None:
    desk.begins()
    item = desk.stand(3)
    desk.page.acts.edit(item)
    desk.which(1)
    page = desk.room.page
    desk.wait(lambda: page.force.loaded and page.isVisible())
    content = page.writing.content
    page.writing.put(replace(content, pieces=(Piece("New words"),)))
    desk.room.send()
    old, new = "Words of a", "New words"
    desk.wait(lambda: texts(desk) == [old, old, old, new, new])
    assert not desk.room.state.refused


def test_one_is_left_out_and_does_not_come_back(desk: SeriesDesk) -> None:
    desk.begins()
    gone = desk.stand(2).key
    desk.does(0)
    desk.wait(lambda: len(desk.drafts()) == 4)
    desk.page._window.series.top_up()
    desk.wait(lambda: not desk.page._window.series._asked)
    assert gone not in [one.id for one in desk.drafts()]


def test_how_often_is_changed_from_one_on(desk: SeriesDesk) -> None:
    desk.begins()
    desk.stand(2)
    desk.does(2)
    form = desk.top()
    assert isinstance(form, Repeat)
    form.every.setText("2")
    form.yes.click()
    first = wall(tomorrow(9), desk.page.zone)
    weeks = (0, 1, 2, 4)
    expected = [first + timedelta(weeks=n) for n in weeks]

    def days() -> list[datetime]:
        times = [one.when for one in desk.drafts() if one.when is not None]
        return [wall(one, desk.page.zone) for one in times]

    desk.wait(lambda: days() == expected)


def test_it_ends_before_one_and_what_is_before_stays(desk: SeriesDesk) -> None:
    desk.begins()
    desk.stand(2)
    desk.does(3)
    desk.wait(lambda: len(desk.drafts()) == 2)
    assert desk.room.state.publishing.series == {}
    desk.stand(1)
    assert desk.page.pane.series.text() == "One of a series that has ended."
    assert not desk.page.pane.buttons["again"].isEnabled()


def test_what_is_only_here_can_be_told_to_come_again(desk: SeriesDesk) -> None:
    sheet = new_sheet(Content(Act.POST, (FEN,), (Piece("Only here"),), at=tomorrow(11)))
    save(desk.room.desk.house.desk, f"{COMPOSE}{sheet.id}", sheet)
    desk.page.look()
    desk.wait(lambda: len(desk.page.items) == 1)
    desk.page.grid.look_at(desk.page.items[0])
    again = desk.page.pane.buttons["again"]
    assert again.isEnabled()
    assert not desk.page.pane.series.text()


def test_a_rule_that_is_not_whole_says_what_it_needs(desk: SeriesDesk) -> None:
    desk.plans("a", tomorrow(9))
    desk.page.grid.look_at(desk.item("a"))
    desk.page.act("again")
    form = desk.top()
    assert isinstance(form, Repeat)
    for switch in form.days.values():
        switch.setChecked(False)
    assert form.error.text() == "Choose how often, and on which days."
    form.days["TU"].setChecked(True)
    form.days["SU"].setChecked(True)
    form.every.setText("2")
    assert form.rule() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU"
    form.until.setText("someday")
    assert form.error.text().startswith("Until when?")
    form.until.setText("2020-01-01")
    assert form.error.text() == "It would never come again."
    until = tomorrow(9, days=60)
    form.until.setText(until.date().isoformat())
    assert form.rule().endswith(f";UNTIL={until:%Y%m%d}T235959")
    form.count.setText("4")
    assert form.error.text() == "Either a last day or a number of times."
    form.until.setText("")
    assert form.rule().endswith(";COUNT=4")
    assert "Every 2 weeks on Tuesday, Sunday, 4 times in all." in form.next.text()


def test_where_there_is_no_room_for_all_questions_they_scroll_and_tab_leads_to_each(
    desk: SeriesDesk,
) -> None:
    window = desk.room.desk
    window.resize(1366, 768)
    window.change(language="fr", text_size=150)
    desk.plans("a", tomorrow(9))
    desk.page.grid.look_at(desk.item("a"))
    desk.page.act("again")
    form = desk.top()
    assert isinstance(form, Repeat)
    QApplication.processEvents()
    assert cut_of(form) == []
    scrim, margin = form.parentWidget(), theme().metrics.px(16)
    assert scrim is not None
    assert form.geometry().bottom() + 1 == scrim.height() - margin
    assert form.yes.visibleRegion().boundingRect() == form.yes.rect()
    while not form.count.hasFocus():
        QTest.keyClick(form.focusWidget() or form, Qt.Key.Key_Tab)
    assert form.count.visibleRegion().boundingRect() == form.count.rect()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", "Every day"),
        ("FREQ=DAILY;INTERVAL=3;UNTIL=20270131T235959", "Every 3 days, until 31 Jan 2027"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every week on working days"),
        ("FREQ=MONTHLY;BYMONTHDAY=28", "Every month on day 28"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1", "Every 2 months on the last day"),
        ("FREQ=MONTHLY;BYDAY=2SA", "Every month on the second Saturday"),
        ("FREQ=MONTHLY;BYDAY=-1SU", "Every month on the last Sunday"),
        ("FREQ=YEARLY;COUNT=5", "Every year, 5 times in all"),
    ],
)
def test_a_rule_is_told_in_words(qapp: object, rule: str, expected: str) -> None:
    assert rule_told(rule) == expected


def test_the_calendar_has_each_of_them(desk: SeriesDesk, tmp_path: Path) -> None:
    series = desk.begins()
    draft = desk.drafts()[1]
    assert draft.when is not None
    desk.page.go(day_of(draft.when, desk.page.zone), View.MONTH)
    desk.page.export(tmp_path / "plan.ics")
    desk.wait(lambda: (tmp_path / "plan.ics").exists() and _events(tmp_path / "plan.ics"))
    events = _events(tmp_path / "plan.ics")
    shown = [one for one in desk.page.items if one.series]
    assert PlanState.COMING not in {one.state for one in shown[:2]}
    assert len(events) == len(shown) >= 2
    assert {str(one["related-to"]) for one in events} == {f"{series}@controlroom"}
    assert [one.decoded("dtstart") for one in events] == [one.at for one in shown]


def test_what_is_no_draft_yet_is_shown_and_can_be_left_out(
    desk: SeriesDesk, tmp_path: Path
) -> None:
    series = desk.begins()
    far = tomorrow(9, days=1 + 7 * 8)
    desk.page.go(day_of(far, desk.page.zone), View.DAY)
    (item,) = desk.page.items
    assert (item.state, item.at, item.series) == (PlanState.COMING, far, series)
    assert item.key == draft_of(series, item.day)
    desk.page.grid.look_at(item)
    pane = desk.page.pane
    assert pane.note.text().startswith("No draft yet")
    assert pane.card is not None
    assert pane.card.shown.text == "Words of a"
    assert not pane.buttons["edit"].isEnabled()
    assert not pane.buttons["move"].isEnabled()
    desk.page.acts.edit(item)
    assert desk.room.desk.composer is None
    desk.page.export(tmp_path / "far.ics")
    desk.wait(lambda: (tmp_path / "far.ics").exists() and _events(tmp_path / "far.ics"))
    desk.page.act("again")
    form = desk.top()
    assert isinstance(form, Choose)
    for row in (1, 2, 3):
        form.offers.setCurrentIndex(form.offers.rows.index(row, 0))
        assert form.error.text().startswith("No draft yet")
    form.offers.setCurrentIndex(form.offers.rows.index(0, 0))
    form.yes.click()
    desk.wait(lambda: desk.room.state.publishing.series[series].skipped)
    desk.page.show_now()
    assert desk.page.items == []


def test_what_shows_one_that_is_left_out_goes_with_it(desk: SeriesDesk) -> None:
    series = desk.begins(kind="appeal", officer=SHAH)
    item = desk.stand(2)
    desk.page.act("each")
    assert desk.top() is not None
    desk.says(CHIEF, SeriesSkipped(series, item.day))
    desk.wait(lambda: desk.top() is None)
    window = desk.room.desk
    window.go("approvals")
    window.pages.settle()
    page: Any = window.pages.page("approvals")
    desk.wait(lambda: page.list.current is not None)
    shown = page.list.current.draft
    assert shown.series == series
    desk.says(CHIEF, SeriesSkipped(series, shown.day))
    desk.wait(lambda: page.list.current is None or page.list.current.draft.id != shown.id)
    assert not window.grab().isNull()


def test_a_series_whose_author_has_left_says_that_nothing_more_is_made(desk: SeriesDesk) -> None:
    said = Content(Act.POST, (FEN,), (Piece("By Shah"),), at=tomorrow(9), zone="UTC", kind="appeal")
    begins = f"{tomorrow(9).astimezone(UTC):%Y-%m-%dT%H:%M}"
    desk.says(SHAH, SeriesDefined("c" * 32, written(said), "FREQ=DAILY", begins))
    desk.says(CHIEF, OfficerLeft(SHAH))
    desk.page.go(day_of(tomorrow(), desk.page.zone), View.DAY)
    item = desk.page.items[0]
    desk.page.grid.look_at(item)
    assert "PC Imran Shah has left, in whose name it was" in desk.page.pane.series.text()
    desk.page._window.series.top_up()
    assert not desk.page._window.series._asked


def _events(path: Path) -> list[Any]:
    text = path.read_bytes()
    return list(Calendar.from_ical(text).walk("VEVENT")) if text else []


def _said(form: Repeat) -> list[str]:
    return [one.text() for one in form.findChildren(Prose)]
