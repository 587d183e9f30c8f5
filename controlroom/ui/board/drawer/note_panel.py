"""One internal note, opened: written anew, with everything it said before below it.

Who changes it says which version they read. If somebody was first, both texts stand side by side,
and a person decides; what was typed stays typed, also on this workstation until it is kept.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from controlroom.model.errors import WorldError
from controlroom.store.journal.errors import Conflict
from controlroom.team.notes import Version, note_text
from controlroom.ui.board.drawer.note_field import NoteField
from controlroom.ui.board.drawer.note_shown import time_told
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import LONGEST, Prose
from controlroom.ui.language import told
from controlroom.ui.layers.layer import Panel
from controlroom.ui.plain import bounded
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme
from controlroom.ui.together.names import officer_name
from controlroom.ui.together.waiting import body_of

if TYPE_CHECKING:
    from controlroom.model.journal import Entry
    from controlroom.team.follower import Undecided
    from controlroom.ui.board.drawer.drafts import Drafts
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
WIDTH, ROWS, MOST_EARLIER, HEAD = 560, 6, 50, 300
"""`HEAD` characters of what somebody else wrote stand above the field; the whole stands below."""


class NotePanel(Panel):
    """A field with what the note says, who was first if somebody was, and earlier versions.

    Args:
        key: names the note in the record.
        text: what was typed of it before and is in no record, "" for nothing.
        waits: a change of it that waits although somebody was first, None for none.
    """

    top_share = 0.1

    def __init__(
        self,
        together: "Together",
        drafts: "Drafts",
        key: str,
        text: str = "",
        waits: "Undecided | None" = None,
    ) -> None:
        super().__init__()
        self._together, self._drafts, self._key, self._waits = together, drafts, key, waits
        note = together.noting.find(key)
        self.seen = note.last.seq if note is not None else 0
        self._before = (note.last.text or "") if note is not None else ""
        self._theirs = self._sent = ""
        self.heading, self.who = Prose(Type.HEADING, 600, "text1"), Prose(Type.SMALL)
        self.first, self.field = Prose(Type.BODY, 500, "amber"), NoteField(ROWS)
        self.keep, self.join, self.leave = Button(Kind.MAIN), Button(), Button()
        self.before, self.earlier = Prose(Type.SMALL, 600, "text1"), list[Prose]()
        self._build()
        self._begin(text)
        self.follow()

    def first_focus(self) -> QWidget:
        return self.field if self.field.isEnabled() else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(WIDTH), room.width()), min(px(440), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Notes", "Internal note, never published"))
        self.setAccessibleName(self.heading.text())
        self.field.setAccessibleName(self.heading.text())
        keep = translate("Notes", "Keep mine, theirs stays below")
        if not self._theirs:
            keep = translate("Notes", "Keep this version")
        for button, text in (
            (self.keep, keep),
            (self.join, translate("Notes", "Put both into one")),
            (self.leave, translate("Notes", "Close")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self.join.setVisible(bool(self._theirs))
        self._show_versions()

    def _build(self) -> None:
        holder, self._column = QWidget(), QVBoxLayout()
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.join, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        for part in (self.heading, self.who, self.first, self.field, self.before):
            self.body.addWidget(part)
        self.body.addWidget(area, 1)
        self.body.addLayout(buttons)
        self.first.hide()
        self.leave.clicked.connect(self._leave)
        self.join.clicked.connect(self._join)
        self.keep.clicked.connect(self._keep)
        self.field.kept.connect(self._keep)
        self.field.left.connect(self.finished)
        self.field.written.connect(self._save)

    def _begin(self, text: str) -> None:
        """Begins with what was typed before, else with what the note says."""
        if self._waits is not None:
            self.field.fill(str(body_of(self._waits).get("text", "")))
            if self._waits.moved is not None:
                self._show_first(self._waits.moved)
        else:
            self.field.fill(text or self._before)
        reason = self._together.noting.why_not_write()
        self.field.setEnabled(not reason)
        self.keep.setEnabled(not reason)
        self.who.set_text(reason)
        self.who.setVisible(bool(reason))

    def _save(self, text: str) -> None:
        self._drafts.save(self._key, text if text != self._before else "")
        self.keep.setEnabled(self.field.can_keep())

    def _keep(self) -> None:
        if not self.field.can_keep() or self._sent:
            return
        self._drafts.save(self._key, self.field.text())
        if self._waits is not None:
            self._together.book.drop(self._waits.waiting.id)
            self._waits = None
        self._sent = self.field.text().strip()
        self._together.noting.change(self._key, self._sent, self.seen, self._taken, self._failed)

    def _join(self) -> None:
        """Puts both texts into the field, for a person to make one of them."""
        self.field.fill(f"{self._theirs}\n\n{self.field.text()}")
        self._save(self.field.text())
        self.field.setFocus()

    def _leave(self) -> None:
        if self._waits is not None and self._waits.moved is not None:
            self._drafts.save(self._key, self.field.text())
            self._together.book.drop(self._waits.waiting.id)
        self.finished.emit()

    def _taken(self) -> None:
        """Goes; what was typed meanwhile is kept as a draft."""
        text = self.field.text()
        self._drafts.save(self._key, "" if text.strip() == self._sent else text)
        self._sent = ""
        self.finished.emit()

    def _failed(self, error: WorldError) -> None:
        self._sent = ""
        self._drafts.save(self._key, self.field.text())
        if isinstance(error, Conflict):
            self._show_first(error.first)
        else:
            self.first.set_text(told(error))
            self.first.show()
        self.field.setFocus()

    def _show_first(self, entry: "Entry") -> None:
        """Shows what somebody else wrote meanwhile; from now on it is known to who decides."""
        self._theirs = note_text(entry) or ""
        note = self._together.noting.find(self._key)
        self.seen = max(entry.seq, note.last.seq if note is not None else 0)
        text = translate("Notes", "{name} was first, at {time}:\n{theirs}\n\nYours is below.")
        self.first.set_text(
            text.format(
                name=officer_name(self._together.book.state, entry.actor),
                time=time_told(entry.at),
                theirs=bounded(self._theirs, HEAD),
            )
        )
        self.first.show()
        self.retranslate()

    def _show_versions(self) -> None:
        while self.earlier:
            gone = self.earlier.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        note = self._together.noting.find(self._key)
        versions = note.versions[::-1][:MOST_EARLIER] if note is not None else ()
        told = [self._version_told(one) for one in versions[0 if self._theirs else 1 :]]
        if self._theirs and self.seen not in [one.seq for one in versions]:
            told.insert(0, self._theirs)
        self.before.set_text(translate("Notes", "What it said before") if told else "")
        for text in (piece for one in told for piece in _pieces(one)):
            line = Prose(Type.SMALL)
            line.set_text(text)
            self.earlier.append(line)
            self._column.insertWidget(len(self.earlier) - 1, line)

    def _version_told(self, one: Version) -> str:
        name = officer_name(self._together.book.state, one.officer)
        text = one.text
        if text is None:
            text = translate("Notes", "Erased under a retention rule")
        return f"{name} · {time_told(one.at)}\n{text}"


def _pieces(text: str) -> list[str]:
    """Returns a text in parts that are each shown whole."""
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


def open_note(
    together: "Together", drafts: "Drafts", key: str, waits: "Undecided | None" = None
) -> None:
    """Opens a note over the page, with what was typed of it before."""

    def show(text: str) -> None:
        together.window.open_layer(NotePanel(together, drafts, key, text, waits))

    drafts.load(together, key, show)
