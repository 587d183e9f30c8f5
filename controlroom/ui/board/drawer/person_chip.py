"""The chip in the drawer's head: who deals with the conversation; a press asks for another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, key_colours, keycap, keycap_width, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.initials import initials
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme
from controlroom.ui.together.names import officer_name, short_name

if TYPE_CHECKING:
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
AVATAR, PAD, GAP, KEY, WIDEST = 18, 7, 6, "A", 150


class PersonChip(Styled, QAbstractButton):
    """A small square avatar with a name, dashed while the decision waits; or the word Assign.

    Attributes:
        waits: the decision has not reached the team's database.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._reason = ""
        self.waits = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def tell(self, together: "Together", names: tuple[str, ...]) -> None:
        """Shows who deals with a conversation."""
        dealt = together.talks.dealing(names) if names else None
        officer = dealt.officer if dealt is not None else ""
        self._name = officer_name(together.book.state, officer) if officer else ""
        self.waits = dealt is not None and dealt.waits is not None
        self._reason = together.assigning.why_not(names) if names else ""
        self.setEnabled(bool(names) and not self._reason)
        self.retranslate()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        if self._name:
            self.setText(short_name(self._name))
            said = translate("Drawer", "{name} deals with this conversation").format(
                name=self._name
            )
        else:
            self.setText(translate("Drawer", "Assign"))
            said = translate("Drawer", "Nobody deals with this conversation: assign it")
        if self.waits:
            waits = translate("Drawer", "This waits for the team’s database")
            said = f"{said}. {waits}"
        self.setAccessibleName(f"{said}, {KEY}")
        self.setAccessibleDescription(self._reason)
        set_tip(self, f"{said}  ·  {KEY}" + (f"\n{self._reason}" if self._reason else ""))

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = px(2 * PAD + AVATAR + 2 * GAP) + self._words_width() + keycap_width(KEY)
        return QSize(width, theme().metrics.height.button_small)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        radius, hovered = theme().metrics.radius.button, self.isEnabled() and self.underMouse()
        box(painter, self.rect(), radius, colours.bg3 if hovered else colours.bg2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DashLine if self.waits else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours.line3 if self.isEnabled() else colours.line2, 1, style))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        avatar = QRect(px(PAD), (self.height() - px(AVATAR)) // 2, px(AVATAR), px(AVATAR))
        ink = colours.text1 if self.isEnabled() or self._name else colours.text_disabled
        if self._name:
            edge = theme().metrics.radius.badge
            box(painter, avatar, edge, colours.accent_tint, colours.accent_line)
            words(painter, avatar, initials(self._name), colours.accent, Type.CAPTION, 600, CENTRE)
        else:
            inset = px(2)
            size = px(AVATAR) - 2 * inset
            draw_icon(painter, "assign", avatar.x() + inset, avatar.y() + inset, size, ink)
        left = avatar.right() + 1 + px(GAP)
        area = QRect(left, 0, self._words_width(), self.height())
        words(painter, area, self.text(), ink, Type.SMALL, 500)
        keycap(painter, area.right() + 1 + px(GAP), self.height() // 2, KEY, key_colours())

    def _words_width(self) -> int:
        return min(width_of(self.text(), Type.SMALL, 500), theme().metrics.px(WIDEST))
