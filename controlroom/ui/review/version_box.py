"""One version of a post: when it was made, what became of it, and its words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.said import Mark, Said, grow_down
from controlroom.ui.review.words import instant_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.model.post import Post
    from controlroom.store.cache.versions import StoredVersion

translate = QCoreApplication.translate


class VersionBox(Styled, QWidget):
    """Dashed where the words are not what stands on the network any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note, self.said = Prose(Type.SMALL, 400, "text2"), Said()
        self._icon, self._width = "", 0
        grow_down(self.note)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.note)
        self._column.addWidget(self.said)
        self.follow()

    def show_standing(self, post: CachedPost, marks: Sequence[Mark]) -> None:
        """Shows the latest version, and whether it was deleted or edited."""
        notes, self._icon = [], ""
        if post.post.edited_at is not None or post.versions > 1:
            self._icon = "compose"
            edited = post.post.edited_at
            told = translate("Review", "Edited {time}; new words are underlined.")
            plain = translate("Review", "Edited; new words are underlined.")
            notes.append(told.format(time=instant_told(edited)) if edited else plain)
        if post.gone_at is not None:
            self._icon = "trash"
            told = translate("Review", "Deleted; seen gone {time}. Our copy is kept.")
            notes.append(told.format(time=instant_told(post.gone_at)))
        self._show(" ".join(notes), post.post.text, marks, post.post)

    def show_earlier(self, one: "StoredVersion", marks: Sequence[Mark]) -> None:
        """Shows what the post said before; words it lost are struck through."""
        self._icon = "hist"
        told = translate("Review", "Before: written {made}, last seen {seen}.")
        note = told.format(made=instant_told(one.made_at), seen=instant_told(one.seen_at))
        self._show(note, one.text, marks)

    def fix_width(self, width: int) -> None:
        """Is this wide, in real pixels."""
        self._width = width
        self.restyle()

    def restyle(self) -> None:
        px = theme().metrics.px
        inset = px(10) if self._icon else 0
        if self._width:
            self.said.fix_width(self._width - 2 * inset)
        self._column.setContentsMargins(inset, px(8) if inset else 0, inset, px(8) if inset else 0)
        self._column.setSpacing(px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line3, 1, Qt.PenStyle.DashLine))
        painter.setBrush(colours.bg1)
        radius = theme().metrics.radius.button
        around = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(around, radius, radius)
        draw_icon(painter, self._icon, px(10), self.note.y() + px(1), px(14), colours.text2)

    def _show(
        self, note: str, text: str, marks: Sequence[Mark], linked: "Post | None" = None
    ) -> None:
        # Room for the icon stands before the first words.
        self.note.set_text(f"\u2003\u2002{note}" if note else "")
        self.note.setAccessibleName(note)
        self.note.setVisible(bool(note))
        self.restyle()
        self.said.show_text(text, marks, linked)
        self.update()
