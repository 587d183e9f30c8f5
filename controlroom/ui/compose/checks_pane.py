"""What the checks say, live: what blocks first, then what asks, then how many rules pass."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.ui.compose.check_row import CheckRow
from controlroom.ui.compose.note import Note
from controlroom.ui.compose.pane_head import PaneHead
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ICON, MOST = 13, 30
ORDER = (Verdict.BLOCKS, Verdict.ASKS, Verdict.PASSES)


class Tally(Styled, QWidget):
    """How many block, and how many are to be confirmed, each with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, str, str]] = []
        self._room = 0
        self.follow()

    def fit(self, room: int) -> None:
        """Leaves the words out where there is less room than they take, in pixels."""
        if room != self._room:
            self._room = room
            self.restyle()
            self.update()

    def told(self) -> list[str]:
        """Returns what stands beside each icon."""
        return [one if self._wide(whole=True) <= self._room else one.split()[0]
                for _icon, one, _ink in self._parts]  # fmt: skip

    def say(self, blocks: int, asks: int, passes: int) -> None:
        """Shows three numbers; what is 0 is left out."""
        self._parts = []
        if blocks:
            told = counted(
                blocks, translate("Compose", "{n} blocks"), translate("Compose", "{n} block")
            )
            self._parts.append(("crit", told, "red"))
        if asks:
            self._parts.append(
                ("warn", translate("Compose", "{n} to confirm").format(n=asks), "amber")
            )
        if passes:
            self._parts.append(("check", str(passes), "text2"))
        self.setAccessibleName(", ".join(told for _icon, told, _ink in self._parts))
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(self._wide(), theme().metrics.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme().metrics.px
        left = 0
        for (icon, _whole, name), told in zip(self._parts, self.told(), strict=True):
            ink = getattr(theme().palette, name)
            draw_icon(painter, icon, left, (self.height() - px(ICON)) // 2, px(ICON), ink)
            left += px(ICON + 4)
            wide = width_of(told, Type.SMALL, 600)
            words(painter, QRect(left, 0, wide, self.height()), told, ink, Type.SMALL, 600)
            left += wide + px(10)

    def _wide(self, *, whole: bool = False) -> int:
        told = [one for _icon, one, _ink in self._parts] if whole else self.told()
        px = theme().metrics.px
        return sum(px(ICON + 4 + 10) + width_of(one, Type.SMALL, 600) for one in told)


class ChecksPane(Styled, QWidget):
    """A row for each finding.

    Args:
        asks: questions are answered here; else the answers are only shown.

    Signals:
        repaired, shown: the repair of a finding, or its words, are wanted; carries the finding.
        answered: a rule's question was answered, or that is taken back; carries rule and answer.
    """

    repaired = Signal(object)
    shown = Signal(object)
    answered = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None, *, asks: bool = True) -> None:
        super().__init__(parent)
        self._asks = asks
        self.tally = Tally()
        self.head = PaneHead("shieldp", self.tally, parent=self)
        self.rows: list[CheckRow] = []
        self.rest = Note(Type.SMALL, parent=self)
        self.findings: tuple[Finding, ...] = ()
        self._confirmed: tuple[str, ...] = ()
        self._rules, self._at, self._trouble = 0, -1, ""
        self._column = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._column)
        self._column.addWidget(self.rest)
        self.follow()

    def show_findings(
        self, findings: Sequence[Finding], confirmed: Sequence[str], rules: int, trouble: str = ""
    ) -> None:
        """Shows what was found.

        Args:
            rules: how many rules there are.
            trouble: what keeps some of them from being checked, "" for nothing.
        """
        ordered = tuple(sorted(findings, key=lambda one: ORDER.index(one.verdict)))
        same = ordered == self.findings and tuple(confirmed) == self._confirmed
        self.findings, self._confirmed = ordered, tuple(confirmed)
        self._rules, self._trouble = rules, trouble
        if not same:
            self._show_rows()
        self._say()

    def next(self) -> Finding | None:
        """Returns the finding after the one gone to last, round and round; None without any."""
        if not self.findings:
            return None
        self._at = (self._at + 1) % len(self.findings)
        return self.findings[self._at]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.tally.fit(self.head.room_beside())

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(10))
        self._column.setSpacing(px(6))

    def retranslate(self) -> None:
        self.head.say(translate("Compose", "Policy checks"))
        self._say()

    def _show_rows(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            CheckRow(one, confirmed=one.rule in self._confirmed, asks=self._asks, parent=self)
            for one in self.findings[:MOST]
        ]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.repaired.connect(partial(self.repaired.emit, row.finding))
            row.shown.connect(partial(self.shown.emit, row.finding))
            row.answered.connect(partial(self.answered.emit, row.finding.rule))
            row.show()

    def _say(self) -> None:
        blocks = sum(one.verdict is Verdict.BLOCKS for one in self.findings)
        asks = sum(
            one.verdict is Verdict.ASKS and one.rule not in self._confirmed for one in self.findings
        )
        struck = len({one.rule for one in self.findings if one.verdict is not Verdict.PASSES})
        passes = max(0, self._rules - struck)
        self.tally.say(blocks, asks, passes)
        self.tally.fit(self.head.room_beside())
        text = counted(
            passes,
            translate("Compose", "{n} rule passes. What no rule can see is for you to judge."),
            translate("Compose", "{n} rules pass. What no rule can see is for you to judge."),
        )
        self.rest.set_text(self._trouble or (text if self._rules else ""))
        self.rest.setVisible(bool(self.rest.text()))
