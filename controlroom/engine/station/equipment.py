"""What a station has for its checks, and telling the record when it lacks something."""

from contextlib import suppress

from controlroom.engine.sending_beside import has_sites
from controlroom.model.guard import Guard
from controlroom.model.journal_kinds import StationEquipped, proposal_of
from controlroom.store.journal.base import Journal
from controlroom.store.journal.errors import Conflict
from controlroom.team.publishing_state import Equipment
from controlroom.team.state import State


def equipment_of(guard: Guard, computer: str) -> Equipment:
    """Returns what a station has."""
    return Equipment(computer, bool(guard.case_key), has_sites(guard))


def is_whole(equipment: Equipment) -> bool:
    """Returns whether nothing is lacking."""
    return equipment.case_key and equipment.sites


def tell_equipment(journal: Journal, state: State, here: Equipment) -> None:
    """Tells the record what this station has, if it lacks something or did. Raises `WorldError`.

    Args:
        state: as folded; what it does not have yet is told again later.
    """
    told = state.publishing.equipment
    if told == here or (told is None and is_whole(here)):
        return
    with suppress(Conflict):
        said = StationEquipped(here.computer, here.case_key, here.sites)
        journal.append(proposal_of(said), state.seq)
