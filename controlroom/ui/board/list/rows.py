"""What lies between the cards of a list: the read line, gaps, where the saved posts end."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from controlroom.ui.board.list.window import PostWindow
from controlroom.ui.theme.theme import theme

TOP = 1 << 62
"""A place above every post."""


class RowKind(Enum):
    """What a row is; its value is its height in pixels at 100 %."""

    LINE = 20.0
    SAVED = 20.1
    GAP = 46.0


class Row(NamedTuple):
    """One row.

    Attributes:
        at: it lies above the newest post with an id smaller than this.
        number: id of the gap, 0 for a line.
        second: the quieter words below.
        can_press: a press on it does something.
    """

    kind: RowKind
    at: int
    text: str
    second: str = ""
    number: int = 0
    can_press: bool = False

    def height(self) -> int:
        """Returns the height in pixels at the text size in force."""
        return theme().metrics.px(int(self.kind.value))


class Rows:
    """The rows of a list, each above the card it belongs to.

    Attributes:
        foot: height of the rows below the last card.
    """

    def __init__(self, window: PostWindow) -> None:
        self._window = window
        self._given: tuple[Row, ...] = ()
        self._line, self._line_text = 0, ""
        self._above: dict[int, list[Row]] = {}
        self._below: list[Row] = []
        self._heights: dict[int, int] = {}
        self.foot = 0

    def give(self, rows: Sequence[Row]) -> bool:
        """Takes gaps and ends, the newest first; returns whether they are others than before."""
        changed = tuple(rows) != self._given
        self._given = tuple(rows)
        return changed

    def given(self) -> Sequence[Row]:
        """Returns the gaps and ends as they were given."""
        return self._given

    def give_line(self, post_id: int, text: str) -> None:
        """Takes the newest post that has been read, and the words of the line above it."""
        self._line, self._line_text = post_id, text

    def arrange(self) -> None:
        """Finds the card below each row; to be called whenever posts have come or gone."""
        self._above, self._below = {}, []
        for row in self._all():
            self._put(row)
        self._heights = {
            number: sum(row.height() for row in rows) for number, rows in self._above.items()
        }
        self.foot = sum(row.height() for row in self._below)

    def above(self, index: int) -> Sequence[Row]:
        """Returns the rows above a card, top one first."""
        return self._above.get(self._window.posts[index].id, ())

    def below(self) -> Sequence[Row]:
        """Returns the rows below the last card."""
        return self._below

    def height_above(self, index: int) -> int:
        """Returns the height of the rows above a card, in pixels."""
        if not self._heights:
            return 0
        return self._heights.get(self._window.posts[index].id, 0)

    def _all(self) -> Iterator[Row]:
        yield from self._given
        if self._line:
            yield Row(RowKind.LINE, self._line + 1, self._line_text)

    def _put(self, row: Row) -> None:
        window = self._window
        index, last = window.index(row.at - 1), len(window.posts)
        is_line = row.kind is RowKind.LINE
        if not last or (index == 0 and (is_line or window.more_above)):
            return
        if index < last:
            self._above.setdefault(window.posts[index].id, []).append(row)
        elif not is_line and not window.more_below:
            self._below.append(row)
