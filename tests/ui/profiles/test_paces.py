"""How often networks are read, as the section tells it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.profiles.paces import Pace, Paces
from controlroom.ui.profiles.page import BUDGETS, ProfilesPage
from controlroom.ui.profiles.words import paced

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def told(source: int, pace: float, **more: Any) -> dict[str, Any]:
    usual = {"network": "x", "last_read": "2026-11-22T11:59:00Z", "pushed": False, "asleep": False}
    return {**usual, "source": source, "pace": pace, **more}


def test_the_latest_word_of_each_source_counts() -> None:
    paces = Paces()
    for one in (told(1, 30), told(2, 900), told(1, 60), told(3, 5, pushed=True)):
        paces.hear(one)
    paces.hear(told(4, 9_000, asleep=True))
    paces.hear({"network": "x", "source": 5})
    assert paces.of("x") == Pace(NOW - timedelta(minutes=1), 60, 900, 2, 1)
    assert paces.of("bluesky") is None


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (None, []),
        (Pace(NOW - timedelta(seconds=20), 30, 21_600, 4, 0),
         ["Last read 20 s ago; each source every 30 s to 6 h"]),
        (Pace(NOW - timedelta(minutes=3), 60, 60, 1, 1),
         ["Last read 3 min ago; each source every 1 min; 1 source is sent by the network itself"]),
        (Pace(None, 0, 0, 0, 2), ["Last read –; 2 sources are sent by the network itself"]),
    ],
)  # fmt: skip
def test_a_pace_in_words(pace: Pace | None, words: list[str], desk: DeskWindow) -> None:
    assert paced(pace, NOW) == words


def test_the_budgets_show_the_pace_of_each_network(page: ProfilesPage, desk: DeskWindow) -> None:
    one = next(one for one in page.register.standings)
    desk.line.state.emit(told(1, 120, network=one.profile.network, profile=0))
    page.budgets.show_standings(page.register.standings)
    page._show_view(BUDGETS)
    spoken = [block.accessibleDescription() for block in page.budgets._blocks]
    assert sum("each source every 2 min" in text for text in spoken) == 1
