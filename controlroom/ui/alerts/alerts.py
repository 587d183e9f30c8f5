"""Alerts put together: what watches, the bell, the panels, the toasts."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from controlroom.model import clock
from controlroom.model.alert import AlertRule, Level
from controlroom.store.cache.sources import SourceList
from controlroom.ui.alerts.chime import Chime, loudness
from controlroom.ui.alerts.elsewhere import is_elsewhere
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.notices import Notice, Notices
from controlroom.ui.alerts.sound import Ringer
from controlroom.ui.alerts.toasts import Toasts
from controlroom.ui.alerts.watch import AlertWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.model.board import Column
    from controlroom.model.cached import CachedPost
    from controlroom.store.cache.reader import CacheReader
    from controlroom.ui.alerts.bell_panel import BellPanel
    from controlroom.ui.alerts.rule_panel import RulePanel
    from controlroom.ui.board.around import House

    Find = Callable[[CacheReader], CachedPost | None]

translate = QCoreApplication.translate


class Alerts(QObject):
    """The alerts of one window."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self.watch, self.toasts = AlertWatch(self), Toasts(window)
        self.chime = Chime(self, self._loudness)
        self.ringer = Ringer(self.toasts, self, self.chime.ring, self._may_be_heard)
        self._house: House | None = None
        self._notices = Notices()
        self._bell: BellPanel | None = None
        self._rules: RulePanel | None = None
        window.house_closed.connect(self.close)
        window.closed.connect(self.close)
        window.changed.connect(self.watch.heed)
        self.watch.failed.connect(window.trouble)
        self.watch.counted.connect(self._count)
        self.watch.learned.connect(self._show_rules)
        self.watch.raised.connect(self._raise)
        self.toasts.opened.connect(self.go_to)
        self.toasts.taken.connect(self._take)

    def open(self, house: "House") -> None:
        """Watches a house that was opened."""
        self._house = house
        self.watch.open(house)

    def close(self) -> None:
        """Lets go of the house."""
        self._house = None
        self._notices.clear()
        self.toasts.take_down()
        self.watch.close()

    def open_bell(self) -> None:
        """Shows the alerts that are kept."""
        if self._is_ready():
            self.watch.read_all(self._show_bell)

    def ask_rule(self, column: "Column | None" = None) -> None:
        """Asks for a new rule, about a column if it is given."""
        from controlroom.ui.alerts.rule_panel import RulePanel

        house = self._house
        if not self._is_ready() or house is None or house.cache is None:
            return
        streams = [(one.id, one.name) for one in SourceList(house.cache.database).streams()]
        panel = RulePanel(_rule_of(column, dict(streams)), streams)
        panel.show_rules(self.watch.rules)
        panel.made.connect(self._save)
        panel.removed.connect(self.watch.remove)
        self._rules = panel
        self._window.open_layer(panel)

    def go_to(self, told: Told) -> None:
        """Shows what an alert stands for, and takes it as read."""
        from controlroom.ui.alerts.going import go_to

        self.mark_read(told.alert.id)
        if told.go is not None:
            told.go()
        else:
            go_to(self._window, told)

    def raise_critical(self, name: str, text: str, go: "Callable[[], object]") -> None:
        """Raises an alert that is about no post; it stands until somebody takes it.

        Args:
            go: shows what it is about.
        """
        self.notice(name, text, level=Level.CRITICAL, go=go)

    def notice(
        self,
        name: str,
        text: str,
        *,
        level: Level = Level.NOTICE,
        find: "Find | None" = None,
        go: "Callable[[], object] | None" = None,
    ) -> None:
        """Raises an alert that no rule raised; the same within a minute joins it.

        Args:
            find: gives the post it is about; asked off the window's thread.
            go: shows what it is about, None where that is the post.
        """
        notice = self._notices.add(name, text, level)
        told = Told(notice.shown(), None, toast=True, sound=True, text=text, go=go)
        # It is told at once, and written meanwhile.
        self.toasts.show_raised([told])
        self.ringer.hear([told])
        kept = partial(self._noticed, notice, told)
        self.watch.keep_notice(notice, find or _nothing, kept)

    def _noticed(self, notice: Notice, told: Told, post: "CachedPost | None") -> None:
        if notice.is_read:
            self.watch.mark_read(notice.kept)
        self.toasts.renew(told._replace(post=post))

    def mark_read(self, *numbers: int) -> None:
        """Marks alerts as read, all of them if none is named; their toasts go."""
        toasts, kept = self._notices.read(numbers)
        self.toasts.take_down({*numbers, *toasts} if numbers else ())
        listed = {one for one in numbers if one > 0} | kept
        if listed or not numbers:
            self.watch.mark_read(*(sorted(listed) if numbers else ()))

    def _raise(self, told: "Sequence[Told]") -> None:
        shown = [
            one._replace(toast=False, sound=False) if is_elsewhere(self._window, one) else one
            for one in told
        ]
        self.toasts.show_raised(shown)
        self.ringer.hear(shown)

    def _take(self, told: Told) -> None:
        self.mark_read(told.alert.id)

    def _may_be_heard(self) -> bool:
        return bool(self._window.settings.alert_sounds)

    def _loudness(self) -> int:
        return loudness(self._window.settings, clock.now().astimezone())

    def _is_ready(self) -> bool:
        if self.watch.is_open():
            return True
        text = translate("Alerts", "The posts are still being opened. Try again in a moment.")
        self._window.status.say_shortly(text)
        return False

    def _save(self, rule: AlertRule) -> None:
        self.watch.save(rule)
        text = translate("Alerts", "From now on: {name}").format(name=rule.name)
        self._window.status.say_shortly(text)

    def _count(self, unread: int) -> None:
        self._window.top.bell.show_count(unread)
        if self._is_shown(self._bell):
            self.watch.read_all(self._refresh_bell)

    def _show_rules(self) -> None:
        if self._rules is not None and self._is_shown(self._rules):
            self._rules.show_rules(self.watch.rules)

    def _show_bell(self, told: "Sequence[Told]") -> None:
        from controlroom.ui.alerts.bell_panel import BellPanel

        if self._is_shown(self._bell):
            return
        panel = BellPanel()
        panel.show_alerts(told, self.watch.missed)
        panel.opened.connect(self.go_to)
        panel.all_read.connect(self.mark_read)
        panel.rules_wanted.connect(self.ask_rule)
        self._bell = panel
        self._window.open_layer(panel)

    def _refresh_bell(self, told: "Sequence[Told]") -> None:
        if self._bell is not None and self._is_shown(self._bell):
            self._bell.show_alerts(told, self.watch.missed)

    def _is_shown(self, panel: Any) -> bool:
        return panel is not None and isValid(panel) and self._window.layers.top() is panel


def _rule_of(column: "Column | None", streams: dict[int, str]) -> AlertRule:
    if column is None:
        return AlertRule(0, "")
    name = column.title or column.filter or streams.get(column.stream, "")
    return AlertRule(0, name, column.filter, column.stream)


def _nothing(_cache: "CacheReader") -> None:
    """It is about no post."""
