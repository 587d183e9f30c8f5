"""The word of an exercise in a window beside the desk's own."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.banner import Banner, BannerKind
from controlroom.ui.exercise.frame import ExerciseFrame
from controlroom.ui.frame.banner import BannerRow

translate = QCoreApplication.translate


class ExerciseMark(BannerRow):
    """A row that says the window belongs to an exercise, and the frame around that window."""

    def __init__(self, name: str, commands: Commands, window: QWidget) -> None:
        self._name = name
        super().__init__(self._told(), commands, window)
        ExerciseFrame(window)

    def retranslate(self) -> None:
        self.banner = self._told()
        super().retranslate()

    def _told(self) -> Banner:
        text = translate("Exercise", "{name}. Nothing leaves this computer")
        tag = translate("Exercise", "EXERCISE")
        return Banner(BannerKind.EXERCISE, tag, text.format(name=self._name))
