"""A column as its own parts see it."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from controlroom.model import board as model
from controlroom.model.changes import Changes
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.facts import Facts
from controlroom.ui.board.column.feed import Feed
from controlroom.ui.board.column.head import Head
from controlroom.ui.board.column.marks import Marks, Waited
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.waiting import Waiting
from controlroom.ui.board.state import Note
from controlroom.ui.board.surge.box import GroupBox
from controlroom.ui.board.surge.watch import Surge


class Parts(Protocol):
    """What the parts of a column share. Attributes and methods as in `ColumnView`."""

    model: model.Column
    desk: BoardDesk
    is_open: bool
    head: Head
    groups: GroupBox
    list: CardList
    feed: Feed
    marks: Marks
    surge: Surge

    @property
    def facts(self) -> Facts: ...

    @property
    def title(self) -> str: ...

    @property
    def waiting(self) -> Waited: ...

    @property
    def opened(self) -> SignalInstance: ...

    @property
    def fill_wanted(self) -> SignalInstance: ...

    @property
    def post_wanted(self) -> SignalInstance: ...

    def alter(self, **values: object) -> None: ...

    def sleep(self) -> None: ...

    def refresh(self, changes: Changes) -> None: ...

    def unread(self) -> int: ...

    def tell(self, note: Note | None) -> None: ...

    def hint(self, hint: Waiting) -> None: ...

    def activate(self) -> None: ...
