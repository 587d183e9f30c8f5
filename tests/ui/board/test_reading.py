"""Questions of the board on threads of their own."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from controlroom.ui.board.column.reading import Reading


@pytest.fixture
def reading(qtbot: QtBot) -> Iterator[Reading]:
    one = Reading()
    yield one
    one.close()


def test_a_slow_question_holds_no_other_up(reading: Reading, qtbot: QtBot) -> None:
    goes_on, told = threading.Event(), list[str]()
    reading.ask(reading, goes_on.wait, lambda _: told.append("slow"), slow=True)
    reading.ask(reading, lambda: "quick", told.append)
    reading.ask_later(reading, lambda: "later", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    goes_on.set()
    qtbot.waitUntil(lambda: not reading.busy())
    assert told == ["quick", "later", "slow"]


def test_those_that_are_not_slow_share_one_thread(reading: Reading, qtbot: QtBot) -> None:
    threads = list[str]()
    for _ in range(5):
        reading.ask(reading, lambda: threading.current_thread().name, threads.append)
    qtbot.waitUntil(lambda: len(threads) == 5)
    assert len(set(threads)) == 1


def test_answers_come_on_the_window_s_thread(reading: Reading, qtbot: QtBot) -> None:
    threads = list[threading.Thread]()
    reading.ask(reading, lambda: None, lambda _: threads.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]
