"""Stops at the record."""

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.chosen import Chosen
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.tour.stop import FRENCH, LARGE, LIGHT, SMALL, Stop, page_of, wait


def record_shown(window: DeskWindow) -> None:
    """The record, once its rows have been read."""
    window.go("record")
    page = page_of(window, "record", JournalPage)
    page.bar.choose(Chosen())
    wait(lambda: page.list.shown() and not page.reading.busy())


def _entry(window: DeskWindow) -> None:
    """The record, its newest entry explained."""
    record_shown(window)
    page = page_of(window, "record", JournalPage)
    page.list.go_to(0)
    page.show_entry(page.list.current)
    wait(lambda: page.details.isVisible())


def _checked_record(window: DeskWindow) -> None:
    _entry(window)
    page = page_of(window, "record", JournalPage)
    page.verify()
    wait(lambda: not page.verifying.work.running)


def _whose_decisions(window: DeskWindow) -> None:
    _entry(window)
    page = page_of(window, "record", JournalPage)
    page.bar.person.click()


STOPS = (
    Stop("entry-dark", _entry),
    Stop("entry-1366x768-light-french", _checked_record, SMALL, LIGHT + FRENCH),
    Stop("entry-1366x768-text-150", _entry, SMALL, LARGE),
    Stop("whose-decisions-dark", _whose_decisions),
)
