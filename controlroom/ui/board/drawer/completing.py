"""Has the engine complete a conversation from its network, and hears how that goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from controlroom.model.cached import CachedPost
from controlroom.model.completing import Completing, Stage
from controlroom.model.post import PostKind
from controlroom.model.reading import GapCause

if TYPE_CHECKING:
    from controlroom.ui.line import EngineLine


class Completions(QObject):
    """One conversation at a time: the one that is open.

    Signals:
        told: how the reading stands now; carries a `Completing`.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: EngineLine | None = None
        self._ticket = 0
        self._post: CachedPost | None = None

    def follow(self, line: "EngineLine") -> None:
        """Speaks to the engine through this line from now on."""
        self._line = line
        line.completing.connect(self._hear)
        line.running.connect(self._mind_engine)

    def ask(self, post: CachedPost) -> None:
        """Has the conversation around a post read."""
        self._post = post
        line, self._ticket = self._line, 0
        if line is None or not line.reads:
            self.told.emit(Completing(0, Stage.FAILED, GapCause.NOT_READING))
            return
        self._ticket = line.ticket()
        line.say(converse=_order(self._ticket, post))
        self.told.emit(Completing(self._ticket, Stage.READING))

    def leave(self) -> None:
        """Nothing is open any more; late answers are dropped."""
        self._post, self._ticket = None, 0

    def _hear(self, told: Completing) -> None:
        if self._ticket and told.ticket == self._ticket:
            self.told.emit(told)

    def _mind_engine(self, runs: bool) -> None:
        """An engine that has died has forgotten what it was asked."""
        if self._post is None:
            return
        if runs:
            self.ask(self._post)
        else:
            self._ticket = 0
            self.told.emit(Completing(0, Stage.FAILED, GapCause.NOT_READING))


def _order(ticket: int, post: CachedPost) -> dict[str, object]:
    return {
        "ticket": ticket,
        "network": post.post.network,
        "post": post.post.remote_id,
        "root": post.post.root,
        "profiles": list(post.profiles),
        "private": post.post.kind is PostKind.MESSAGE,
    }
