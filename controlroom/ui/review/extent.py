"""What is kept, from when to when, and whether there is a network at all."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.model.reading import GapCause
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.review.found import Known
from controlroom.ui.review.words import stretch_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Extent(Styled, QWidget):
    """A note in the head of the page. It is true with and without a network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known, self.offline, self.text = Known(), False, ""
        self._down: dict[Any, tuple[str, bool]] = {}
        self._runs: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow()

    def show_known(self, known: Known) -> None:
        """Shows what the cache holds."""
        self._known = known
        self._say()

    def hear(self, told: dict[str, Any]) -> None:
        """Takes what the engine says of a source."""
        if told.get("source"):
            is_down = told.get("now") == GapCause.NETWORK_DOWN
            self._down[told["source"]] = str(told.get("network", "")), is_down
            if self._is_offline() != self.offline:
                self._say()

    def engine_runs(self, runs: bool) -> None:
        """Takes whether the networks are being read."""
        self._runs = runs
        if not runs:
            self._down.clear()
        self._say()

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        return QSize(width_of(self.text, Type.SMALL, 500) + px(40), theme().metrics.height.chip + 4)

    def retranslate(self) -> None:
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        edge = colours.line3 if self.offline else colours.line1
        box(painter, self.rect(), theme().metrics.radius.badge, colours.bg2, edge)
        size = px(14)
        icon = "offline" if self.offline else "evid"
        top = (self.height() - size) // 2
        draw_icon(painter, icon, px(9), top, size, colours.text2)
        place = QRect(px(9) + size + px(7), 0, self.width() - size - px(22), self.height())
        words(painter, place, self.text, colours.text1, Type.SMALL, 500)

    def _say(self) -> None:
        self.offline = self._is_offline()
        kept = self._kept()
        offline = translate("Review", "Offline. {kept}").format(kept=kept)
        self.text = offline.strip() if self.offline else kept
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def _is_offline(self) -> bool:
        """Returns whether most of each network cannot be reached; the rest was not tried since."""
        if self._runs is False:
            return True
        of, down = Counter[str](), Counter[str]()
        for network, is_down in self._down.values():
            of[network] += 1
            down[network] += is_down
        return bool(of) and all(2 * down[network] > number for network, number in of.items())

    def _kept(self) -> str:
        known = self._known
        if known.oldest is None or known.newest is None:
            return translate("Review", "Nothing is kept yet.")
        many = translate("Review", "{n} posts kept")
        posts = counted(known.posts, translate("Review", "{n} post kept"), many)
        if known.posts > 99_999:
            posts = many.format(n=language().short_figure(known.posts))
        return f"{posts}, {stretch_told(known.oldest, known.newest)}"
