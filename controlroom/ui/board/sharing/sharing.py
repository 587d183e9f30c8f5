"""Keeps the boards of the team alike on this desk and in the record, for one window."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.board import Board
from controlroom.model.board_shape import Shape, formed, missing_of
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import BoardShared, BoardUnshared
from controlroom.model.journal_rights import Right
from controlroom.store.desk.board_file import written_shape
from controlroom.store.desk.shared import SharedBoard
from controlroom.store.journal.errors import Conflict
from controlroom.ui.board.sharing import onto_board
from controlroom.ui.board.sharing.contents import Contents
from controlroom.ui.board.sharing.steps import Step, step
from controlroom.ui.board.sharing.waiting import Shelf
from controlroom.ui.language import told
from controlroom.ui.record.door import why_not
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.session import Session

translate = QCoreApplication.translate
SOON_MS = 1_000
"""A change goes into the record so long after the last one."""


class Sharing(QObject):
    """The shared boards of the open house."""

    def __init__(self, session: "Session", window: Any) -> None:
        super().__init__(window)
        self._session, self._window, self._book = session, window, window.record
        self._boards = session.book
        self._links: dict[str, SharedBoard] = {}
        self._desk: BoardDesk | None = None
        self._is_read = False
        self._shelf = Shelf(self._book)
        self._stopping: set[str] = set()
        self._given_up: dict[str, Shape] = {}
        self._seen: dict[str, Shape] = {}
        self._marked: frozenset[int] = frozenset()
        self._contents = Contents(window, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._wire()
        self._learn()

    def why_not_share(self, board: Board) -> str:
        """Returns in words why a board cannot be shared now, "" if it can."""
        if self._book.is_own:
            return translate("Sharing", "This desk is in no team.")
        if self._key_of(board):
            return translate("Sharing", "This board is shared with the team already.")
        return why_not(self._window, Right.READ) or self._why_not_ready()

    def why_not_stop(self, board: Board) -> str:
        """Returns in words why sharing a board cannot be ended now, "" if it can."""
        if self._book.is_own:
            return translate("Sharing", "This desk is in no team.")
        key = self._key_of(board)
        if not key:
            return translate("Sharing", "This board is not shared with the team.")
        if self._shelf.is_waiting(key):
            return translate("Sharing", "A change of it still waits for the team’s database.")
        return why_not(self._window, Right.READ) or self._why_not_ready()

    def share(self, board: Board) -> None:
        """Shares a board with the team."""
        if self.why_not_share(board):
            return
        shape = onto_board.mine_of(self._session, SharedBoard("", board.id), None)
        if onto_board.is_too_long(shape):
            self._tell_too_long(board.name)
            return
        begun = next((key for key, one in self._links.items() if one.board == board.id), "")
        link = SharedBoard(begun or uuid.uuid4().hex, board.id)
        self._save(link)
        self._decide(link.key, shape)
        self._mark()

    def stop(self, board: Board) -> None:
        """Ends that a board is shared; every desk keeps it as its own."""
        if self.why_not_stop(board):
            return
        key = self._key_of(board)
        self._stopping.add(key)
        failed = partial(self._not_stopped, key, board.name)
        self._book.decide(BoardUnshared(key, board.name), failed=failed)

    def _wire(self) -> None:
        session, book, window = self._session, self._book, self._window
        session.learned.connect(self._learn)
        session.book.changed.connect(self._stir)
        session.views.altered.connect(self._stir)
        self._soon.timeout.connect(self._look)
        self._contents.came.connect(self._look)
        book.begun.connect(self._look)
        book.changed.connect(self._hear)
        book.waiting.connect(self._hear_waiting)
        book.acts.connect(self._look)
        window.house_closed.connect(self._forget)
        window.closed.connect(self._end)

    def _learn(self) -> None:
        """Streams are known, perhaps of another house than before."""
        desk = self._session.desk
        if desk is not None and desk is not self._desk:
            self._forget()
            self._desk = desk
            desk.reading.ask(self, desk.store.shared_boards, partial(self._take_links, desk))
        else:
            self._look()

    def _take_links(self, desk: "BoardDesk", links: list[SharedBoard]) -> None:
        if desk is self._desk:
            self._links, self._is_read = {one.key: one for one in links}, True
            self._look()

    def _forget(self) -> None:
        self._soon.stop()
        self._links, self._desk, self._is_read = {}, None, False
        self._shelf.clear()
        self._stopping.clear()
        self._given_up.clear()
        self._seen.clear()
        self._contents.clear()
        self._mark()

    def _end(self) -> None:
        self._forget()
        self._contents.close()

    def _hear(self, entries: Iterable[Entry]) -> None:
        mine = [one for one in entries if one.subject.startswith(f"{BoardShared.about}/")]
        self._contents.hear(mine)
        if mine:
            self._look()

    def _hear_waiting(self) -> None:
        for key, moved in self._shelf.hear():
            if key in self._stopping:
                self._not_stopped(key, self._name(key), Conflict(moved))
        self._look()

    def _stir(self, _column: object = None) -> None:
        """A board has changed somehow; what a team shares of it is looked at soon."""
        if not self._links or not self._is_ready():
            return
        shapes = {key: self._mine(one) for key, one in self._links.items() if self._is_open(one)}
        if shapes != self._seen:
            self._seen = shapes
            self._soon.start()
            self._mark()

    def _look(self) -> None:
        """Does for every shared board what is to be done."""
        state = self._book.state
        if state is None or not self._is_ready():
            return
        for key in [one for one in self._links if one not in state.shared]:
            self._take_end(self._links[key])
        newest = sorted((seq, key) for key, (_name, seq) in state.shared.items())
        for seq, key in newest:
            self._look_at(key, seq)
        self._mark()

    def _look_at(self, key: str, seq: int) -> None:
        link = self._links.get(key)
        if link is not None and not self._is_open(link):
            return
        if not self._contents.has(seq, link.seq if link is not None else 0):
            return
        theirs = self._contents.shape(seq)
        if theirs is None:
            return
        if link is None:
            self._take_new(key, seq, theirs)
        else:
            self._compare(self._with_new_streams(link), seq, theirs)

    def _compare(self, link: SharedBoard, seq: int, theirs: Shape) -> None:
        mine, base = self._mine(link), self._contents.shape(link.seq)
        own = self._shelf.is_own(link.key, theirs)
        match step(mine, base, theirs, newer=seq != link.seq, own=own):
            case Step.SEND:
                self._send(link, mine)
            case Step.NOTE:
                self._note(link, seq, theirs)
                if mine != theirs:
                    self._soon.start()
            case Step.TAKE:
                self._take(link, seq, theirs)
            case Step.PART:
                self._part(link, seq, theirs)

    def _with_new_streams(self, link: SharedBoard) -> SharedBoard:
        """Adds columns whose streams have come meanwhile."""
        names = onto_board.stream_names(self._session)
        if not link.missing & {*names.values()}:
            return link
        mine = self._mine(link)
        if not onto_board.form(self._session, link.board, mine):
            return link
        return self._save(replace(link, missing=missing_of(mine, names)))

    def _take_new(self, key: str, seq: int, theirs: Shape) -> None:
        names = onto_board.stream_names(self._session)
        made = self._boards.add(formed(Board(0, theirs.name), theirs, names))
        if made is not None:
            self._save(SharedBoard(key, made.id, seq, missing_of(theirs, names)))

    def _take(self, link: SharedBoard, seq: int, theirs: Shape) -> bool:
        """Makes the board here as the record has it; returns whether that could be saved."""
        is_taken = onto_board.form(self._session, link.board, theirs)
        if is_taken:
            self._note(link, seq, theirs)
        return is_taken

    def _note(self, link: SharedBoard, seq: int, theirs: Shape) -> None:
        self._shelf.forget(link.key)
        missing = missing_of(theirs, onto_board.stream_names(self._session))
        self._save(replace(link, seq=seq, missing=missing))

    def _part(self, link: SharedBoard, seq: int, theirs: Shape) -> None:
        """Both changed it: theirs holds, mine is kept as a board of one's own."""
        board = self._boards.find(link.board)
        assert board is not None
        copy = self._boards.add(onto_board.copy_of(board, clock.now()))
        if copy is None:
            return
        if not self._take(link, seq, theirs):
            # It is tried again, and would leave another copy each time.
            self._boards.close_board(copy)
            return
        who = officer_name(self._book.state, self._contents.actor(seq))
        text = translate(
            "Sharing",
            "The board “{board}” now stands as {who} left it. Yours is kept as “{copy}”, for you"
            " alone.",
        )
        heading = translate("Sharing", "{who} changed the board first").format(who=who)
        self._window.tell(heading, text.format(board=theirs.name, who=who, copy=copy.name))

    def _take_end(self, link: SharedBoard) -> None:
        """A board is shared no longer; one that the record does not have yet still may be."""
        if not link.seq:
            return
        del self._links[link.key]
        self._shelf.forget(link.key)
        if self._desk is not None:
            self._desk.reading.keep(partial(self._desk.store.forget_shared, link.key))
        board = self._boards.find(link.board)
        if link.key in self._stopping:
            self._stopping.discard(link.key)
        elif board is not None:
            text = translate("Sharing", "“{board}” is no longer shared. It stays here as your own.")
            self._window.status.say_shortly(text.format(board=board.name))

    def _send(self, link: SharedBoard, mine: Shape) -> None:
        """Sends a change that is a second old, once what went before is known to be there."""
        if self._soon.isActive() or self._shelf.is_busy(link.key):
            return
        if self._given_up.get(link.key) == mine or not self._book.may(Right.READ):
            return
        if onto_board.is_too_long(mine):
            self._given_up[link.key] = mine
            self._tell_too_long(mine.name)
            return
        self._decide(link.key, mine)

    def _decide(self, key: str, shape: Shape) -> None:
        self._shelf.send(key, shape)
        decision = BoardShared(key, shape.name, written_shape(shape))
        self._book.decide(decision, partial(self._sent, key), partial(self._not_sent, key, shape))

    def _sent(self, key: str, _entry: Entry) -> None:
        self._shelf.land(key)
        self._look()

    def _not_sent(self, key: str, shape: Shape, error: WorldError) -> None:
        self._shelf.land(key)
        link = self._links.get(key)
        if isinstance(error, Conflict) or link is None:
            # What was first comes with the entries, and is dealt with then.
            self._look()
            return
        self._given_up[key] = shape
        self._window.tell(translate("Sharing", "The team does not have this board"), told(error))
        self._mark()

    def _not_stopped(self, key: str, name: str, error: WorldError) -> None:
        self._stopping.discard(key)
        template = translate("Sharing", "The board “{board}” is still shared")
        self._window.tell(template.format(board=name), told(error))

    def _tell_too_long(self, name: str) -> None:
        heading = translate("Sharing", "“{board}” is too large to be shared")
        text = translate("Sharing", "Close some of its columns, or shorten its name or filters.")
        self._window.tell(heading.format(board=name[:80]), text)

    def _mine(self, link: SharedBoard) -> Shape:
        return onto_board.mine_of(self._session, link, self._contents.shape(link.seq))

    def _save(self, link: SharedBoard) -> SharedBoard:
        self._links[link.key] = link
        if self._desk is not None:
            self._desk.reading.keep(partial(self._desk.store.save_shared, link))
        return link

    def _is_ready(self) -> bool:
        desk = self._session.desk
        return self._is_read and desk is not None and desk is self._desk and desk.facts.known

    def _why_not_ready(self) -> str:
        ready = self._is_ready() and self._book.state is not None
        return "" if ready else translate("Sharing", "The boards are still being read.")

    def _is_open(self, link: SharedBoard) -> bool:
        return self._boards.find(link.board) is not None

    def _name(self, key: str) -> str:
        link = self._links.get(key)
        board = self._boards.find(link.board) if link is not None else None
        return board.name if board is not None else ""

    def _key_of(self, board: Board) -> str:
        """Returns what names a board in the record, "" for one's own."""
        return next((one.key for one in self._shared() if one.board == board.id), "")

    def _shared(self) -> list[SharedBoard]:
        return [one for one in self._links.values() if one.seq or self._shelf.is_busy(one.key)]

    def _mark(self) -> None:
        """Shows on the tabs which boards are shared."""
        marked = frozenset(one.board for one in self._shared())
        if marked != self._marked:
            self._marked = marked
            self._window.tabs.mark_shared(marked)
            self._window.commands.changed.emit()
