"""How long a text is by the rule of its network: a figure, and a bar that turns red."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.outbound.counting.measure import Count
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import RIGHT, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
BAR, THICK, WIDTH = 56, 5, 170


def used_told(count: Count) -> str:
    """Returns what is used of what there is: "256 / 280"; "312" where nothing limits it."""
    figure = language().figure
    if not count.limit:
        return figure(count.used)
    return f"{figure(count.used)} / {figure(count.limit)}"


def too_much_told(count: Count) -> str:
    """Returns in words what is too much of a text, "" where it fits."""
    if count.fits:
        return ""
    if count.limit and count.used > count.limit:
        return counted(
            -count.left,
            translate("Compose", "{n} character too many"),
            translate("Compose", "{n} characters too many"),
        )
    if count.refused:
        template = translate("Compose", "Not taken by this network: {characters}")
        return template.format(characters=" ".join(count.refused))
    if count.limit_bytes and count.used_bytes > count.limit_bytes:
        return translate("Compose", "Too many bytes for this network")
    if count.most_hashtags and count.hashtags > count.most_hashtags:
        template = translate("Compose", "{n} hashtags of at most {most}")
        return template.format(n=count.hashtags, most=count.most_hashtags)
    if count.most_mentions and count.mentions > count.most_mentions:
        template = translate("Compose", "{n} mentions of at most {most}")
        return template.format(n=count.mentions, most=count.most_mentions)
    return translate("Compose", "The title is too long")


class Counter(Styled, QWidget):
    """The figure at the left of its bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count: Count | None = None
        self.follow()

    def say(self, count: Count | None) -> None:
        """Shows a count, None for nothing to count by."""
        self.count = count
        self.setVisible(count is not None)
        self.setAccessibleName(self._told())
        set_tip(self, self._told())
        self.update()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedSize(px(WIDTH), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.count is None:
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        fits = not self.count.is_over
        bar = QRect(self.width() - px(BAR), (self.height() - px(THICK)) // 2, px(BAR), px(THICK))
        box(painter, bar, px(THICK) / 2, colours.bg4)
        share = self.count.used / self.count.limit if self.count.limit else 0.0
        filled = QRect(bar)
        filled.setWidth(max(px(THICK), round(bar.width() * min(1.0, share))))
        if share:
            box(painter, filled, px(THICK) / 2, colours.accent if fits else colours.red)
        area = QRect(0, 0, bar.left() - px(8), self.height())
        ink = colours.text1 if fits else colours.red
        words(painter, area, used_told(self.count), ink, Type.SMALL, 600, RIGHT)

    def _told(self) -> str:
        if self.count is None:
            return ""
        template = translate("Compose", "Length {used}")
        told = template.format(used=used_told(self.count))
        return f"{told}. {too_much_told(self.count)}" if not self.count.fits else told
