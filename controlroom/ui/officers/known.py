"""The profiles this desk knows, by the key the record gives them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from controlroom.model.journal_subject import profile_key
from controlroom.model.profile import Profile
from controlroom.store.cache.sources import SourceList
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from controlroom.store.cache.reader import CacheReader


class KnownProfiles(QObject):
    """Read aside, when the house opens and whenever profiles come.

    Signals:
        changed: others are known now.

    Attributes:
        by_key: as the record names them.
        is_read: they have been read at least once.
    """

    changed = Signal()

    def __init__(self, window: Any, parent: QObject) -> None:
        super().__init__(parent)
        self.by_key: Mapping[str, Profile] = {}
        self.is_read = False
        self._work = Workshop(self)
        self._cache: CacheReader | None = None
        window.line.added.connect(self.look)

    def open(self, house: Any) -> None:
        """Reads the profiles of a house."""
        self._cache = house.cache
        self.look()

    def close(self) -> None:
        """Lets go of the house."""
        self._cache, self.is_read = None, False

    def end(self) -> None:
        """Ends for good."""
        self.close()
        self._work.close()

    def look(self, _why: object = None) -> None:
        """Reads them anew."""
        cache = self._cache
        if cache is not None:
            self._work.do(SourceList(cache.database).profiles, self._take, _forget)

    def _take(self, profiles: list[Profile]) -> None:
        if self._cache is None:
            return
        before, self.by_key = self.by_key, {profile_key(one): one for one in profiles}
        if before != self.by_key or not self.is_read:
            self.is_read = True
            self.changed.emit()


def _forget(_error: object) -> None:
    """Whoever shows profiles meets the same error, and tells it."""
