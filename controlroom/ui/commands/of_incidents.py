"""The commands about incidents; all but the first two act on the one that is chosen."""

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.once_read import OnceRead
from controlroom.ui.marked import QT_TRANSLATE_NOOP

_INCIDENTS = OnceRead(lambda desk: desk.incidents)
INCIDENTS = (
    Command(
        "incident-mode",
        QT_TRANSLATE_NOOP("Commands", "Show incidents"),
        Group.PUBLISHING,
        "incident",
        ("F8",),
        action=_INCIDENTS.on(lambda incidents: incidents.show()),
        reason=_INCIDENTS.unless(),
        short=QT_TRANSLATE_NOOP("Commands", "Show"),
    ),
    Command(
        "open-incident",
        QT_TRANSLATE_NOOP("Commands", "Open an incident…"),
        Group.PUBLISHING,
        "plus",
        action=_INCIDENTS.on(lambda incidents: incidents.open()),
        reason=_INCIDENTS.unless(lambda incidents: incidents.why_not_open()),
    ),
    Command(
        "change-incident",
        QT_TRANSLATE_NOOP("Commands", "Change the incident…"),
        Group.PUBLISHING,
        "compose",
        detail=QT_TRANSLATE_NOOP("Commands", "Its title, and whom it concerns"),
        action=_INCIDENTS.on(lambda incidents: incidents.change()),
        reason=_INCIDENTS.unless(lambda incidents: incidents.why_not_change()),
        short=QT_TRANSLATE_NOOP("Commands", "Change…"),
    ),
    Command(
        "hold-others",
        QT_TRANSLATE_NOOP("Commands", "Hold all but this incident…"),
        Group.PUBLISHING,
        "hand",
        action=_INCIDENTS.on(lambda incidents: incidents.hold_others()),
        reason=_INCIDENTS.unless(lambda incidents: incidents.why_none()),
        short=QT_TRANSLATE_NOOP("Commands", "Hold all but this…"),
    ),
    Command(
        "limit-to-incident",
        QT_TRANSLATE_NOOP("Commands", "Limit who may publish during this incident…"),
        Group.PUBLISHING,
        "group",
        action=_INCIDENTS.on(lambda incidents: incidents.limit_publishers()),
        reason=_INCIDENTS.unless(lambda incidents: incidents.why_none()),
        short=QT_TRANSLATE_NOOP("Commands", "Limit who may publish…"),
    ),
    Command(
        "close-incident",
        QT_TRANSLATE_NOOP("Commands", "Close the incident…"),
        Group.PUBLISHING,
        "check",
        action=_INCIDENTS.on(lambda incidents: incidents.close()),
        reason=_INCIDENTS.unless(lambda incidents: incidents.why_not_change()),
        short=QT_TRANSLATE_NOOP("Commands", "Close…"),
    ),
)
