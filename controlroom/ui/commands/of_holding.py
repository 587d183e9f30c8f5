"""The commands that stop what leaves, and let it go again."""

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.once_read import OnceRead
from controlroom.ui.marked import QT_TRANSLATE_NOOP

_HOLDING = OnceRead(lambda desk: desk.holding)
_SENDING = OnceRead(lambda desk: desk.sending)
HOLDING = (
    Command(
        "hold",
        QT_TRANSLATE_NOOP("Commands", "Hold all publishing"),
        Group.PUBLISHING,
        "hand",
        ("Ctrl+Shift+H",),
        action=_HOLDING.on(lambda holding: holding.press()),
        reason=_HOLDING.unless(lambda holding: holding.why_not_press()),
    ),
    Command(
        "hold-some",
        QT_TRANSLATE_NOOP("Commands", "Hold a group, or all but an incident…"),
        Group.PUBLISHING,
        "hand",
        action=_HOLDING.on(lambda holding: holding.hold_some()),
        reason=_HOLDING.unless(lambda holding: holding.why_not_hold()),
    ),
    Command(
        "release",
        QT_TRANSLATE_NOOP("Commands", "Release publishing…"),
        Group.PUBLISHING,
        "lock",
        action=_HOLDING.on(lambda holding: holding.release()),
        reason=_HOLDING.unless(lambda holding: holding.why_not_release()),
        short=QT_TRANSLATE_NOOP("Commands", "Release…"),
    ),
    Command(
        "review-held",
        QT_TRANSLATE_NOOP("Commands", "Review held posts"),
        Group.PUBLISHING,
        "list",
        action=_HOLDING.on(lambda holding: holding.review()),
        reason=_HOLDING.unless(),
    ),
    Command(
        "publishers",
        QT_TRANSLATE_NOOP("Commands", "Say who may publish…"),
        Group.PUBLISHING,
        "person",
        detail=QT_TRANSLATE_NOOP("Commands", "A list of publishers, such as for an incident"),
        action=_HOLDING.on(lambda holding: holding.limit_publishers()),
        reason=_HOLDING.unless(),
    ),
    Command(
        "outbox",
        QT_TRANSLATE_NOOP("Commands", "Outbox"),
        Group.PUBLISHING,
        "send",
        detail=QT_TRANSLATE_NOOP("Commands", "What is on its way, and what needs a person"),
        action=_SENDING.on(lambda sending: sending.open_outbox()),
        reason=_SENDING.unless(),
    ),
    Command(
        "sent-record",
        QT_TRANSLATE_NOOP("Commands", "Everything that was sent"),
        Group.PUBLISHING,
        "list",
        detail=QT_TRANSLATE_NOOP("Commands", "Texts, files, people, answers; to find and export"),
        action=_SENDING.on(lambda sending: sending.open_sent()),
        reason=_SENDING.unless(),
    ),
)
