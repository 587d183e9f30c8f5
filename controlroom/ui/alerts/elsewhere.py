"""While an incident is open, notices from elsewhere stand in the list of the bell only."""

from typing import Any

from controlroom.model.alert import Level
from controlroom.team.incidents import open_incidents, open_on
from controlroom.ui.alerts.look import Told


def is_elsewhere(window: Any, told: Told) -> bool:
    """Returns whether an incident is open and a notice is of a post that came past it.

    What came through no profile that is known may belong to it.
    """
    incidents = window.incidents
    if told.alert.level is not Level.NOTICE or told.post is None or incidents is None:
        return False
    state = incidents.state
    if state is None or not open_incidents(state):
        return False
    through = told.post.profiles
    keys = [key for key, one in window.office.known.by_key.items() if one.id in through]
    return bool(keys) and not open_on(state, keys)
