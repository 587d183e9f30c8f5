"""What is left of every network's allowances, when it is whole again, and what reading costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from controlroom.feeds.rules import Rules, rules_of
from controlroom.model import clock
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import RIGHT, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.profiles.paces import Pace, Paces
from controlroom.ui.profiles.standing import BudgetLeft, Standing
from controlroom.ui.profiles.words import paced
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROW, HEAD, BAR = 26, 34, 160
TIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """One allowance as it is tightest over the profiles of a network.

    Attributes:
        holders: how many profiles have told of it.
    """

    name: str
    tightest: BudgetLeft
    holders: int


def lines_of(standings: Sequence[Standing]) -> dict[str, list[Line]]:
    """Returns the allowances by network, the tightest first."""
    found: dict[str, dict[str, list[BudgetLeft]]] = {}
    for one in standings:
        by_name = found.setdefault(one.profile.network, {})
        for budget in one.budgets:
            by_name.setdefault(budget.name, []).append(budget)
    return {
        network: sorted(
            (Line(name, min(told, key=_share), len(told)) for name, told in by_name.items()),
            key=lambda line: _share(line.tightest),
        )
        for network, by_name in found.items()
    }


def _share(budget: BudgetLeft) -> float:
    return budget.share


class BudgetView(Styled, QScrollArea):
    """A block for each network that has profiles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings: Sequence[Standing] = ()
        self._spent: dict[str, dict[str, Any]] = {}
        self._paces = Paces()
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._blocks: list[_Block] = []
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.follow()

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Shows what the profiles' networks have left."""
        self._standings = standings
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        self._blocks = []
        for network, lines in lines_of(standings).items():
            rules, pace = rules_of(network), self._paces.of(network)
            block = _Block(network, lines, rules, self._spent.get(network, {}), pace)
            self._blocks.append(block)
            self._column.addWidget(block)
        self._column.addStretch(1)

    def hear(self, told: dict[str, Any]) -> None:
        """Takes what the engine says of a source: how often it is read, and what that has cost."""
        self._paces.hear(told)
        cost = told.get("cost")
        if cost:
            self._spent[told.get("network", "")] = cost

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(16))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Profiles", "Rate budgets"))
        self.show_standings(self._standings)


class _Block(QWidget):
    """One network: name, allowances with bars, pace, prices, and where they come from."""

    def __init__(
        self,
        network: str,
        lines: Sequence[Line],
        rules: Rules,
        spent: dict[str, Any],
        pace: Pace | None,
    ) -> None:
        super().__init__()
        self._look, self._lines = look_of(network), lines
        self._foot = [*paced(pace, clock.now()), *_foot(rules, spent)]
        px = theme().metrics.px
        rows = max(1, len(lines)) + len(self._foot)
        self.setFixedHeight(px(HEAD) + rows * px(ROW))
        self.setAccessibleName(self._look.name)
        spoken = [f"{line.name}: {_left(line)}" for line in lines]
        self.setAccessibleDescription("; ".join([*spoken, *self._foot]))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, px = QPainter(self), theme().palette, theme().metrics.px
        edge = colours.accent if self.hasFocus() else colours.line1
        box(painter, self.rect(), 4, colours.bg2, edge)
        draw_icon(painter, self._look.glyph, px(12), px(10), px(15), colours.text1)
        head = QRect(px(36), 0, self.width() - px(48), px(HEAD))
        words(painter, head, self._look.name, colours.text1, Type.BODY, 600)
        top = px(HEAD)
        if not self._lines:
            text = translate("Profiles", "The network has not told anything yet.")
            words(painter, self._row(top), text, colours.text2, Type.SMALL)
            top += px(ROW)
        for line in self._lines:
            self._paint_line(painter, top, line)
            top += px(ROW)
        for text in self._foot:
            words(painter, self._row(top), text, colours.text3, Type.SMALL)
            top += px(ROW)

    def _row(self, top: int) -> QRect:
        px = theme().metrics.px
        return QRect(px(36), top, self.width() - px(48), px(ROW))

    def _paint_line(self, painter: QPainter, top: int, line: Line) -> None:
        px, colours = theme().metrics.px, theme().palette
        row = self._row(top)
        share = line.tightest.share
        ink = colours.amber if share < TIGHT else colours.text1
        words(painter, QRect(row.left(), top, px(220), px(ROW)), line.name, ink, Type.SMALL, 500)
        bar = QRect(row.left() + px(230), top + px(10), px(BAR), px(6))
        box(painter, bar, 3, colours.bg1, colours.line3)
        filled = QRect(bar.left(), bar.top(), round(bar.width() * share), bar.height())
        box(painter, filled, 3, ink)
        rest = QRect(bar.right() + px(14), top, row.right() - bar.right() - px(14), px(ROW))
        words(painter, rest, _left(line), ink, Type.SMALL, 400)
        holders = counted(
            line.holders,
            translate("Profiles", "tightest of {n} profile"),
            translate("Profiles", "tightest of {n} profiles"),
        )
        words(painter, row, holders, colours.text3, Type.SMALL, 400, RIGHT)


def _left(line: Line) -> str:
    budget = line.tightest
    told = translate("Profiles", "{left} of {limit}").format(
        left=language().figure(budget.remaining), limit=language().figure(budget.limit)
    )
    if budget.resets_at is None or budget.resets_at <= clock.now():
        return told
    at = language().time_in_prose(budget.resets_at.astimezone())
    return translate("Profiles", "{told}, whole at {time}").format(told=told, time=at)


def _foot(rules: Rules, spent: dict[str, Any]) -> list[str]:
    lines = []
    if rules.prices:
        prices = ", ".join(f"{one.what} {one.amount} {one.currency}" for one in rules.prices)
        lines.append(translate("Profiles", "Prices: {prices}").format(prices=prices))
    if rules.prices and spent:
        template = translate("Profiles", "Read today for {today}, this month for {month}")
        today, month = _money(spent.get("today")), _money(spent.get("month"))
        lines.append(template.format(today=today, month=month))
    if rules.source:
        template = translate("Profiles", "Source: {source}, {date}")
        lines.append(template.format(source=rules.source, date=rules.checked.isoformat()))
    return lines


def _money(amounts: object) -> str:
    if not isinstance(amounts, dict) or not amounts:
        return "0"
    return ", ".join(f"{amount} {currency}" for currency, amount in amounts.items())
