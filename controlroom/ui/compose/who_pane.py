"""Column one: for whom it is said. Groups, sets, a search, and what cannot be published where."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.compose.chip import Chip
from controlroom.ui.compose.kept import ProfileSet
from controlroom.ui.compose.pane_head import PaneHead
from controlroom.ui.compose.targets import Target, Tree, per_network, turned
from controlroom.ui.compose.who_list import WhoList
from controlroom.ui.compose.wrap import Wrap
from controlroom.ui.controls.count import count_width, draw_count
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST_OPEN = 26
"""Rows up to which groups are open at first."""


class ChosenCount(Styled, QWidget):
    """How many profiles are chosen, blue as soon as there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._some = "", False
        self.follow()

    def say(self, chosen: int) -> None:
        """Shows a number of profiles."""
        self._some = chosen > 0
        self._text = counted(
            chosen, translate("Compose", "{n} chosen"), translate("Compose", "{n} chosen")
        )
        self.setAccessibleName(self._text)
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(count_width(self._text), theme().metrics.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_count(QPainter(self), 0, 0, self._text, chosen=self._some)


class Totals(Styled, QWidget):
    """A glyph and a number for each network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[tuple[str, int]] = []
        self.follow()

    def say(self, targets: Sequence[str]) -> None:
        """Counts targets."""
        self._counts = list(per_network(targets).items())
        told = (f"{look_of(one).name} {number}" for one, number in self._counts)
        self.setAccessibleName(", ".join(told))
        self.setVisible(bool(self._counts))
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        left = 0
        for network, number in self._counts:
            middle = self.height() // 2
            draw_icon(painter, look_of(network).glyph, left, middle - px(6), px(12), colours.text2)
            figure = language().figure(number)
            wide = width_of(figure, Type.SMALL, 500)
            area = QRect(left + px(16), 0, wide, self.height())
            words(painter, area, figure, colours.text1, Type.SMALL, 500)
            left = area.right() + px(10)


class WhoPane(Styled, QWidget):
    """The tree and all that goes with it.

    Signals:
        chosen: other targets are wanted; carries their keys.
        set_wanted: a saved set is to be chosen, or let go; carries its place.
        save_wanted: what is chosen is to be saved as a set.
    """

    chosen = Signal(object)
    set_wanted = Signal(int)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = Tree()
        self.targets: tuple[str, ...] = ()
        self._open: frozenset[str] = frozenset()
        self._sets: tuple[ProfileSet, ...] = ()
        self.count, self.field, self.list = ChosenCount(), QLineEdit(self), WhoList(self)
        self.head = PaneHead("group", self.count, parent=self)
        self.save, self.totals = Chip(self), Totals(self)
        self.trouble, self.may = Prose(Type.SMALL, 500, "red", self), Prose(Type.SMALL, parent=self)
        self.chips: list[Chip] = []
        self._build()
        self.follow()

    def show_tree(self, tree: Tree) -> None:
        """Shows the profiles of the force."""
        fresh = not self.tree.targets
        self.tree = tree
        if fresh:
            self._open = _opened_first(tree)
        self._fill()

    def show_targets(self, targets: tuple[str, ...]) -> None:
        """Shows who is chosen."""
        if targets != self.targets:
            self.targets = targets
            self._fill()

    def show_sets(self, sets: tuple[ProfileSet, ...]) -> None:
        """Shows the saved sets as chips."""
        self._sets = sets
        for chip in self.chips:
            self._wrap.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(place, one) for place, one in enumerate(sets)]
        self._wrap.removeWidget(self.save)
        for chip in (*self.chips, self.save):
            self._wrap.addWidget(chip)
        self._fill()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.field.setFont(theme().fonts.font(Type.SMALL))
        self.field.setFixedHeight(theme().metrics.height.field)
        self._top.setContentsMargins(px(12), px(10), px(12), px(6))
        self._top.setSpacing(px(8))
        self._foot.setContentsMargins(px(12), px(8), px(12), px(10))
        self._foot.setSpacing(px(6))

    def retranslate(self) -> None:
        self.head.say(translate("Compose", "Profiles"))
        self.field.setPlaceholderText(translate("Compose", "Find a profile or group"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.save.say(translate("Compose", "Save set"), "plus")
        set_tip(self.save, translate("Compose", "Keeps the chosen profiles under a name"))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for prose in (self.trouble, self.may):
            prose.fix_width(self.width() - theme().metrics.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, self.list.geometry().bottom() + 1, self.width(), 1, colours.line1)

    def _build(self) -> None:
        self._top, self._foot, self._wrap = QVBoxLayout(), QVBoxLayout(), Wrap()
        self._top.addWidget(self.field)
        holder = QWidget(self)
        holder.setLayout(self._wrap)
        self._top.addWidget(holder)
        self._wrap.addWidget(self.save)
        for part in (self.totals, self.trouble, self.may):
            self._foot.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._top)
        whole.addWidget(self.list, 1)
        whole.addSpacing(1)
        whole.addLayout(self._foot)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.pressed_box.connect(self._press)
        self.list.turned.connect(self._turn)
        self.save.clicked.connect(self.save_wanted)

    def _chip(self, place: int, one: ProfileSet) -> Chip:
        chip = Chip(self)
        chip.setCheckable(True)
        chip.say(one.name)
        chip.clicked.connect(partial(self.set_wanted.emit, place))
        return chip

    def _press(self, key: str) -> None:
        self.chosen.emit(turned(self.tree, key, self.targets))

    def _turn(self, key: str) -> None:
        self._open = self._open ^ {key}
        self._fill()

    def _fill(self) -> None:
        held = frozenset(self.targets)
        self.list.show_rows(self.tree.rows(held, self._open, self.field.text()))
        self.count.say(len(self.targets))
        self.totals.say(self.targets)
        for chip, one in zip(self.chips, self._sets, strict=True):
            chip.setChecked(bool(one.profiles) and held >= frozenset(one.profiles))
        self.save.setEnabled(bool(self.targets))
        self._say()

    def _say(self) -> None:
        stuck = [one for one in self.tree.targets if one.why_not]
        self.trouble.set_text(_trouble_told(stuck))
        self.trouble.setVisible(bool(stuck))
        able = sum(one.can for one in self.tree.targets)
        text = translate("Compose", "You may publish to {able} of {all} profiles.")
        text = text.format(able=able, all=len(self.tree.targets) + self.tree.hidden)
        if self.tree.hidden:
            text += " " + counted(
                self.tree.hidden,
                translate("Compose", "{n} is not offered: you have no right there."),
                translate("Compose", "{n} are not offered: you have no right there."),
            )
        self.may.set_text(text)


def _opened_first(tree: Tree) -> frozenset[str]:
    """Opens groups from the top as long as all that is shown fits."""
    opened: frozenset[str] = frozenset()
    rows = tree.rows(frozenset(), opened)
    while True:
        further = opened | {one.key for one in rows if one.target is None}
        more = tree.rows(frozenset(), further)
        if further == opened or len(more) > MOST_OPEN:
            return opened
        opened, rows = further, more


def _trouble_told(stuck: Sequence[Target]) -> str:
    """Returns in one sentence through what nothing can leave, and why the first cannot."""
    if not stuck:
        return ""
    first = f"{called(stuck[0].profile)}: {stuck[0].why_not}"
    if len(stuck) == 1:
        return translate("Compose", "1 profile cannot publish. {first}").format(first=first)
    template = translate("Compose", "{n} profiles cannot publish. {first}")
    return template.format(n=language().figure(len(stuck)), first=first)
