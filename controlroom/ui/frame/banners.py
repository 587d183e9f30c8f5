"""The banner rows below the top bar: two at most, a third joins the row above it as a tag."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.styled import Styled

if TYPE_CHECKING:
    from controlroom.ui.controls.banner import Banner, BannerKind
    from controlroom.ui.frame.banner import BannerRow

translate = QCoreApplication.translate

MOST_ROWS = 2
HOLD_SECTIONS = ("planner", "approvals", "compose")
"""Where the hold has a row of its own; elsewhere the amber switch is enough."""


class Banners(Styled, QWidget):
    """The rows in force, exercise above hold above incident.

    Signals:
        resized: rows came or went.
    """

    resized = Signal()

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._in_force: dict[BannerKind, Banner] = {}
        self._section = ""
        self.rows: list[BannerRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.follow()
        self.hide()

    def show_banner(self, banner: "Banner") -> None:
        """Shows a banner, in place of an earlier one of its kind."""
        self._in_force[banner.kind] = banner
        self._arrange()

    def clear(self, kind: "BannerKind") -> None:
        """Takes a banner away; nothing happens if there is none of its kind."""
        if self._in_force.pop(kind, None) is not None:
            self._arrange()

    def set_section(self, section: str) -> None:
        """Tells which section is shown."""
        if not self._in_force:
            self._section = section
            return
        before, self._section = self._shown(), section
        if self._shown() != before:
            self._arrange()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Banners", "Banners"))

    def _arrange(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        from controlroom.ui.frame.banner import BannerRow

        shown = self._shown()
        self.rows = [BannerRow(one, self._commands, self) for one in shown[:MOST_ROWS]]
        for row in self.rows:
            self._column.addWidget(row)
        for extra in shown[MOST_ROWS:]:
            self.rows[-1].join(extra)
        self.setVisible(bool(self.rows))
        self.resized.emit()

    def _shown(self) -> "list[Banner]":
        from controlroom.ui.controls.banner import BannerKind

        kinds = [kind for kind in BannerKind if kind in self._in_force]
        if self._section not in HOLD_SECTIONS and BannerKind.HOLD in kinds:
            kinds.remove(BannerKind.HOLD)
        return [self._in_force[kind] for kind in kinds]
