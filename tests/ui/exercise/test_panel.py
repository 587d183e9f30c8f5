"""The director's panel and the signs of an exercise."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from controlroom.model import clock
from controlroom.model.changes import Sighting
from controlroom.model.clock import Pace
from controlroom.model.post import Author, Post
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from controlroom.ui.board.pulse import Pulse
from controlroom.ui.exercise.debriefing import kept
from controlroom.ui.exercise.frame import ExerciseFrame
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.exercise.page import ExercisePage
from controlroom.ui.frame.placeholder import Placeholder
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.sealed_window import begin


class Exercise:
    """Notes the orders it is given."""

    def __init__(self) -> None:
        self.orders: list[dict[str, Any]] = []

    def say(self, **order: Any) -> None:
        self.orders.append(order)


def inject(name: str, state: str = "waiting", at_s: float = 60.0) -> dict[str, Any]:
    return {"id": name, "at_s": at_s, "state": state, "kind": "rumour", "network": "x",
            "by": "Gaz", "text": f"words of {name}"}  # fmt: skip


def status(**more: Any) -> dict[str, Any]:
    return {
        "now": "2026-11-22T16:12:00+00:00", "since_s": 720.0, "speed": 1.0, "paused": False,
        "posts": 1204, "networks": ["x", "mastodon"], "faults": {},
        "injects": [inject("one", "sent"), inject("two", at_s=900), inject("three", "held")],
        "team": [{"at": "0:05:10", "network": "x", "by": "WestmarchRoads", "text": "Closed."}],
    } | more  # fmt: skip


@pytest.fixture
def exercise() -> Exercise:
    return Exercise()


@pytest.fixture
def line(desk: DeskWindow, exercise: Exercise) -> ExerciseLine:
    one = ExerciseLine("M97 closed", exercise.say, desk)
    begin(desk, one)
    one.status.emit(status())
    return one


@pytest.fixture
def page(desk: DeskWindow, line: ExerciseLine) -> ExercisePage:
    desk.pages.settle()
    desk.go("exercise")
    one = desk.pages.page("exercise")
    assert isinstance(one, ExercisePage)
    return one


def choose(page: ExercisePage, row: int) -> None:
    page.injects.setCurrentIndex(page.injects.rows.index(row, 0))


def test_the_banner_freezes_the_exercise_lets_it_go_on_and_leaves_it(
    desk: DeskWindow, line: ExerciseLine, exercise: Exercise
) -> None:
    (row,) = desk.banners.rows
    assert row.banner.commands == ("exercise-freeze", "go-exercise", "exercise-leave")
    desk.commands.run("exercise-freeze")
    line.status.emit(status(paused=True))
    (row,) = desk.banners.rows
    assert row.banner.commands[0] == "exercise-go-on"
    assert desk.commands.why_not(desk.commands.named("exercise-freeze"))
    desk.commands.run("exercise-go-on")
    assert exercise.orders == [{"pause": True}, {"go_on": True}]
    desk.commands.run("exercise-leave")
    assert not desk.isVisible()


def test_without_an_exercise_the_section_says_what_it_holds(desk: DeskWindow) -> None:
    desk.pages.settle()
    desk.go("exercise")
    assert isinstance(desk.pages.page("exercise"), Placeholder)


def test_the_word_stands_over_every_section_and_dialog(
    desk: DeskWindow, line: ExerciseLine
) -> None:
    for section in ("board", "profiles", "settings"):
        desk.go(section)
        (row,) = desk.banners.rows
        assert row.accessibleName().startswith("EXERCISE. M97 closed. Nothing leaves this computer")
        assert "inject 1 of 3" in row.accessibleName()
    desk.open_palette()
    assert desk.banners.isVisible()
    desk.layers.close_top()


def test_the_frame_lies_over_everything_and_takes_no_press(
    desk: DeskWindow, line: ExerciseLine
) -> None:
    (frame,) = desk.findChildren(ExerciseFrame)
    assert frame.geometry() == desk.rect()
    assert not frame.mask().contains(desk.rect().center())
    assert frame.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    desk.resize(1366, 768)
    QApplication.processEvents()
    assert frame.geometry() == desk.rect()
    assert desk.children()[-1] is frame or frame.isVisible()


def test_injects_are_sent_held_let_go_and_skipped(page: ExercisePage, exercise: Exercise) -> None:
    choose(page, 1)
    page.send.click()
    page.hold.click()
    page.skip.click()
    choose(page, 2)
    page.hold.click()
    assert exercise.orders == [
        {"send": "two"},
        {"hold": "two"},
        {"skip": "two"},
        {"release": "three"},
    ]


def test_what_was_sent_cannot_be_sent_again(page: ExercisePage) -> None:
    choose(page, 0)
    assert not page.send.isEnabled()
    assert not page.skip.isEnabled()


def test_the_clock_is_frozen_hurried_and_jumped(page: ExercisePage, exercise: Exercise) -> None:
    page.pace.freeze.click()
    page.show_status(status(paused=True))
    page.pace.freeze.click()
    page.pace.speed.answers[2].click()
    page.pace.jump.click()
    assert exercise.orders == [{"pause": True}, {"go_on": True}, {"speed": 10.0}, {"jump_s": 300}]


def test_words_are_added_by_hand_and_networks_made_to_fail(
    page: ExercisePage, exercise: Exercise, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.adding.text, Qt.Key.Key_Return)
    assert exercise.orders == []
    page.adding.by.setText("Gaz")
    page.adding.text.setText("it was chlorine")
    qtbot.keyClick(page.adding.text, Qt.Key.Key_Return)
    page.adding.failing.choose("mastodon")
    page.adding.fault.choose("429")
    page.adding.fail.click()
    page.adding.lift.click()
    assert exercise.orders == [
        {"add": {"network": "x", "by": "Gaz", "text": "it was chlorine"}},
        {"fault": {"network": "mastodon", "kind": "429", "for_s": 180}},
        {"lift": "mastodon"},
    ]


def test_the_current_inject_stays_current_as_time_goes_on(page: ExercisePage) -> None:
    tester = QAbstractItemModelTester(
        page.injects.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    choose(page, 1)
    page.show_status(
        status(injects=[inject("one", "sent"), inject("two", "sent"), inject("three")])
    )
    current = page.injects.current()
    assert current is not None
    assert (current["id"], page.send.isEnabled()) == ("two", False)
    page.show_status(status(injects=[]))
    assert page.injects.current() is None
    assert tester.model() is page.injects.rows


def test_what_the_team_did_and_what_fails_is_shown(page: ExercisePage) -> None:
    page.show_status(status(faults={"mastodon": "down"}))
    assert "Closed." in page.done_rows.item(0).text()
    assert page.figures.text() == "1,204 posts so far · Mastodon: down"


def test_the_end_of_the_networks_is_told(desk: DeskWindow, line: ExerciseLine) -> None:
    line.ended.emit()
    assert "have stopped" in desk.banners.rows[0].accessibleName()


def test_a_debrief_is_asked_for_in_the_desks_language_and_told(
    page: ExercisePage, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/exercises/m97")
    page.debrief.click()
    asked = {"folder": "/exercises/m97", "language": "en", "found": []}
    assert exercise.orders == [{"debrief": asked}]
    page.show_status(status(debrief={"page": "/exercises/m97/debrief.html", "at": "1"}))
    assert page.debriefing.told == "The debrief is in /exercises/m97/debrief.html"
    page.show_status(status(debrief={"error": "No space left", "at": "2"}))
    assert page.debriefing.told == "The debrief could not be written: No space left"


def test_what_the_team_kept_goes_with_it(tmp_path: Path) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    posts = [Post("x", str(n), Author("9", "gaz"), f"It is Dane {n}", now) for n in range(3)]
    with closing(CacheWriter.open(tmp_path, bytes(32))) as writer:
        ids = writer.ingest([Sighting(post, now) for post in posts]).new
        writer.keep(ids[1:2])
    with closing(CacheReader.open(tmp_path, bytes(32))) as reader:
        (found,) = kept(reader)
    assert found["network"] == "x"
    assert found["remote_id"] in {"0", "1", "2"}


def test_another_pace_is_passed_on_and_lets_ages_step(line: ExerciseLine, qtbot: QtBot) -> None:
    told: list[Pace | None] = []
    line.paced.connect(told.append)
    pulse = Pulse()
    line.paced.connect(pulse.repace)
    pulse.start()
    paces = [Pace(datetime(2026, 11, 22, tzinfo=UTC), clock.real_s(), one) for one in (1.0, 10.0)]
    lead = clock.begin_exercise(paces[0])
    try:
        line.status.emit(status())
        lead.follow(paces[1])
        with qtbot.waitSignal(pulse.ticked, timeout=5000):
            line.status.emit(status())
        line.status.emit(status())
        assert told == paces
        # 15 seconds of the exercise are a second and a half now.
        with qtbot.waitSignal(pulse.ticked, timeout=5000):
            pass
    finally:
        lead.end()
        pulse.stop()
