"""The plan as a list."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.table import Column, Look, Table
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.words import ICONS, state_name, title_of, to_told, when_told

translate = QCoreApplication.translate
_INKS = {PlanState.HELD: "amber", PlanState.FAILED: "red", PlanState.SENT: "text2"}


def _heavy(_item: object) -> Look:
    return Look(weight=600)


class PlanList(Table):
    """One row an item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.zone = ZoneInfo("UTC")
        super().__init__(self._told_columns(), lambda one: one.key, parent)

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(translate("Planner", "Plan"))

    def _told_columns(self) -> tuple[Column, ...]:
        return (
            Column(lambda: translate("Planner", "Leaves"), 170, self._when),
            Column(
                lambda: translate("Planner", "Draft"), 360, title_of, lambda _: Look(weight=600)
            ),
            Column(
                lambda: translate("Planner", "Stands"),
                190,
                lambda one: state_name(one.state),
                lambda one: Look(_INKS.get(one.state, "text1"), 500, ICONS[one.state]),
            ),
            Column(lambda: translate("Planner", "To"), 160, self._to, spare=1),
        )

    def _when(self, item: PlanItem) -> str:
        return when_told(item.at, self.zone)

    def _to(self, item: PlanItem) -> str:
        return to_told(item, self.zone)
