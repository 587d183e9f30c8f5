"""A draft that is to come again once it is put forward: asked about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.outgoing.content import Content
from controlroom.outbound.schedule.zones import zone_of
from controlroom.team.publishing import views
from controlroom.ui.compose.when_told import home_zone
from controlroom.ui.planner.series_forms import Begin, Repeat

if TYPE_CHECKING:
    from controlroom.team.state import State

translate = QCoreApplication.translate


def asks(
    state: "State", officer: str, content: Content, take: Callable[[str], object]
) -> Repeat | None:
    """Returns what asks how often a draft is to come, None for one without a time."""
    if content.at is None:
        return None
    zone = zone_of(content.zone or home_zone())
    begin = Begin(content.at, zone, agreed_told(state, officer, content))
    heading, yes = translate("Planner", "Repeat this post"), translate("Planner", "Repeat it")
    return Repeat(heading, yes, begin, take)


def agreed_told(state: "State", officer: str, content: Content) -> str:
    """Returns what is asked of others for each of a series, as the routes are."""
    steps = views.steps_if(state, officer, content, clock.now()).steps
    if steps:
        return translate(
            "Planner",
            "Each is a draft of its own and asks for its own agreement: what nobody has agreed"
            " to when its time comes does not leave. The hour stays when the clocks change.",
        )
    return translate(
        "Planner",
        "Its route asks nobody: each leaves by itself at its time. The hour stays when the"
        " clocks change.",
    )
