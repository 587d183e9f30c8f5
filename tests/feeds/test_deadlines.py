"""Many deadlines, one thread."""

import threading

from controlroom.feeds.deadlines import Deadlines


def test_what_is_due_is_called_in_its_order() -> None:
    deadlines, called, done = Deadlines(), list[str](), threading.Event()
    deadlines.after(0.15, done.set)
    deadlines.after(0.1, lambda: called.append("second"))
    deadlines.after(0.05, lambda: called.append("first"))
    assert done.wait(10)
    assert called == ["first", "second"]


def test_what_is_called_off_is_not_called() -> None:
    deadlines, called, done = Deadlines(), list[str](), threading.Event()
    off = deadlines.after(0.02, lambda: called.append("off"))
    off.call_off()
    deadlines.after(0.1, done.set)
    assert done.wait(10)
    assert called == []


def test_an_earlier_deadline_is_not_kept_waiting_by_a_later_one() -> None:
    deadlines, done = Deadlines(), threading.Event()
    late = deadlines.after(3600, done.set)
    deadlines.after(0.01, done.set)
    assert done.wait(10)
    late.call_off()


def test_when_nothing_is_left_the_thread_ends_and_begins_anew_when_needed() -> None:
    deadlines, rounds = Deadlines(), 3
    for _ in range(rounds):
        done = threading.Event()
        deadlines.after(0.001, done.set)
        assert done.wait(10)
