"""The status bar: what is connected, what is kept, how the desk looks and speaks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.settings import Settings
from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.keys import caption
from controlroom.ui.commands.registry import Commands
from controlroom.ui.commands.table import SIZES
from controlroom.ui.controls.bar import Bar, Edge
from controlroom.ui.controls.segment import Segment
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.frame.notice import Notice, NoticeSegment, Words
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.frame.network_bar import NetworkBar
    from controlroom.ui.line import EngineLine

translate = QCoreApplication.translate


class StatusBar(Bar):
    """Segments with hairlines between them; only what is true is shown."""

    edge = Edge.TOP

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._cache: tuple[int, int] | None = None
        self._counted, self._profiles, self._reads = (0, 0), 0, False
        self.networks: NetworkBar | None = None
        self._is_roomy = True
        self._settings = Settings()
        self.online = Segment("offline", self)
        self.cache = Segment("evid", self)
        self.notice = NoticeSegment(commands, self)
        self.look = Segment("moon", self, ruled=False)
        self.scale = Segment("", self, ruled=False)
        self.tongue = Segment("", self)
        self.shortcuts = Segment("keyb", self, ruled=False)
        self._fill()
        self._wire()
        self.follow()

    def watch(self, line: "EngineLine") -> None:
        """Shows from now on what the engine says of the networks."""
        from controlroom.ui.frame.network_bar import NetworkBar

        self.networks = NetworkBar(self)
        self.networks.set_roomy(self._is_roomy)
        self._row.insertWidget(1, self.networks)
        line.state.connect(self.networks.hear)
        line.running.connect(self._run)
        self._run(line.reads)
        self.networks.counted.connect(self._count_networks)
        self.networks.pressed.connect(lambda: self._commands.run("go-profiles"))

    def add(self, part: Segment) -> None:
        """Shows a segment of somebody else's behind the networks."""
        self._row.insertWidget(self._row.indexOf(self.notice), part)

    def set_cache(self, posts: int, size: int) -> None:
        """Shows how many posts are kept and how many bytes they take."""
        self._cache = (posts, size)
        self._say_cache()

    def set_profiles(self, number: int) -> None:
        """Takes how many profiles are connected, whether any of them has been read or not."""
        if number != self._profiles:
            self._profiles = number
            self._say_online()

    def set_notice(self, text: str, detail: str = "") -> None:
        """Shows an amber notice with its detail as tooltip; none for an empty text."""
        self.notice.stand("settings", Notice(lambda: (text, detail)) if text else None)

    def stand(self, key: str, words: Words | None, command: str = "") -> None:
        """Shows an amber notice under its key until it is lifted with None.

        Args:
            command: id of the command that a press runs.
        """
        self.notice.stand(key, Notice(words, command) if words is not None else None)

    def say_shortly(self, text: str) -> None:
        """Shows a text for a few seconds and says it to screen readers."""
        self.notice.say_shortly(text)

    def show_settings(self, settings: Settings) -> None:
        """Shows theme, text size and language as they stand."""
        self._settings = settings
        self._say_switches()

    def fit(self, breadth: Breadth) -> None:
        """Leaves out budgets and the cache's figures where there is no room."""
        self._is_roomy = breadth is Breadth.WIDE
        if self.networks is not None:
            self.networks.set_roomy(self._is_roomy)
        self.cache.setVisible(self._cache is not None and breadth is not Breadth.TIGHT)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(theme().metrics.height.status_bar)
        self._row.setContentsMargins(px(8), 1, 0, 0)

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Status", "Status bar"))
        self._say_online()
        self._say_cache()
        self._say_switches()
        command = describe(self.shortcuts, self._commands, "shortcuts")
        self.shortcuts.say(command.short_words(), caption(command.keys[0]))

    def _fill(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        for part in (self.online, self.cache, self.notice):
            part.setEnabled(False)
            self._row.addWidget(part)
        self.cache.hide()
        self._row.addStretch(1)
        for part in (self.look, self.scale, self.tongue, self.shortcuts):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(part)

    def _wire(self) -> None:
        self.look.clicked.connect(self._switch_theme)
        self.scale.clicked.connect(self._choose_size)
        self.tongue.clicked.connect(self._switch_language)
        bind(self.shortcuts, self._commands, "shortcuts")

    def _count_networks(self, networks: int, down: int) -> None:
        if (networks, down) != self._counted:
            self._counted = networks, down
            self._say_online()

    def _say_online(self) -> None:
        networks, down = self._counted
        if not networks:
            words = self._before_reading()
        elif down == networks:
            words = translate("Status", "Offline")
        else:
            words = translate("Status", "Online")
        self.online.icon_name = "online" if networks > down else "offline"
        self.online.say(words)
        self.online.setAccessibleName(words)

    def _before_reading(self) -> str:
        """Returns how it stands before the engine has told of any source."""
        if not self._profiles:
            return translate("Status", "No network connected yet")
        if self._reads:
            return translate("Status", "First read under way")
        return translate("Status", "Waiting for the first read")

    def _run(self, reads: bool) -> None:
        self._reads = reads
        self._say_online()

    def _say_cache(self) -> None:
        if self._cache is None:
            return
        posts, size = self._cache
        count = counted(
            posts, translate("Status", "Cache {n} post"), translate("Status", "Cache {n} posts")
        )
        if posts >= 10_000:
            template = translate("Status", "Cache {n} posts")
            count = template.format(n=language().short_figure(posts))
        self.cache.say(f"{count} · {language().size(size)}")
        self.cache.setAccessibleName(self.cache.text())
        self.cache.show()

    def _say_switches(self) -> None:
        dark = theme().palette.dark
        self.look.icon_name = "moon" if dark else "sun"
        dark_word, light_word = translate("Status", "Dark"), translate("Status", "Light")
        now, other = (dark_word, light_word) if dark else (light_word, dark_word)
        self.look.say(f"{now} ·")
        self._name(self.look, translate("Status", "Theme: {now}").format(now=now), other)
        percent = language().percent(theme().metrics.percent)
        self.scale.say(f"{percent} ·")
        self._name(self.scale, translate("Status", "Text size: {now}").format(now=percent), "")
        code = language().code
        self.tongue.say(code.upper())
        names = {"en": "English", "fr": "Français"}
        tongue = translate("Status", "Language: {now}").format(now=names[code])
        self._name(self.tongue, tongue, names["fr" if code == "en" else "en"])

    def _name(self, segment: Segment, name: str, other: str) -> None:
        change = translate("Status", "Press for: {other}").format(other=other)
        segment.setAccessibleName(name)
        segment.setAccessibleDescription(change if other else "")
        set_tip(segment, f"{name}\n{change}" if other else name)

    def _switch_theme(self) -> None:
        self._commands.run("theme-light" if theme().palette.dark else "theme-dark")

    def _switch_language(self) -> None:
        self._commands.run("english" if language().code == "fr" else "french")

    def _choose_size(self) -> None:
        from controlroom.ui.commands.menus import fill, styled_menu

        menu = styled_menu(self.scale)
        sizes = [f"size-{percent}" for percent in SIZES]
        fill(menu, self._commands, [self._commands.named(name) for name in sizes])
        corner = self.scale.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))
