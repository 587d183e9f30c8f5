"""One connecting from the first press to the profile that is read: the talk with the engine."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from controlroom.feeds.signing_in import Offer
from controlroom.model.errors import WorldError
from controlroom.model.profile import Profile
from controlroom.ui.line import EngineLine


class Connection(QObject):
    """Begins sign-ins, hears how they go, and has what was chosen saved.

    Signals:
        browser_wanted: an address the system browser is to open.
        offered: accounts that may be connected, as a tuple of `Offer`.
        failed: a sentence for the operator.
        refused: an error of the keychain, as a `WorldError`.
        done: everything is saved; with how many profiles.
    """

    browser_wanted = Signal(str)
    offered = Signal(object)
    failed = Signal(str)
    refused = Signal(object)
    done = Signal(int)

    def __init__(self, line: EngineLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._ticket = 0
        self._saving: Sequence[Offer] = ()
        self._unkept = 0
        line.connecting.connect(self._connecting)
        line.connected.connect(self._connected)
        line.unconnected.connect(self._unconnected)
        line.added.connect(self._added)

    @property
    def waits(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._ticket)

    def begin(self, **order: Any) -> None:
        """Begins a sign-in; see `engine.orders.Connect`."""
        self.cancel()
        self._ticket = self._line.ticket()
        self._line.say(connect={"ticket": self._ticket, **order})

    def cancel(self) -> None:
        """Ends the sign-in under way; nothing is heard of it any more."""
        ticket, self._ticket = self._ticket, 0
        if ticket:
            self._line.say(connect={"ticket": ticket, "cancel": True})

    def save(self, offers: Sequence[Offer], groups: Sequence[str], owners: Sequence[str]) -> None:
        """Has accounts saved as profiles, and their sign-ins kept in the keychain."""
        self._saving = tuple(offers)
        self._ticket = self._line.ticket()
        profiles = [
            Profile(0, offer.network, offer.remote_id, offer.handle, offer.name, offer.host,
                    owner=owner)
            for offer, owner in zip(offers, owners, strict=True)
        ]  # fmt: skip
        self._line.say(
            add_profiles={"ticket": self._ticket, "profiles": profiles, "groups": list(groups)}
        )

    def _connecting(self, told: Any) -> None:
        if told.ticket == self._ticket:
            self.browser_wanted.emit(told.open)

    def _connected(self, told: Any) -> None:
        if told.ticket == self._ticket:
            self._ticket = 0
            self.offered.emit(tuple(told.offers))

    def _unconnected(self, told: Any) -> None:
        if told.ticket == self._ticket:
            self._ticket = 0
            self.failed.emit(told.text)

    def _added(self, told: Any) -> None:
        if not self._ticket or told.ticket != self._ticket:
            return
        self._ticket = 0
        self._unkept = len(told.ids)
        for number, offer in zip(told.ids, self._saving, strict=True):
            self._line.keep(number, offer.credential, self._kept)

    def _kept(self, error: WorldError | None) -> None:
        self._unkept -= 1
        if error is not None:
            self.refused.emit(error)
        if not self._unkept:
            saved, self._saving = len(self._saving), ()
            self.done.emit(saved)
