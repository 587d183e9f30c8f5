"""How a profile of the force is called, wherever it is shown."""

from controlroom.model.profile import Profile
from controlroom.ui.board.card.networks import look_of


def called(profile: Profile) -> str:
    """Returns how a profile is called: its handle with the network's sign, or its name."""
    sign = look_of(profile.network).sign
    return f"{sign}{profile.handle}" if sign and profile.handle else profile.name or profile.handle
