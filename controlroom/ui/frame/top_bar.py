"""The top bar: desk, search, Compose, Hold, bell, clock, person."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from controlroom.settings import Settings
from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.keys import caption
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.bar import Bar
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.rule import Rule
from controlroom.ui.frame.bell import Bell
from controlroom.ui.frame.brand import Brand
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.frame.clock import Clock
from controlroom.ui.frame.hold import HoldSwitch
from controlroom.ui.frame.person import Person
from controlroom.ui.frame.search_field import SearchField
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class TopBar(Bar):
    """The strip that is never covered."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.brand = Brand(self)
        self.brand.clicked.connect(self._open_menu)
        self.search = SearchField(commands, self)
        self.compose = Button(Kind.MAIN, self)
        self.compose.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bind(self.compose, commands, "compose")
        self.hold = HoldSwitch(commands, self)
        self.bell = Bell(commands, self)
        self.clock = Clock(self)
        self.person = Person(self)
        self._fill()
        self.follow()
        commands.changed.connect(self.retranslate)

    def show_names(self, settings: Settings) -> None:
        """Shows the names of force and desk."""
        self.brand.show_names(settings.force_name, settings.desk_name)

    def fit(self, breadth: Breadth) -> None:
        """Shows as much as a window of this width has room for."""
        for part in (self.brand, self.search, self.hold, self.clock, self.person):
            part.fit(breadth)
        self.compose.set_roomy(breadth is not Breadth.TIGHT)
        px = theme().metrics.px
        self._gap.changeSize(px(12 if breadth is Breadth.WIDE else 0), 1)
        self._row.setSpacing(px(12 if breadth is not Breadth.TIGHT else 8))
        self._row.invalidate()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.height.top_bar)
        self._row.setContentsMargins(0, 0, theme().metrics.px(12), 1)

    def retranslate(self) -> None:
        self.setAccessibleName(translate("TopBar", "Top bar"))
        command = describe(self.compose, self._commands, "compose")
        self.compose.set_face(command.short_words(), command.icon, caption(command.keys[0]))

    def _fill(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.brand)
        self._gap = QSpacerItem(0, 1)
        self._row.addSpacerItem(self._gap)
        self._row.addWidget(self.search, 1000)
        self._row.addStretch(1)
        ends = (self.compose, self.hold, self.bell, Rule(26), self.clock, Rule(26), self.person)
        for part in ends:
            self._row.addWidget(part)

    def _open_menu(self) -> None:
        from controlroom.ui.commands.menus import desk_menu

        below = self.brand.mapToGlobal(self.brand.rect().bottomLeft())
        desk_menu(self._commands, self.brand).popup(below)
