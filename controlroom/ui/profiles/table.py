"""The table of profiles, as the design draws it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from controlroom.model import clock
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls import table
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.table import Look
from controlroom.ui.profiles.looks import look_of_condition
from controlroom.ui.profiles.rows import Column, cell, heading, tip
from controlroom.ui.profiles.standing import Reason, Standing
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTHS = (46, 256, 186, 90, 216, 150, 120, 100, 110)
LEFT_OUT = (Column.LAST_POST, Column.GAPS, Column.GROUP, Column.OFFICERS)
"""What is left out where there is no room for all, the first of them first."""
RIGHTWARD = (Column.GAPS, Column.LEFT)
WHOLE_BAR_DAYS = 90
"""A sign-in of this many days or more fills its bar."""


class Table(table.Table):
    """A row for each profile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([_column(one) for one in Column], lambda one: one.profile.id, parent)

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(translate("Profiles", "Table of profiles"))


def _column(column: Column) -> table.Column:
    return table.Column(
        partial(heading, column),
        WIDTHS[column],
        lambda one: cell(one, column, clock.now()),
        partial(_look, column),
        lambda one: tip(one, column),
        spare=len(LEFT_OUT) - LEFT_OUT.index(column) if column in LEFT_OUT else 0,
        narrow=column is Column.CONDITION,
        headless=column is Column.CONDITION,
        rightward=column in RIGHTWARD,
        paint=_paint_access if column is Column.ACCESS else None,
    )


def _look(column: Column, one: Standing) -> Look:
    if column is Column.CONDITION:
        look = look_of_condition(one.condition)
        return Look(look.text, icon=look.icon)
    if column is Column.PROFILE:
        return Look(weight=600, icon=look_of(one.profile.network).glyph)
    return Look()


def _paint_access(painter: QPainter, rect: QRect, one: Standing, text: str) -> None:
    px, colours = theme().metrics.px, theme().palette
    ended = one.reason in (Reason.NOT_SIGNED_IN, Reason.SIGN_IN_ENDED, Reason.LOCKED)
    soon = one.reason is Reason.SIGN_IN_ENDS_SOON
    ink = colours.red if ended else colours.amber if soon else colours.text1
    left, size = rect.left() + px(8), px(14)
    if ended or soon:
        icon = "lock" if one.locked else "key" if ended else "warn"
        draw_icon(painter, icon, left, rect.center().y() - size // 2, size, ink)
        left += size + px(7)
    if one.ends_at is not None:
        bar = QRect(left, rect.center().y() - px(2), px(34), px(5))
        box(painter, bar, 2, colours.bg1, colours.line3)
        filled = 0 if ended else round(bar.width() * _share(one.ends_at))
        box(painter, QRect(bar.left(), bar.top(), filled, bar.height()), 2, ink)
        left += bar.width() + px(8)
    place = QRect(left, rect.top(), rect.right() - left - px(8), rect.height())
    words(painter, place, text, ink, Type.SMALL, 600 if ended or soon else 400)


def _share(ends_at: datetime) -> float:
    left = (ends_at - clock.now()).total_seconds()
    return min(1.0, max(0.0, left / (WHOLE_BAR_DAYS * 86_400)))
