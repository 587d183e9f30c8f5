"""Draws whether rows of a list are ticked, as the theme has it: an empty box, or a filled one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from controlroom.ui.controls.boxes import box
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
SIZE = 14


class Ticks(QStyledItemDelegate):
    """Paints a row as ever, and its tick over the place that the style keeps for it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return
        told = QStyleOptionViewItem(option)
        self.initStyleOption(told, index)
        style = told.widget.style() if told.widget is not None else QApplication.style()
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = style.subElementRect(part, told, told.widget)
        painter.save()
        colours, radius = theme().palette, theme().metrics.radius.badge
        if told.checkState is Qt.CheckState.Checked:
            box(painter, place, radius, colours.accent_fill)
            size = min(theme().metrics.px(12), place.height())
            left = place.center().x() + 1 - size // 2
            top = place.center().y() + 1 - size // 2
            draw_icon(painter, "check", left, top, size, colours.on_accent)
        else:
            box(painter, place, radius, colours.bg0, colours.line3)
        painter.restore()
