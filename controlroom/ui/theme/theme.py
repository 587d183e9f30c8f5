"""The theme in force: one object that every widget follows."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from controlroom.settings import Settings
from controlroom.ui.theme.fonts import Fonts, Type
from controlroom.ui.theme.metrics import Metrics, metrics_at
from controlroom.ui.theme.palette import Palette, palette_named


class Theme(QObject):
    """Colours, measures and fonts as the settings want them.

    Signals:
        changed: everything that is drawn must be drawn anew.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.palette: Palette = palette_named("dark")
        self.metrics: Metrics = metrics_at(100)
        self.fonts = Fonts(100)
        self.reduce_motion = False
        self._wish = "dark"
        self._dresses_qt = False
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def apply(self, settings: Settings) -> None:
        """Takes theme, text size and motion from the settings, at once and everywhere."""
        self._wish = settings.theme
        self.reduce_motion = settings.reduce_motion
        self._show(settings.text_size)

    def dress_qt(self) -> None:
        """Gives what Qt draws itself (menus, tooltips, fields) our looks, now and ever after.

        The frame holds nothing of that kind, so that this can wait until it has been painted.
        """
        self._dresses_qt = True
        self._tell_qt()

    def _follow_system(self) -> None:
        if self._wish == "system":
            self._show(self.metrics.percent)

    def _show(self, percent: int) -> None:
        before = (self.palette, self.metrics)
        self.palette = palette_named("dark" if self._wants_dark() else "light")
        if percent != self.metrics.percent:
            self.metrics, self.fonts = metrics_at(percent), Fonts(percent)
        if self._dresses_qt:
            self._tell_qt()
        if before != (self.palette, self.metrics):
            self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._wish != "system":
            return self._wish == "dark"
        return QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light

    def _tell_qt(self) -> None:
        from PySide6.QtWidgets import QApplication, QToolTip

        from controlroom.ui.theme.motion import keep_still
        from controlroom.ui.theme.qt_palette import qt_palette

        keep_still(reduced=self.reduce_motion)
        colours = qt_palette(self.palette)
        QApplication.setPalette(colours)
        QApplication.setFont(self.fonts.font(Type.BODY))
        QToolTip.setPalette(colours)
        QToolTip.setFont(self.fonts.font(Type.SMALL))


_current: Theme | None = None


def theme() -> Theme:
    """Returns the running application's theme, made on first use."""
    global _current
    if _current is None or not isValid(_current):
        _current = Theme(QGuiApplication.instance())
    return _current
