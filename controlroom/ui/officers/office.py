"""What a window keeps about officers: the record's state, profiles, entries, acts."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from controlroom.team.state import State
from controlroom.ui.officers.entries import Entries
from controlroom.ui.officers.known import KnownProfiles
from controlroom.ui.officers.locking import raise_alerts
from controlroom.ui.officers.words import Profiles

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook


class WindowOffice(QObject):
    """Follows one window's record; made once, when somebody first asks.

    Signals:
        changed: what is shown of officers and rights may be other than before.
        profile_wanted: a profile of the record is to be shown in Profiles, by its key.
        rights_wanted: Officers and rights is to be shown, with a profile of the record.
        officers_wanted: Officers and rights is to be shown, with an officer by number, or "".
    """

    changed = Signal()
    profile_wanted = Signal(str)
    rights_wanted = Signal(str)
    officers_wanted = Signal(str)

    def __init__(self, window: Any) -> None:
        from controlroom.ui.officers.acts import Acts

        super().__init__(window)
        self.window = window
        self.book: RecordBook = window.record
        self.known = KnownProfiles(window, self)
        self.entries = Entries(self.book, self)
        self.acts: Acts = Acts(self, self)
        self._wire()
        if window.house is not None:
            self._open(window.house)

    @property
    def state(self) -> State | None:
        """What the record says, None until it has been read."""
        return self.book.state

    @property
    def profiles(self) -> Profiles:
        """The profiles this desk knows."""
        return self.known.by_key

    def show_profile(self, key: str) -> None:
        """Shows a profile of the record in Profiles."""
        self.window.go("profiles")
        self.profile_wanted.emit(key)

    def show_rights(self, key: str) -> None:
        """Shows Officers and rights in Profiles, with a profile of the record."""
        self.window.go("profiles")
        self.rights_wanted.emit(key)

    def show_officers(self, number: str = "") -> None:
        """Shows Officers and rights in Profiles, with an officer if one is named."""
        self.window.go("profiles")
        self.officers_wanted.emit(number)

    def _wire(self) -> None:
        window = self.window
        window.house_opened.connect(self._open)
        window.house_closed.connect(self._close)
        window.closed.connect(self._end)
        self.book.changed.connect(self.entries.hear)
        for signal in (self.book.begun, self.book.acts, self.known.changed, self.entries.came):
            signal.connect(self._tell)
        self.book.changed.connect(self._tell)
        self.book.changed.connect(partial(raise_alerts, self))

    def _tell(self, _why: object = None) -> None:
        self.changed.emit()

    def _open(self, house: Any) -> None:
        self.entries.open(house)
        self.known.open(house)

    def _close(self) -> None:
        self.known.close()
        self.entries.close()
        self.changed.emit()

    def _end(self) -> None:
        self.known.end()
        self.entries.end()
