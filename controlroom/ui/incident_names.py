"""What incidents are called, and which of them are offered."""

from PySide6.QtCore import QCoreApplication

from controlroom.team.incidents import open_incidents, title_of
from controlroom.team.state import State
from controlroom.ui.language import language
from controlroom.ui.officers.words import Profiles, listed, scope_told

translate = QCoreApplication.translate
MOST_NAMED = 3
Offered = list[tuple[str, str]]


def incident_told(state: State, incident: str) -> str:
    """Returns what an incident is called, and that it is closed if it is."""
    found = state.incidents.get(incident)
    if found is None or found.closed is None:
        return title_of(state, incident)
    return translate("Incidents", "{title} (closed)").format(title=found.title)


def incidents_offered(state: State | None, chosen: str = "") -> Offered:
    """Returns the open incidents with their titles, none at all first.

    Args:
        chosen: one that stays on offer, even if it is closed.
    """
    none = ("", translate("Incidents", "No incident"))
    if state is None:
        return [none]
    opened = open_incidents(state)
    kept = [chosen] if chosen and chosen not in opened else []
    return [none, *((key, incident_told(state, key)) for key in (*opened, *kept))]


def concerns_told(scopes: tuple[str, ...], profiles: Profiles) -> str:
    """Returns whom an incident concerns: the first few, and how many more."""
    told = listed(scope_told(one, profiles) for one in scopes[:MOST_NAMED])
    more = len(scopes) - MOST_NAMED
    return told if more <= 0 else f"{told} +{language().figure(more)}"
