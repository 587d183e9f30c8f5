"""Says how a column stands: in its head, in the note, between the cards, where it is empty."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.ui.board.column import standing as standings
from controlroom.ui.board.column.gap_rows import filled_by, rows_of
from controlroom.ui.board.column.hidden import Hidden
from controlroom.ui.board.column.hour import Hour
from controlroom.ui.board.column.words import list_name, rate_words
from controlroom.ui.board.list.rows import Row
from controlroom.ui.board.list.waiting import Waiting
from controlroom.ui.board.state import Standing

if TYPE_CHECKING:
    from controlroom.ui.board.column.parts import Parts

translate = QCoreApplication.translate
PATIENCE = timedelta(minutes=1)
"""After this a gap that was asked for and is still there can be asked for again."""


class Status:
    """Keeps everything that tells of the stream in step with what is known of it.

    Attributes:
        standing: as it is shown.
    """

    def __init__(self, view: "Parts") -> None:
        self._view = view
        self.standing = Standing("sync", "")
        self.hour = Hour()
        self.paused_since: datetime | None = None
        self._asked: dict[int, datetime] = {}
        self._hidden = Hidden(view)

    def show(self) -> None:
        """Looks at everything again."""
        view, now = self._view, clock.now()
        stream_stands = self._stream_standing(now)
        surge = view.surge.standing()
        shown = surge or stream_stands
        if view.model.paused:
            shown = standings.paused(self.paused_since, now)
        self.standing = shown
        view.head.say_standing(
            shown, self.hour, rate_words(self.hour, shown), view.marks.waiting.number,
            paused=view.model.paused,
        )  # fmt: skip
        view.tell(stream_stands.note or (surge.note if surge else None))
        view.list.set_rows(self._rows(now, stream_stands.ends))
        view.hint(self._hint(stream_stands))
        self.say_name()

    def ask_gap(self, number: int) -> None:
        """Notes that the engine has been asked to fill a gap."""
        self._asked[number] = clock.now()

    def say_name(self) -> None:
        """Gives the list its name for screen readers: title, unread, state, rate."""
        view = self._view
        name = list_name(view.title, view.unread(), self.standing, self.hour)
        if name != view.list.accessibleName():
            view.list.setAccessibleName(name)
        gaps = [f"{row.text}, {row.second}" for row in view.list.rows.given() if row.number]
        view.list.setAccessibleDescription(". ".join(gaps))

    def _rows(self, now: datetime, ends: str) -> list[Row]:
        self._asked = {one: at for one, at in self._asked.items() if now - at < PATIENCE}
        desk, gaps = self._view.desk, self._view.facts.gaps_of(self._view.model)
        others = filled_by(station=desk.has_station, reads=desk.engine_runs)
        return rows_of(gaps, frozenset(self._asked), ends, others=others)

    def _stream_standing(self, now: datetime) -> Standing:
        facts, column = self._view.facts, self._view.model
        if not facts.known:
            return Standing("sync", "", loading=True)
        stream, states = facts.stream(column), facts.states_of(column)
        if stream is not None and stream.sources and not self._view.desk.engine_runs:
            shown = standings.not_reading(states)
        else:
            shown = standings.standing_of(stream, states, now, whole=column.stream == 0)
        return standings.veiled(shown, stream, self._view.desk.cache.veil)

    def _hint(self, standing: Standing) -> Waiting:
        view = self._view
        if view.is_open and view.model.filter and view.model.stream:
            return self._nothing_fits()
        if standing.loading or not view.is_open:
            return Waiting(share=standing.share, note=standing.detail)
        if standing.icon == "lock" and standing.note is not None:
            told = translate(
                "Standing", "Who may read them is told in Profiles, under Officers and rights."
            )
            return Waiting("lock", standing.word, told)
        if view.facts.stream(view.model) is None and view.model.stream:
            return Waiting("crit", translate("Column", "Nothing to show"), "")
        heading = translate("Column", "Nothing here yet")
        sentence = translate("Column", "New posts of this stream will appear here.")
        if view.model.filter:
            sentence = translate(
                "Column", "No saved post fits. New ones that fit will appear here."
            )
        return Waiting(view.facts.glyph(view.model), heading, sentence)

    def _nothing_fits(self) -> Waiting:
        if not self._view.list.posts():
            self._hidden.look()
        return self._hidden.hint()

    def count_hidden(self) -> None:
        """What a filter hides may be more by now; only where it hides everything."""
        view = self._view
        if view.is_open and view.model.filter and view.model.stream and not view.list.posts():
            self._hidden.look(anew=True)
