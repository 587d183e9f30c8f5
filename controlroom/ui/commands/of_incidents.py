"""The commands about incidents; all but the first two act on the one that is chosen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group, Reason
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk
    from controlroom.ui.commands.incidents import OfIncidents

NOT_READ = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the record has not been read.")


def _on(act: Callable[["OfIncidents"], object]) -> Callable[["Desk"], None]:
    def run(desk: "Desk") -> None:
        if desk.incidents is not None:
            act(desk.incidents)

    return run


def _unless(why: Callable[["OfIncidents"], str]) -> Reason:
    return lambda desk: NOT_READ if desk.incidents is None else why(desk.incidents)


INCIDENTS = (
    Command(
        "incident-mode",
        QT_TRANSLATE_NOOP("Commands", "Show incidents"),
        Group.PUBLISHING,
        "incident",
        ("F8",),
        action=_on(lambda incidents: incidents.show()),
        reason=_unless(lambda _: ""),
        short=QT_TRANSLATE_NOOP("Commands", "Show"),
    ),
    Command(
        "open-incident",
        QT_TRANSLATE_NOOP("Commands", "Open an incident…"),
        Group.PUBLISHING,
        "plus",
        action=_on(lambda incidents: incidents.open()),
        reason=_unless(lambda incidents: incidents.why_not_open()),
    ),
    Command(
        "change-incident",
        QT_TRANSLATE_NOOP("Commands", "Change the incident…"),
        Group.PUBLISHING,
        "compose",
        detail=QT_TRANSLATE_NOOP("Commands", "Its title, and whom it concerns"),
        action=_on(lambda incidents: incidents.change()),
        reason=_unless(lambda incidents: incidents.why_not_change()),
        short=QT_TRANSLATE_NOOP("Commands", "Change…"),
    ),
    Command(
        "hold-others",
        QT_TRANSLATE_NOOP("Commands", "Hold all but this incident…"),
        Group.PUBLISHING,
        "hand",
        action=_on(lambda incidents: incidents.hold_others()),
        reason=_unless(lambda incidents: incidents.why_none()),
        short=QT_TRANSLATE_NOOP("Commands", "Hold all but this…"),
    ),
    Command(
        "limit-to-incident",
        QT_TRANSLATE_NOOP("Commands", "Limit who may publish during this incident…"),
        Group.PUBLISHING,
        "group",
        action=_on(lambda incidents: incidents.limit_publishers()),
        reason=_unless(lambda incidents: incidents.why_none()),
        short=QT_TRANSLATE_NOOP("Commands", "Limit who may publish…"),
    ),
    Command(
        "close-incident",
        QT_TRANSLATE_NOOP("Commands", "Close the incident…"),
        Group.PUBLISHING,
        "check",
        action=_on(lambda incidents: incidents.close()),
        reason=_unless(lambda incidents: incidents.why_not_change()),
        short=QT_TRANSLATE_NOOP("Commands", "Close…"),
    ),
)
