"""Notices while an incident is open: those from elsewhere are in the list of the bell only."""

from dataclasses import replace
from datetime import UTC, datetime

from controlroom.model.alert import KeptAlert, Level
from controlroom.model.journal_incident import IncidentClosed, IncidentOpened
from controlroom.ui.alerts.look import Told
from tests.ui.board.cards import post
from tests.ui.officers.conftest import CHIEF, FEN_KEY, ROADS_KEY, Force, force

__all__ = ["force"]
FIRE = "1" * 32


def raised(force: Force, number: int, through: str, level: Level = Level.NOTICE) -> bool:
    """Raises an alert about a post that came through a profile; returns whether it stands."""
    alerts, known = force.desk.alerts, force.office.known.by_key
    assert alerts is not None
    profiles = (known[through].id,) if through else ()
    kept = KeptAlert(number, 1, "smoke", level, 7, datetime.now(UTC))
    alerts.watch.raised.emit([Told(kept, replace(post(7), profiles=profiles), toast=True)])
    stands = number in [one.told.alert.id for one in alerts.toasts.standing]
    alerts.toasts.take_down()
    return stands


def test_notices_from_elsewhere_raise_no_toast_while_an_incident_is_open(force: Force) -> None:
    force.wait(lambda: len(force.office.known.by_key) == 2)
    assert raised(force, 1, ROADS_KEY)
    force.elsewhere(CHIEF, IncidentOpened(FIRE, "Fire at Fenmarsh", ("group/Fenmarsh",)))
    alerts = force.desk.alerts
    assert alerts is not None
    alerts.toasts.take_down()
    assert not raised(force, 2, ROADS_KEY)
    assert raised(force, 3, FEN_KEY)
    assert raised(force, 4, "")
    assert raised(force, 5, ROADS_KEY, Level.ALERT)
    force.elsewhere(CHIEF, IncidentClosed(FIRE))
    alerts.toasts.take_down()
    assert raised(force, 6, ROADS_KEY)
