"""Announces sign-ins that end soon, or have ended, wherever in the desk one is."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.store.cache.sources import SourceList
from controlroom.ui.called import called
from controlroom.ui.frame.notice import Notice
from controlroom.ui.language import counted
from controlroom.ui.profiles.standing import SOON
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.model.errors import WorldError
    from controlroom.ui.profiles.around import House, ProfilesWindow

translate = QCoreApplication.translate
LOOK_MS = 3_600_000
NAMED = 20
"""How many profiles the notice names."""


def ending(
    profiles: list[Profile], credentials: Mapping[int, Credential], now: datetime
) -> list[Profile]:
    """Returns the profiles whose sign-in ends within a week or has ended, the soonest first."""
    ends = {
        profile.id: credential.ends_at
        for profile in profiles
        if (credential := credentials.get(profile.id)) and credential.ends_at
    }
    soon = [one for one in profiles if one.id in ends and ends[one.id] - now <= SOON]
    return sorted(soon, key=lambda one: ends[one.id])


class Announcing(QObject):
    """Looks when the house opens and every hour."""

    def __init__(self, window: "ProfilesWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._house: House | None = None
        self._work = Workshop(self)
        self._rounds = QTimer(self, interval=LOOK_MS)
        self._rounds.timeout.connect(self.look)

    def open(self, house: "House") -> None:
        """Begins to follow an open house."""
        self._house = house
        self._rounds.start()
        self.look()

    def close(self) -> None:
        """Leaves the house."""
        self._house = None
        self._rounds.stop()

    def end(self) -> None:
        """Ends for good."""
        self.close()
        self._work.close()

    def look(self) -> None:
        """Looks aside; a notice stands or goes when that is done."""
        house = self._house
        if house is None or house.cache is None:
            return
        database, sign_ins = house.cache.database, house.sign_ins

        def looked() -> list[Profile]:
            profiles = SourceList(database).profiles()
            held = sign_ins.of(profile.id for profile in profiles)
            return ending(profiles, held, clock.now())

        self._work.do(looked, self._announce, self._unread)

    def _announce(self, found: list[Profile]) -> None:
        if self._house is None:
            return
        notice = Notice(lambda: _words(found), "go-profiles") if found else None
        self._window.status.notice.stand("sign-ins", notice)

    def _unread(self, _error: "WorldError") -> None:
        """A keychain that is closed accuses nobody; the section says that it is."""


def _words(found: list[Profile]) -> tuple[str, str]:
    told = counted(
        len(found),
        translate("Profiles", "{n} sign-in ends within 7 days"),
        translate("Profiles", "{n} sign-ins end within 7 days"),
    )
    return told, "\n".join(called(one) for one in found[:NAMED])
