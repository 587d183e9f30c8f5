"""Stops at the profiles: officers and rights, budgets, what is connected and read."""

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.profiles.page import ProfilesPage
from controlroom.ui.tour.stop import FRENCH, LARGE, LIGHT, SMALL, Stop, page_of, wait


def _one_profile(window: DeskWindow) -> None:
    """The profiles, the first in trouble chosen."""
    window.go("profiles")
    page = page_of(window, "profiles", ProfilesPage)
    wait(lambda: page.register.loaded)
    worst = min(page.register.standings, key=lambda one: one.condition, default=None)
    if worst is not None:
        page.show_profile(worst.profile.id)


def _officers(window: DeskWindow) -> None:
    """Officers and rights, the first officer chosen."""
    _one_profile(window)
    page = page_of(window, "profiles", ProfilesPage)
    page.view.answers[1].click()
    page.officers.way.answers[0].click()
    wait(lambda: page.officers.people.rows.rowCount())


def _rights(window: DeskWindow) -> None:
    """The same by profile."""
    _officers(window)
    page = page_of(window, "profiles", ProfilesPage)
    page.officers.way.answers[1].click()


def _at_desk(window: DeskWindow) -> None:
    window.go("board")
    window.open_at_desk()


def _budgets(window: DeskWindow) -> None:
    _one_profile(window)
    page = page_of(window, "profiles", ProfilesPage)
    page.view.answers[2].click()


def _connect(window: DeskWindow) -> None:
    _one_profile(window)
    page = page_of(window, "profiles", ProfilesPage)
    page.view.answers[0].click()
    wait(lambda: window.line.offers)
    page.add.click()


def _new_stream(window: DeskWindow) -> None:
    window.go("board")
    wait(lambda: window.line.offers)
    window.commands.run("new-stream")


STOPS = (
    Stop("profile-dark", _one_profile),
    Stop("profile-1366x768-light-french", _one_profile, SMALL, LIGHT + FRENCH),
    Stop("officers-dark", _officers),
    Stop("officers-1366x768-light-french", _officers, SMALL, LIGHT + FRENCH),
    Stop("rights-dark", _rights),
    Stop("rights-1366x768-text-150", _rights, SMALL, LARGE),
    Stop("at-desk-dark", _at_desk),
    Stop("at-desk-1366x768-light-french", _at_desk, SMALL, LIGHT + FRENCH),
    Stop("budgets-dark", _budgets),
    Stop("connect-dark", _connect),
    Stop("connect-1366x768-light-french", _connect, SMALL, LIGHT + FRENCH),
    Stop("new-stream-dark", _new_stream),
)
