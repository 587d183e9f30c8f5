"""What is under way to a post: the badge on its card while a reply waits to be sent."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model import clock
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.publishing.views import Stage, deliveries, drafts
from controlroom.ui.board.card.badges import Badge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from controlroom.model.cached import CachedPost
    from controlroom.model.journal import Entry
    from controlroom.team.publishing.views import DraftView
    from controlroom.team.state import State
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
_KINDS = ("draft.", "delivery.", "hold.")
_LOST = (DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.LATE)


class Leaving(QObject):
    """Looks anew whenever the record says something about what leaves.

    Signals:
        changed: other posts have something under way.
    """

    changed = Signal()

    def __init__(self, book: "RecordBook", parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._badges: Mapping[tuple[str, str], Badge] = {}
        book.begun.connect(self._look)
        book.changed.connect(self._hear)
        self._look()

    def badge(self, post: "CachedPost") -> Badge | None:
        """Returns the badge of a post, None while nothing is under way to it."""
        if not self._badges:
            return None
        return self._badges.get((post.post.network, post.post.remote_id))

    def _hear(self, entries: "Iterable[Entry]") -> None:
        if any(entry.kind.startswith(_KINDS) for entry in entries):
            self._look()

    def _look(self) -> None:
        state = self._book.state
        found = under_way(state) if state is not None else {}
        if found != self._badges:
            self._badges = found
            self.changed.emit()


def under_way(state: "State") -> dict[tuple[str, str], Badge]:
    """Returns the badge of every post that something is under way to, by network and id."""
    found: dict[tuple[str, str], Badge] = {}
    for draft in drafts(state):
        content = draft.content if draft.act is not Act.POST else None
        if content is not None and content.about is not None and content.targets:
            network = content.targets[0].partition("/")[0]
            found[network, content.about.remote_id] = _badge(state, draft)
    return found


def _badge(state: "State", draft: "DraftView") -> Badge:
    if draft.stage is Stage.RETURNED:
        return Badge("undo", translate("Card", "Returned to its author"), dashed=True)
    if draft.stage is Stage.WAITING:
        return Badge("approvals", translate("Card", "Waits for approval"), dashed=True)
    states = {one.state for one in deliveries(state, draft.id, clock.now())}
    if states & set(_LOST):
        return Badge("warn", translate("Card", "Not sent: needs a person"), dashed=True)
    if DeliveryState.HELD in states:
        return Badge("hand", translate("Card", "Held"), dashed=True)
    return Badge("send", translate("Card", "Waiting to send"), dashed=True)
