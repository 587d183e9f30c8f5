"""The commands that stop what leaves, and let it go again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group, Reason
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk
    from controlroom.ui.commands.publishing import OfHolding

NOT_READ = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the record has not been read.")


def _on(act: Callable[["OfHolding"], object]) -> Callable[["Desk"], None]:
    def run(desk: "Desk") -> None:
        if desk.holding is not None:
            act(desk.holding)

    return run


def _unless(why: Callable[["OfHolding"], str]) -> Reason:
    return lambda desk: NOT_READ if desk.holding is None else why(desk.holding)


def _open_outbox(desk: "Desk") -> None:
    if desk.sending is not None:
        desk.sending.open_outbox()


def _open_sent(desk: "Desk") -> None:
    if desk.sending is not None:
        desk.sending.open_sent()


HOLDING = (
    Command(
        "hold",
        QT_TRANSLATE_NOOP("Commands", "Hold all publishing"),
        Group.PUBLISHING,
        "hand",
        ("Ctrl+Shift+H",),
        action=_on(lambda holding: holding.press()),
        reason=_unless(lambda holding: holding.why_not_press()),
    ),
    Command(
        "hold-some",
        QT_TRANSLATE_NOOP("Commands", "Hold a group, or all but an incident…"),
        Group.PUBLISHING,
        "hand",
        action=_on(lambda holding: holding.hold_some()),
        reason=_unless(lambda holding: holding.why_not_hold()),
    ),
    Command(
        "release",
        QT_TRANSLATE_NOOP("Commands", "Release publishing…"),
        Group.PUBLISHING,
        "lock",
        action=_on(lambda holding: holding.release()),
        reason=_unless(lambda holding: holding.why_not_release()),
        short=QT_TRANSLATE_NOOP("Commands", "Release…"),
    ),
    Command(
        "review-held",
        QT_TRANSLATE_NOOP("Commands", "Review held posts"),
        Group.PUBLISHING,
        "list",
        action=_on(lambda holding: holding.review()),
        reason=_unless(lambda _: ""),
    ),
    Command(
        "publishers",
        QT_TRANSLATE_NOOP("Commands", "Say who may publish…"),
        Group.PUBLISHING,
        "person",
        detail=QT_TRANSLATE_NOOP("Commands", "A list of publishers, such as for an incident"),
        action=_on(lambda holding: holding.limit_publishers()),
        reason=_unless(lambda _: ""),
    ),
    Command(
        "outbox",
        QT_TRANSLATE_NOOP("Commands", "Outbox"),
        Group.PUBLISHING,
        "send",
        detail=QT_TRANSLATE_NOOP("Commands", "What is on its way, and what needs a person"),
        action=_open_outbox,
        reason=lambda desk: NOT_READ if desk.sending is None else "",
    ),
    Command(
        "sent-record",
        QT_TRANSLATE_NOOP("Commands", "Everything that was sent"),
        Group.PUBLISHING,
        "list",
        detail=QT_TRANSLATE_NOOP("Commands", "Texts, files, people, answers; to find and export"),
        action=_open_sent,
        reason=lambda desk: NOT_READ if desk.sending is None else "",
    ),
)
