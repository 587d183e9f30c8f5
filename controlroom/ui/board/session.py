"""The open house as all windows of the board share it."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model.board import Board
from controlroom.model.changes import Changes
from controlroom.ui.board.around import House
from controlroom.ui.board.book import Book
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.facts import Facts, read_facts
from controlroom.ui.board.column.reading import Reading
from controlroom.ui.board.counts import Counts
from controlroom.ui.board.pulse import Pulse
from controlroom.ui.board.row import ColumnRow
from controlroom.ui.board.undo import Undo
from controlroom.ui.board.views import Views
from controlroom.ui.workshop import nothing

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.ahead import Ahead

FACTS_MS = 1000
"""What is known of profiles and sources is read again at most so often."""
CALM_MS = 3000
"""After the board is filled, until what only a surge needs is loaded."""


class Place(Protocol):
    """Where columns stand."""

    @property
    def row(self) -> ColumnRow:
        """The columns side by side."""

    def show(self) -> None:
        """Shows the columns that belong here now."""

    def asking_about(self, view: ColumnView, post: "CachedPost") -> "AbstractContextManager[None]":
        """Has commands asked for their reasons as if the keyboard were on a post of a column."""


class Shared(Protocol):
    """What shares boards with the team; reasons are words, "" for none."""

    def why_not_share(self, board: Board) -> str:
        """Returns why a board cannot be shared now."""

    def why_not_stop(self, board: Board) -> str:
        """Returns why sharing a board cannot be ended now."""

    def share(self, board: Board) -> None:
        """Shares a board with the team."""

    def stop(self, board: Board) -> None:
        """Ends that a board is shared."""


class Session(QObject):
    """Boards, columns and clock of the house that is open, if one is.

    Attributes:
        sharing: shares boards with the team, None until the record is followed.
        undo: what can be undone of what was done on any board.

    Signals:
        learned: what is known of profiles and streams is other than before.
        failed: the cache could not be read or the desk's file not be written.
        filled: every column in view shows its posts; once for each house.
        counted: unread posts have come or been read.
        watched: other posts than before are in view; carries their ids.
    """

    learned = Signal()
    failed = Signal(object)
    filled = Signal()
    counted = Signal()
    watched = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk: BoardDesk | None = None
        self.sharing: Shared | None = None
        self.book, self.views, self.pulse = Book(self), Views(self), Pulse(self)
        self.counts, self.undo = Counts(self), Undo(self)
        self.stands: list[Place] = []
        self._is_filled = False
        self._facts_later = QTimer(self)
        self._facts_later.setSingleShot(True)
        self._facts_later.setInterval(FACTS_MS)
        self._facts_later.timeout.connect(self._ask_late)
        self._wants_facts = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._make_ready)
        self._watched: tuple[int, ...] = ()
        self._heard: dict[int, object] = {}
        self.book.failed.connect(self.failed)
        self.views.altered.connect(self.book.keep)
        self.views.opened.connect(self._note_filled)
        self.views.counted.connect(self.counted)
        self.views.made.connect(self._take_count)
        self.counts.counted.connect(self._take_counts)
        self.pulse.spread.connect(self._spread)
        self.pulse.ticked.connect(self._tick)

    def open(self, house: House, ahead: "Ahead | None" = None) -> None:
        """Takes a house whose cache is there, and what was read of it ahead."""
        from controlroom.store.cache.pictures import PictureList

        assert house.cache is not None
        reading = Reading(self)
        reading.failed.connect(self.failed)
        lines = house.desk.read_up_to() if ahead is None else ahead.lines
        station = bool(getattr(house, "team", ""))
        self.desk = BoardDesk(house.cache, house.desk, reading, lines=lines, has_station=station)
        self._is_filled = False
        self.views.gallery.open(PictureList(house.cache.database))
        self.book.open(self.desk, ahead.boards if ahead else None)
        self.pulse.start()
        if ahead is None:
            self._ask_facts()
        else:
            self.desk.facts = ahead.facts
            self._facts_later.start()
            # Once the house stands open: whoever waits for it may add boards.
            QTimer.singleShot(0, self, self.learned.emit)

    def close(self) -> None:
        """Lets go of the house; what was being saved is saved."""
        desk, self.desk = self.desk, None
        if desk is None:
            return
        self.views.save_places()
        self.pulse.stop()
        self._facts_later.stop()
        self._calm.stop()
        self._heard.clear()
        self.counts.close()
        self.undo.forget()
        desk.reading.close()
        for stand in self.stands:
            stand.row.clear()
        self.views.close()
        self.book.close()

    def hear(self, told: dict[str, Any]) -> None:
        """Takes what the engine says of a source: a stream, its trouble or a gap may be new."""
        gaps = [(gap.get("id"), gap.get("ends")) for gap in told.get("gaps", ())]
        stands = told.get("now"), told.get("streams"), gaps
        if self._heard.get(told.get("source", 0)) != stands:
            self._heard[told.get("source", 0)] = stands
            self._ask_facts()

    def engine_runs(self, runs: bool) -> None:
        """Takes whether the networks are being read."""
        if self.desk is not None and self.desk.engine_runs != runs:
            self.desk.engine_runs = runs
            # A new engine has heard nothing yet of what is watched.
            self._watched = ()
            self._tell_watched()
            for view in self.views.all.values():
                view.status.show()

    def columns_in_view(self) -> list[ColumnView]:
        """Returns the columns that can be seen, in whatever window."""
        return [view for stand in self.stands for view in stand.row.in_view()]

    def unread(self, board: int) -> int:
        """Returns how many posts are unread on a board, 999 at most."""
        found = self.book.find(board)
        total = sum(self._unread(one.id) for one in found.columns) if found else 0
        return min(999, total)

    def look(self) -> None:
        """Other columns may be in view: those read what they show, the others are counted."""
        # What a column asks depends on its stream, which must be known first.
        if self.desk is None or not self.desk.facts.known:
            return
        for view in self.columns_in_view():
            view.wake()
        self.count()

    def count(self) -> None:
        """Counts what is unread in every column out of view."""
        if self.desk is None or not self.desk.facts.known:
            return
        seen = {view.model.id for view in self.columns_in_view()}
        columns = [one for board in self.book.boards for one in board.columns]
        self.counts.want(self.desk, [one for one in columns if one.id not in seen])

    def _unread(self, column: int) -> int:
        view, counted = self.views.all.get(column), self.counts.found.get(column)
        if view is not None:
            return view.unread()
        return counted.number if counted else 0

    def _take_count(self, view: ColumnView) -> None:
        counted = self.counts.found.get(view.model.id)
        if counted is not None:
            view.marks.take_count(counted)

    def _take_counts(self) -> None:
        for view in self.views.all.values():
            self._take_count(view)
        self.counted.emit()

    def _ask_facts(self) -> None:
        """Asks at once, or once the last answer is a second old."""
        self._wants_facts = True
        if not self._facts_later.isActive():
            self._ask_late()

    def _ask_late(self) -> None:
        if self.desk is not None and self._wants_facts:
            self._wants_facts = False
            self._facts_later.start()
            cache = self.desk.cache
            self.desk.reading.ask(self, lambda: read_facts(cache), self._learn)

    def _learn(self, facts: Facts) -> None:
        if self.desk is None or facts == self.desk.facts:
            return
        self.desk.facts = facts
        for view in self.views.all.values():
            view.learn(facts)
        self.look()
        self.learned.emit()

    def _spread(self, changes: Changes) -> None:
        """Tells the columns in view what has changed; the others are counted."""
        self._ask_facts()
        seen = self.columns_in_view()
        for view in self.views.all.values():
            if view in seen:
                view.refresh(changes)
            else:
                view.sleep()
        if changes.new:
            self.count()

    def _tick(self) -> None:
        for view in self.columns_in_view():
            view.tick()
        self._ask_facts()
        self._tell_watched()

    def _tell_watched(self) -> None:
        """What is in view is looked at again the soonest: edited, deleted, liked."""
        ids = {number for view in self.columns_in_view() for number in view.list.ids_in_view()}
        watched = tuple(sorted(ids))
        if watched != self._watched:
            self._watched = watched
            self.watched.emit(watched)

    def _note_filled(self) -> None:
        if not self._is_filled and all(view.is_open for view in self.columns_in_view()):
            self._is_filled = True
            self._calm.start()
            self.filled.emit()

    def _make_ready(self) -> None:
        """What was left for later, that the start may be quick, is loaded before it is needed."""
        if self.desk is not None:
            from controlroom.ui.board.surge.ready import load_for_surge

            self.desk.reading.ask(self, load_for_surge, nothing)

    def tidy(self) -> None:
        """Lets go of columns that are on no board any more, once they are shown no more."""
        self.views.let_go({one.id for board in self.book.boards for one in board.columns})
