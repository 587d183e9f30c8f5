"""The pane beside a thread: the author, internal notes, what hangs on it, and a field for notes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from controlroom.ui.board.drawer.contact_pane import ContactPane
from controlroom.ui.board.drawer.media_pane import MediaPane
from controlroom.ui.board.drawer.note_field import NoteField
from controlroom.ui.board.drawer.notes_pane import NotesPane
from controlroom.ui.board.drawer.pane_tab import PaneTab
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.roving import Roving
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from controlroom.model.cached import CachedPost

translate = QCoreApplication.translate
ROWS = 3


class SidePane(Styled, QWidget):
    """Tabs Contact, Notes and Media; the field stands below all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contact, self.notes, self.media = ContactPane(self), NotesPane(self), MediaPane(self)
        self.field = NoteField(ROWS, self)
        self.keep, self.spare = Button(Kind.SMALL, self), Prose(Type.CAPTION, 500, "amber", self)
        self._panes = (self.contact, self.notes, self.media)
        self.tabs = tuple(PaneTab(self) for _ in self._panes)
        self._parts = QStackedWidget(self)
        self._reason, self._count = "", 0
        self._build()
        self.follow()

    def show_part(self, part: QWidget) -> None:
        """Shows the contact, the notes or the media."""
        for tab, pane in zip(self.tabs, self._panes, strict=True):
            tab.setChecked(pane is part)

    def count(self, notes: int) -> None:
        """Tells how many notes there are."""
        self._count = notes
        self.retranslate()

    def show_media(self, posts: "Sequence[CachedPost]") -> None:
        """Shows what hangs on the posts of the conversation."""
        self.media.show_posts(posts)
        self.retranslate()

    def allow(self, reason: str, *, ready: bool = True) -> None:
        """Lets somebody write, or says why nobody may.

        Args:
            ready: the field has what was begun before, and nothing else is being kept.
        """
        self._reason = reason
        self.field.setEnabled(not reason)
        self.keep.setEnabled(not reason and ready and self.field.can_keep())
        self.retranslate()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._foot.setContentsMargins(px(10), px(8), px(10), px(10))
        self._foot.setSpacing(px(6))

    def retranslate(self) -> None:
        self.tabs[0].say(translate("Notes", "Contact"))
        self.tabs[1].say(translate("Notes", "Notes"), self._count)
        self.tabs[2].say(translate("Notes", "Media"), len(self.media.hung))
        name = translate("Notes", "Internal note, never published")
        hint = translate("Notes", "Add an internal note · N")
        self.field.setPlaceholderText(self._reason or hint)
        self.field.setAccessibleName(f"{name}, N")
        self.field.setAccessibleDescription(self._reason)
        set_tip(self.field, f"{name}  ·  N" + (f"\n{self._reason}" if self._reason else ""))
        text = translate("Notes", "Keep note")
        self.keep.set_face(text, "note", "Ctrl ↵")
        self.keep.setAccessibleName(f"{text}, Ctrl Enter")
        set_tip(self.keep, self._reason or f"{text}  ·  Ctrl Enter")
        self._say_spare()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line1)
        painter.fillRect(0, self.tabs[0].height() - 1, self.width(), 1, colours.line1)
        painter.fillRect(0, self._parts.geometry().bottom() + 1, self.width(), 1, colours.line1)

    def _build(self) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(0)
        heads.setContentsMargins(1, 0, 0, 0)
        for tab, part in zip(self.tabs, self._panes, strict=True):
            heads.addWidget(tab)
            self._parts.addWidget(part)
            tab.toggled.connect(self._turn)
        heads.addStretch(1)
        Roving(self, self.tabs)
        self.tabs[0].setChecked(True)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.field)
        last = QHBoxLayout()
        last.addWidget(self.spare, 1)
        last.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        self._foot.addLayout(last)
        self.keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(heads)
        rows.addWidget(self._parts, 1)
        rows.addSpacing(1)
        rows.addLayout(self._foot)

    def _say_spare(self) -> None:
        """A note that is too long is not cut: whoever wrote it does that."""
        over = -self.field.spare()
        text = counted(
            over,
            translate("Notes", "{n} character too many"),
            translate("Notes", "{n} characters too many"),
        )
        self.spare.set_text(text if over > 0 else "")

    def _turn(self, _on: bool) -> None:
        checked = (
            pane for tab, pane in zip(self.tabs, self._panes, strict=True) if tab.isChecked()
        )
        self._parts.setCurrentWidget(next(checked, self.contact))
