"""What the foot of each card offers: the commands of the window the card is in."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from controlroom.ui.board.list.foot import Offer
from controlroom.ui.commands.bind import named_with_key, tip
from controlroom.ui.commands.of_posts import FOOT

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.around import BoardWindow
    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.board.session import Session
    from controlroom.ui.commands.command import Command
    from controlroom.ui.commands.registry import Commands


class Feet(QObject):
    """Hears the cards of every column, and asks the commands about their posts."""

    def __init__(self, session: "Session", window: "BoardWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        session.views.made.connect(self._watch)
        window.commands.changed.connect(self._look)

    def _watch(self, view: "ColumnView") -> None:
        view.list.foot.offers_of = partial(self._offers, view)
        view.list.foot.wanted.connect(partial(self._run, view))

    def _look(self) -> None:
        """Something may be possible that was not, or the other way round."""
        for view in self._session.views.all.values():
            view.list.foot.look()

    def _offers(self, view: "ColumnView", post: "CachedPost") -> tuple[Offer | None, ...]:
        commands = self._commands(view)
        for stand in self._session.stands:
            if view in stand.row.columns:
                with stand.asking_about(view, post):
                    return tuple(_offer(commands, commands.named(name)) for name in FOOT)
        return ()

    def _run(self, view: "ColumnView", name: str) -> None:
        self._commands(view).run(name)

    def _commands(self, view: "ColumnView") -> "Commands":
        found: Commands = getattr(view.window(), "commands", self._window.commands)
        return found


def _offer(commands: "Commands", command: "Command") -> Offer | None:
    if not command.is_built:
        return None
    reason = commands.why_not(command)
    words, keys = command.words(), command.keys[0] if command.keys else ""
    said = named_with_key(words, keys)
    return Offer(command.id, command.icon, said, tip(words, keys, reason), not reason)
