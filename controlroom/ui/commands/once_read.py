"""Commands that act on what a window has once the record has been read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from controlroom.ui.commands.command import Reason
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk

T = TypeVar("T")
NOT_READ = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the record has not been read.")


class OnceRead(Generic[T]):
    """Makes the actions and reasons of commands.

    Args:
        find: returns what they act on, None until the record has been read.
    """

    def __init__(self, find: Callable[["Desk"], T | None]) -> None:
        self._find = find

    def on(self, act: Callable[[T], object]) -> Callable[["Desk"], None]:
        """Returns an action; it does nothing before."""

        def run(desk: "Desk") -> None:
            found = self._find(desk)
            if found is not None:
                act(found)

        return run

    def unless(self, why: Callable[[T], str] = lambda _: "") -> Reason:
        """Returns why a command cannot be run: what `why` says, and that nothing was read yet."""

        def reason(desk: "Desk") -> str:
            found = self._find(desk)
            return NOT_READ if found is None else why(found)

        return reason
