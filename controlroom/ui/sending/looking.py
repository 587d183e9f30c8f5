"""What was found when a draft’s deliveries were looked for, read aside while its panel is open."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.outgoing.content import Act
from controlroom.store.journal.left import behind
from controlroom.team.publishing.sent_record import Outcome, SentRow, sent_rows
from controlroom.ui.language import language
from controlroom.ui.plain import bounded
from controlroom.ui.sent.words import looked_lines, moment_in_full
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
MOST, WORDS = 6, 60
_TELLING = ("delivery.claimed", "delivery.unknown", "delivery.read_back", "delivery.sent")


class Looking(QObject):
    """Follows one draft.

    Signals:
        found: `rows` is other than before.

    Attributes:
        rows: what the record says of each delivery, by its key; empty until it has been read.
    """

    found = Signal()

    def __init__(self, window: Any, draft: str, parent: QObject) -> None:
        super().__init__(parent)
        self._book: RecordBook = window.record
        self._house, self._draft = window.house, draft
        self._work: Workshop | None = None
        self._record: Any = None
        self.rows: Mapping[str, SentRow] = {}
        self._book.changed.connect(self._hear)
        window.house_closed.connect(self.close)

    def open(self) -> None:
        """Reads from now on."""
        if self._work is None:
            self._work = Workshop(self)
            self._look()

    def _look(self) -> None:
        state = self._book.state
        if self._work is None or self._house is None or state is None:
            return
        refused = frozenset(state.refused)
        self._work.do(lambda: self._read(refused), self._take, self._fail)

    def close(self, _why: object = None) -> None:
        """Lets go of the record."""
        work, self._work = self._work, None
        if work is not None:
            work.close()
            work.deleteLater()
        record, self._record = self._record, None
        if record is not None:
            record.close()

    def _hear(self, entries: Iterable[Entry]) -> None:
        about = f"delivery/{self._draft}/"
        if any(one.kind in _TELLING and one.subject.startswith(about) for one in entries):
            self._look()

    def _read(self, refused: frozenset[int]) -> dict[str, SentRow]:
        if self._record is None:
            self._record = self._house.record(self._book.officer)
        entries = behind(self._record.database, [self._draft])
        return {str(row.key): row for row in sent_rows(entries, refused)}

    def _take(self, rows: dict[str, SentRow]) -> None:
        if rows != self.rows:
            self.rows = rows
            self.found.emit()

    def _fail(self, _error: WorldError) -> None:
        """The count stands in the panel all the same, and the record’s trouble in the window."""


def looks_told(row: SentRow | None) -> str:
    """Returns a line for each look: when, what for, and what was there; "" where nobody looked."""
    if row is None or not (row.looks or row.found):
        return ""
    lines = looked_lines(row.looks[-MOST:])
    if row.found and row.outcome is Outcome.LEFT:
        told = translate("Sending", "{when}: found on the profile")
        lines.append(told.format(when=moment_in_full(row.told)))
    return "\n".join((_sought(row), *lines))


def _sought(row: SentRow) -> str:
    words = " ".join((row.title if row.act is Act.POST and not row.text else row.text).split())
    if row.act is Act.MESSAGE or not words:
        return translate("Sending", "Looked for on the profile, by what was sent:")
    template = translate("Sending", "Looked for {words} among the profile’s own posts:")
    return template.format(words=language().quoted(bounded(words, WORDS)))
