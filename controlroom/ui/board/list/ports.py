"""A list of cards as its own parts see it."""

from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.list.places import Places
from controlroom.ui.board.list.shelf import Shelf
from controlroom.ui.board.list.window import PostWindow


class Prepared(Protocol):
    """Something whose next cards can be drawn ahead."""

    def prepare(self, way: int) -> bool:
        """Draws one card that is about to come into view; returns whether there was one."""


class Listed(Protocol):
    """What the caret needs of its list. Methods as in `CardBody`."""

    window_of_posts: PostWindow
    places: Places
    shelf: Shelf

    def posts(self) -> list[CachedPost]: ...

    def is_read(self, post_id: int) -> bool: ...

    def visible(self) -> list[tuple[int, int]]: ...

    def rect_of(self, post_id: int) -> QRect: ...

    def scroll_by(self, pixels: int) -> None: ...

    def viewport(self) -> QWidget: ...

    def setFocus(self, reason: Qt.FocusReason, /) -> None: ...


class Drawn(Prepared, Listed, Protocol):
    """What is needed besides to draw its cards ahead. Methods as in `CardBody`."""

    def posts_in_view(self) -> list[CachedPost]: ...

    def state_of(self, post: CachedPost) -> CardState: ...

    def isVisible(self) -> bool: ...

    def devicePixelRatio(self) -> float: ...
