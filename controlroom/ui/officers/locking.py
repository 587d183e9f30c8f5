"""Locking a profile whose misuse is suspected: one press, at once; the reason is asked after."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import ProfileLocked, ProfileUnlocked, read
from controlroom.ui.officers.words import moment_told, named, profile_told

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


def face_of_lock(office: "Office", profile: str) -> tuple[str, str, str]:
    """Returns words and icon of the button for a profile, and why it cannot be pressed."""
    state = office.state
    if state is not None and profile in state.locked:
        why = office.acts.why_not(ProfileUnlocked(profile))
        return translate("Rights", "Unlock profile…"), "key", why
    return (
        translate("Rights", "Lock profile…"),
        "lock",
        office.acts.why_not(ProfileLocked(profile)),
    )


def press_lock(office: "Office", profile: str) -> None:
    """Locks a profile at once and then asks why; asks first where one is to be unlocked."""
    from controlroom.ui.officers.profile_forms import Unlock, WhyLocked

    state, window = office.state, office.window
    if state is not None and profile in state.locked:
        window.open_layer(Unlock(office, profile))
        return
    office.acts.decide(
        ProfileLocked(profile), lambda: window.open_layer(WhyLocked(office, profile))
    )


def raise_alerts(office: "Office", entries: Iterable[Entry]) -> None:
    """Raises an alert of the gravest kind for every profile that was just locked."""
    state, alerts = office.state, office.window.alerts
    if state is None or alerts is None:
        return
    for entry in entries:
        told = read(entry)
        if isinstance(told, ProfileLocked) and state.locked.get(told.profile) == entry.seq:
            name = profile_told(told.profile, office.profiles)
            heading = translate("Rights", "{profile} locked, misuse?")
            text = translate("Rights", "Locked by {who} on {when}. Nothing is written through it.")
            alerts.raise_critical(
                heading.format(profile=name),
                text.format(who=named(state, entry.actor), when=moment_told(entry.at)),
                lambda key=told.profile: office.show_profile(key),
            )
