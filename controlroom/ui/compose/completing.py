"""Completes mentions and hashtags while one types, from what the cache has seen."""

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from controlroom.model.errors import WorldError
from controlroom.store.cache.naming import handles_like, hashtags
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.column.offers import Offers

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.store.database import Database
    from controlroom.ui.compose.text_box import TextBox
    from controlroom.ui.workshop import Workshop

_WORD = re.compile(r"(?:^|(?<=[\s(]))([@#])([\w.-]{2,40})\Z")
MOST, POSTS = 8, 4_000
TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Completing(QObject):
    """Watches one field; the keyboard stays in it."""

    def __init__(
        self, box: "TextBox", work: "Workshop", database: "Callable[[], Database | None]"
    ) -> None:
        super().__init__(box)
        self._box, self._work, self._database = box, work, database
        self._tags: Sequence[str] | None = None
        self._list: Offers | None = None
        self._offered: list[str] = []
        self._word = ""
        box.written.connect(self._look)
        box.moved.connect(self._mind_place)
        box.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._close()
        if self._list is None or not self._list.isVisible():
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return event.isAccepted() and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        assert self._list is not None
        if step := STEPS.get(Qt.Key(event.key())):
            self._list.mark(step)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in TAKE and not event.modifiers() and self._list.marked() >= 0:
            self.take(self._list.marked())
        elif event.key() == Qt.Key.Key_Tab:
            self.take(0)
        else:
            return False
        return True

    def take(self, place: int) -> None:
        """Puts an offer in place of the word that was being typed."""
        at, chosen = self._box.caret(), self._offered[place].partition(" ")[0]
        begin = at - len(self._word)
        self._close()
        self._box.replace(begin, at, f"{chosen} ")

    def _look(self, text: str) -> None:
        match = _WORD.search(text[: self._box.caret()])
        database = self._database()
        if match is None or database is None:
            self._close()
            return
        self._word = match[0]
        if match[1] == "#":
            self._offer_tags(match[2], database)
        else:
            ask = partial(handles_like, database, match[2], MOST)
            self._work.do(ask, partial(self._offer_handles, match[0]), _forget)

    def _offer_tags(self, begun: str, database: "Database") -> None:
        if self._tags is None:
            self._tags = ()
            self._work.do(partial(hashtags, database, POSTS), self._learn, _forget)
        lower = begun.casefold()
        found = [f"#{one}" for one in self._tags if one.casefold().startswith(lower)]
        self._offer([one for one in found if one != f"#{begun}"][:MOST])

    def _learn(self, tags: Sequence[str]) -> None:
        self._tags = tags
        if self._word.startswith("#"):
            self._look(self._box.text())

    def _offer_handles(self, word: str, found: Sequence[tuple[str, str]]) -> None:
        if word == self._word and self._box.hasFocus():
            self._offer([f"@{handle}  {look_of(network).name}" for network, handle in found])

    def _offer(self, texts: list[str]) -> None:
        self._offered = texts
        if self._list is None and texts:
            self._list = Offers(self._box)
            self._list.chosen.connect(self.take)
        if self._list is not None:
            self._list.offer(texts)

    def _mind_place(self) -> None:
        if self._list is not None and self._list.isVisible():
            before = self._box.text()[: self._box.caret()]
            if _WORD.search(before) is None:
                self._close()

    def _close(self) -> None:
        self._word = ""
        if self._list is not None:
            gone, self._list = self._list, None
            gone.hide()
            gone.deleteLater()


def _forget(_error: WorldError) -> None:
    """Nothing is offered then."""
