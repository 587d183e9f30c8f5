"""Incidents as rows: what each concerns, since when, and what stands on it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from controlroom.team.incident_state import Incident
from controlroom.team.incidents import closed_incidents, holds_but, lists_for, open_incidents
from controlroom.team.state import State
from controlroom.ui.controls.table import Column, Look
from controlroom.ui.incident_names import concerns_told
from controlroom.ui.language import language
from controlroom.ui.officers.words import Profiles, listed, moment_told, named

translate = QCoreApplication.translate
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """An incident as it is shown.

    Attributes:
        drafts: how many drafts that belong to it are still to leave.
        force: what stands on it: a hold, a list of publishers; "" for nothing.
        closed: by whom and when, "" while it is open.
    """

    id: str
    title: str
    concerns: str
    opened: str
    drafts: int
    force: str
    closed: str
    why: str


def open_rows(state: State, profiles: Profiles) -> list[Row]:
    """Returns the open incidents, the newest first."""
    counts = drafts_of(state)
    found = open_incidents(state).items()
    return [_row(state, key, one, profiles, counts.get(key, 0)) for key, one in found]


def closed_rows(state: State, profiles: Profiles) -> list[Row]:
    """Returns the closed incidents, the one closed last first."""
    counts = drafts_of(state)
    found = closed_incidents(state).items()
    return [_row(state, key, one, profiles, counts.get(key, 0)) for key, one in found]


def drafts_of(state: State) -> dict[str, int]:
    """Returns how many drafts belong to each incident and have not ended, by its id."""
    counts: dict[str, int] = {}
    for draft in state.publishing.drafts.values():
        if draft.incident and draft.ended is None:
            counts[draft.incident] = counts.get(draft.incident, 0) + 1
    return counts


def in_force(state: State, incident: str) -> str:
    """Returns what stands on an incident, in words; "" for nothing."""
    told = []
    if holds_but(state, incident):
        told.append(translate("Incidents", "all but this is held"))
    if lists_for(state, incident):
        told.append(translate("Incidents", "publishers are limited"))
    return listed(told)


def columns_of_open() -> tuple[Column, ...]:
    """Returns the columns of the open incidents."""
    return (
        *_first_columns(),
        Column(
            lambda: translate("Incidents", "Drafts"),
            70,
            lambda row: language().figure(row.drafts),
            rightward=True,
        ),
        Column(
            lambda: translate("Incidents", "In force"),
            280,
            lambda row: row.force or NOTHING,
            lambda row: Look("amber" if row.force else "text3"),
            lambda row: str(row.force),
        ),
    )


def columns_of_closed() -> tuple[Column, ...]:
    """Returns the columns of the closed ones."""
    return (
        *_first_columns("text2", 400),
        Column(
            lambda: translate("Incidents", "Closed"),
            310,
            lambda row: str(row.closed),
            _quiet,
            lambda row: str(row.closed),
        ),
        Column(
            lambda: translate("Incidents", "Why"),
            190,
            lambda row: row.why or NOTHING,
            _quiet,
            lambda row: str(row.why),
            spare=3,
        ),
    )


def _first_columns(ink: str = "text1", weight: int = 600) -> tuple[Column, ...]:
    return (
        Column(
            lambda: translate("Incidents", "Incident"),
            260,
            lambda row: str(row.title),
            lambda _row: Look(ink, weight, "incident"),
            lambda row: str(row.title),
        ),
        Column(
            lambda: translate("Incidents", "Concerns"),
            190,
            lambda row: str(row.concerns),
            _quiet,
            lambda row: str(row.concerns),
            spare=1,
        ),
        Column(
            lambda: translate("Incidents", "Opened"),
            310,
            lambda row: str(row.opened),
            _quiet,
            lambda row: str(row.opened),
            spare=2,
        ),
    )


def _row(state: State, key: str, one: Incident, profiles: Profiles, drafts: int) -> Row:
    by = translate("Incidents", "{who}, {when}")
    opened = by.format(who=named(state, one.by), when=moment_told(one.at))
    closed = ""
    if one.closed is not None:
        closed = by.format(who=named(state, one.closed_by), when=moment_told(one.closed))
    concerns = concerns_told(one.scopes, profiles)
    force = in_force(state, key)
    return Row(key, one.title, concerns, opened, drafts, force, closed, one.reason)


def _quiet(_row: Row) -> Look:
    return Look("text2")
