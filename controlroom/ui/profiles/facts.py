"""Gathers what is known of the profiles; it takes its time and runs aside."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from controlroom.keychain.errors import SecretError
from controlroom.model.journal_subject import profile_key
from controlroom.model.profile import Profile
from controlroom.store.cache.ours import last_posts
from controlroom.store.cache.servers import ServerList
from controlroom.store.cache.sources import SourceList
from controlroom.store.cache.states import StateList
from controlroom.team.state import State, holders
from controlroom.ui.profiles.standing import BudgetLeft, Facts

if TYPE_CHECKING:
    from controlroom.ui.profiles.around import House

Recorded = tuple[frozenset[int], dict[int, tuple[int, int]]]
"""Which profiles are locked; officers with a place, and how many may, by profile."""


def gathered(house: "House") -> Facts:
    """Returns the facts of an open house. Raises `StoreError`."""
    if house.cache is None:
        return Facts()
    database = house.cache.database
    lists, states = SourceList(database), StateList(database)
    profiles = tuple(lists.profiles())
    try:
        credentials = house.sign_ins.of(profile.id for profile in profiles)
    except SecretError:
        credentials = None
    return Facts(
        profiles=profiles,
        groups=tuple(lists.groups()),
        states=tuple(states.states()),
        gaps=tuple(states.gaps()),
        credentials=credentials,
        last_posts=last_posts(database),
        servers=ServerList(database).told(),
    )


def recorded(state: State | None, profiles: Iterable[Profile]) -> Recorded:
    """Returns which profiles the record has locked, and how many places of each are taken."""
    if state is None:
        return frozenset(), {}
    keys = {profile.id: profile_key(profile) for profile in profiles}
    places = {
        number: (len(holders(state, key)), state.profiles[key].most_officers)
        for number, key in keys.items()
        if key in state.profiles
    }
    return frozenset(number for number, key in keys.items() if key in state.locked), places


def budgets_in(told: Mapping[str, Any]) -> tuple[BudgetLeft, ...]:
    """Returns the budgets in what the engine says of a source."""
    return tuple(
        BudgetLeft(
            one.get("name", ""),
            one.get("per", ""),
            one.get("limit", 0),
            one.get("remaining", 0),
            moment_of(one.get("resets_at")),
        )
        for one in told.get("budgets", ())
    )


def moment_of(told: object) -> datetime | None:
    """Returns the moment in a text, None for anything else."""
    if not isinstance(told, str):
        return None
    try:
        return datetime.fromisoformat(told).astimezone(UTC)
    except ValueError:
        return None
