"""Entries about incidents, as sentences."""

from collections.abc import Callable
from typing import Any

from controlroom.model.journal_decision import Decision
from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.ui.journal.names import Names
from controlroom.ui.marked import QT_TRANSLATE_NOOP

Case = tuple[str, dict[str, str]]
OPENED = QT_TRANSLATE_NOOP("Record", "{who} opened the incident {incident} for {scopes}.")
CHANGED = QT_TRANSLATE_NOOP(
    "Record", "{who} told the incident {incident} anew: it concerns {scopes}."
)
CLOSED = QT_TRANSLATE_NOOP("Record", "{who} closed the incident {incident}.")
CLOSED_WHY = QT_TRANSLATE_NOOP("Record", "{who} closed the incident {incident}: {text}")
TEMPLATES = {
    "incident.opened": (OPENED,),
    "incident.changed": (CHANGED,),
    "incident.closed": (CLOSED, CLOSED_WHY),
}


def _opened(told: IncidentOpened, names: Names, _actor: str) -> Case:
    return OPENED, _told(told, names)


def _changed(told: IncidentChanged, names: Names, _actor: str) -> Case:
    return CHANGED, _told(told, names)


def _closed(told: IncidentClosed, names: Names, _actor: str) -> Case:
    values = {"incident": names.incident(told.incident), "text": told.reason}
    return (CLOSED_WHY if told.reason else CLOSED), values


def _told(told: IncidentOpened | IncidentChanged, names: Names) -> dict[str, str]:
    """Returns the title as it was then, and whom it concerned."""
    return {"incident": names.quoted(told.title), "scopes": names.scopes(told.scopes)}


CASES: dict[type[Decision], Callable[[Any, Names, str], Case]] = {
    IncidentOpened: _opened,
    IncidentChanged: _changed,
    IncidentClosed: _closed,
}
