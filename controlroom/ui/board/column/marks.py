"""What of a column has been read: the line, single posts above it, and how many are left."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from controlroom.ui.board.column.answers import Unread

if TYPE_CHECKING:
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.column.feed import Feed
    from controlroom.ui.board.list.cards import CardList


class Waited(NamedTuple):
    """How many posts wait behind the pill, and how many lie above the read line."""

    number: int = 0
    unread: int = 0
    more_unread: bool = False


class Marks(QObject):
    """Read line and read posts of a column, saved as they change.

    Signals:
        counted: the number of unread posts is another.
    """

    counted = Signal()

    def __init__(self, feed: "Feed", cards: "CardList", desk: "BoardDesk") -> None:
        super().__init__(feed)
        self._feed, self._cards, self._desk = feed, cards, desk
        self.line = desk.lines.get(feed.column.id, 0)
        self.waiting = Waited()
        feed.counted.connect(self.take_count)
        cards.caret.moved.connect(self.mark)
        if self.line:
            cards.set_line(self.line)

    @property
    def is_new(self) -> bool:
        """Whether the column has no line yet."""
        return self._feed.column.id not in self._desk.lines

    def unread(self) -> int:
        """Returns how many posts are unread, 1,000 at most."""
        single = sum(1 for one in self._cards.read if one > self.line)
        return max(0, self.waiting.unread - single)

    def count(self) -> None:
        """Counts what is unread, unless the column was never read."""
        if not self.is_new:
            self._feed.ask_count(self.line)

    def wait(self, number: int) -> None:
        """Notes how many posts wait behind the pill."""
        self.waiting = self.waiting._replace(number=number)

    def take_count(self, count: Unread) -> None:
        """Takes a count, unless the line has moved since it was asked for."""
        if count.line == self.line:
            self.waiting = self.waiting._replace(unread=count.number, more_unread=count.more)
            self.counted.emit()

    def mark(self, post_id: int) -> None:
        """Marks a post as read."""
        if self._cards.is_read(post_id):
            return
        self._cards.read.add(post_id)
        stream, store = self._feed.column.stream, self._desk.store
        self._desk.reading.keep(lambda: store.mark_read(stream, [post_id]))
        self.counted.emit()

    def mark_all(self, posts: list[int], *, read: bool) -> list[int]:
        """Marks posts as read or unread; what lies below the read line stays read.

        Returns:
            those that were not marked so before.
        """
        above = [one for one in posts if one > self.line and (one in self._cards.read) != read]
        if not above:
            return []
        self._cards.read = self._cards.read | {*above} if read else self._cards.read - {*above}
        stream, store = self._feed.column.stream, self._desk.store
        change = store.mark_read if read else store.mark_unread
        self._desk.reading.keep(lambda: change(stream, above))
        self._cards.viewport().update()
        self.counted.emit()
        return above

    def put_line(self, post_id: int) -> None:
        """Puts the read line above a post."""
        self.line = post_id
        number, store = self._feed.column.id, self._desk.store
        self._desk.lines[number] = post_id
        self._cards.set_line(post_id)
        self._desk.reading.keep(lambda: store.set_read_up_to(number, post_id))
        self.count()

    def put_line_here(self) -> None:
        """Puts the line above the focused post, or above the first one in view."""
        posts, caret = self._cards.posts(), self._cards.caret
        if posts:
            index = caret.index()
            self.put_line(posts[caret.first_whole() if index is None else index].id)
