"""How commands reach the board, and why they may not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group, Reason
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.board_actions import BoardActions, OfColumns, OfPosts
    from controlroom.ui.commands.desk import Desk

NOT_SHOWN = QT_TRANSLATE_NOOP("Reasons", "Possible only while the board is shown.")


def on(act: Callable[["BoardActions"], object]) -> Callable[["Desk"], None]:
    """Returns an action that does this while the board is shown, and else nothing."""

    def run(desk: "Desk") -> None:
        board = desk.board()
        if board is not None:
            act(board)

    return run


def unless(why: Callable[["BoardActions"], str]) -> Reason:
    """Returns a reason that asks the board, once it is shown."""

    def reason(desk: "Desk") -> str:
        board = desk.board()
        return NOT_SHOWN if board is None else why(board)

    return reason


NO_COLUMN = unless(lambda board: board.columns.why_none())
NOTHING_TO_ADD = unless(lambda board: board.boards.why_not_shown())


def on_column(
    name: str, text: str, icon: str, keys: tuple[str, ...], act: Callable[["OfColumns"], object]
) -> Command:
    """Returns a command that acts on the current column."""
    action = on(lambda board: act(board.columns))
    return Command(name, text, Group.BOARD, icon, keys, action=action, reason=NO_COLUMN)


def on_post(
    name: str, text: str, icon: str, keys: tuple[str, ...], act: Callable[["OfPosts"], object]
) -> Command:
    """Returns a command that acts on the post that has the keyboard, in a column or the drawer."""
    action = on(lambda board: act(board.posts))
    return Command(name, text, Group.BOARD, icon, keys, action=action, reason=NO_COLUMN)
