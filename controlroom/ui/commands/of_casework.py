"""Keys of the board and the drawer for casework; what this version cannot do yet says so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group, Reason, because
from controlroom.ui.commands.on_board import NO_COLUMN, on, unless
from controlroom.ui.commands.once_read import NOT_READ
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.board_actions import BoardActions, OfTogether
    from controlroom.ui.commands.desk import Desk

NOTHING_TO_UNDO = QT_TRANSLATE_NOOP(
    "Reasons", "Nothing that can be undone was done in the last ten seconds."
)
NO_CASES = because(QT_TRANSLATE_NOOP("Reasons", "Not possible yet: this version keeps no cases."))
NO_TRANSLATION = because(
    QT_TRANSLATE_NOOP("Reasons", "Not possible yet: this version translates nothing.")
)


def _later(name: str, text: str, icon: str, key: str, reason: Reason = NO_CASES) -> Command:
    return Command(name, text, Group.BOARD, icon, (key,), reason=reason)


def _with(act: Callable[["OfTogether"], object]) -> Callable[["Desk"], None]:
    """Returns an action together with colleagues, once the record is followed."""

    def run(board: "BoardActions") -> None:
        if board.together is not None:
            act(board.together)

    return on(run)


def _why_not_assign(desk: "Desk") -> str:
    return NO_COLUMN(desk) or unless(
        lambda board: NOT_READ if board.together is None else board.together.why_not_assign()
    )(desk)


def _why_no_note(desk: "Desk") -> str:
    return NO_COLUMN(desk) or _NOT_JOINED(desk)


_NOT_JOINED = unless(lambda board: NOT_READ if board.together is None else "")
_NO_UNDO = unless(lambda board: "" if board.undo.can() else NOTHING_TO_UNDO)

CASEWORK = (
    Command(
        "assign",
        QT_TRANSLATE_NOOP("Commands", "Assign"),
        Group.BOARD,
        "assign",
        ("A",),
        action=_with(lambda together: together.assign()),
        reason=_why_not_assign,
    ),
    Command(
        "assign-me",
        QT_TRANSLATE_NOOP("Commands", "Assign to me"),
        Group.BOARD,
        "person",
        ("Shift+A",),
        action=_with(lambda together: together.assign_to_me()),
        reason=_why_not_assign,
    ),
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Commands", "Undo what was just done"),
        Group.BOARD,
        "undo",
        ("Ctrl+Z",),
        action=on(lambda board: board.undo.undo()),
        reason=_NO_UNDO,
    ),
    _later("status", QT_TRANSLATE_NOOP("Commands", "Status of the conversation"), "half", "S"),
    _later("tip", QT_TRANSLATE_NOOP("Commands", "Mark as tip"), "tip", "T"),
    _later("rumour", QT_TRANSLATE_NOOP("Commands", "Mark as rumour"), "rumour", "U"),
    _later("evidence", QT_TRANSLATE_NOOP("Commands", "Save as evidence"), "evid", "E"),
    _later("dispatch", QT_TRANSLATE_NOOP("Commands", "Pass to dispatch"), "phone", "D"),
    Command(
        "note",
        QT_TRANSLATE_NOOP("Commands", "Internal note"),
        Group.BOARD,
        "note",
        ("N",),
        action=_with(lambda together: together.note()),
        reason=_why_no_note,
    ),
    Command(
        "who-is-here",
        QT_TRANSLATE_NOOP("Commands", "Who is here"),
        Group.BOARD,
        "group",
        action=_with(lambda together: together.who_is_here()),
        reason=_NOT_JOINED,
    ),
    _later("translate", QT_TRANSLATE_NOOP("Commands", "Translate"), "lang", "V", NO_TRANSLATION),
)
