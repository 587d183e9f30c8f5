"""Alerts that no rule raised: the same within a minute is one, and each is kept once."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from controlroom.listening.alerts import JOINED
from controlroom.model import clock
from controlroom.model.alert import KeptAlert, Level


@dataclass(slots=True)
class Notice:
    """One alert.

    Attributes:
        number: under which its toast stands, below 0, as those of rules are above.
        kept: its id in the list of the bell, 0 until it is written.
        is_read: somebody took it, perhaps before it was written.
    """

    number: int
    alert: KeptAlert
    kept: int = 0
    is_read: bool = False

    def shown(self) -> KeptAlert:
        """Returns the alert as its toast has it."""
        return replace(self.alert, id=self.number)

    def to_keep(self) -> KeptAlert:
        """Returns the alert as it is written, in its own place if it was before."""
        return replace(self.alert, id=self.kept, is_read=self.is_read)


class Notices:
    """The notices since the house was opened, the last one of each name."""

    def __init__(self) -> None:
        self._last: dict[str, Notice] = {}
        self._number = 0

    def clear(self) -> None:
        """Forgets them: the house is closed."""
        self._last.clear()

    def add(self, name: str, text: str, level: Level) -> Notice:
        """Returns the notice that stands for this now, an earlier one if it joins that."""
        now, before = clock.now(), self._last.get(name)
        if before is not None and not before.is_read and now - before.alert.at < JOINED:
            count = before.alert.count + 1
            before.alert = replace(before.alert, at=now, text=text, count=count)
            return before
        self._number -= 1
        made = Notice(self._number, KeptAlert(0, 0, name, level, 0, now, text=text))
        self._last[name] = made
        return made

    def read(self, numbers: Collection[int]) -> tuple[set[int], set[int]]:
        """Marks notices as read, by the number of the toast or of the list; all if none is named.

        Returns:
            the numbers of their toasts, and of those in the list.
        """
        found = [
            one for one in self._last.values()
            if not numbers or one.number in numbers or (one.kept and one.kept in numbers)
        ]  # fmt: skip
        for one in found:
            one.is_read = True
        return {one.number for one in found}, {one.kept for one in found if one.kept}
