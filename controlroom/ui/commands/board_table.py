"""The commands of the board."""

from collections.abc import Callable

from controlroom.ui.commands.board_actions import BoardActions
from controlroom.ui.commands.command import Command, Group, Reason, because
from controlroom.ui.commands.desk import Desk
from controlroom.ui.marked import QT_TRANSLATE_NOOP

NOT_SHOWN = QT_TRANSLATE_NOOP("Reasons", "Possible only while the board is shown.")
ONE_SCREEN = because(
    QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the desk has a single window.")
)


def _on(act: Callable[[BoardActions], None]) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        board = desk.board()
        if board is not None:
            act(board)

    return run


def _if(why: Callable[[BoardActions], str]) -> Reason:
    def reason(desk: Desk) -> str:
        board = desk.board()
        return NOT_SHOWN if board is None else why(board)

    return reason


NO_COLUMN = _if(lambda board: board.why_no_column())
NOTHING_TO_ADD = _if(lambda board: board.why_nothing_to_add())
NOTHING_CLOSED = _if(lambda board: board.why_nothing_closed())


def _column(
    name: str, text: str, icon: str, keys: tuple[str, ...], act: Callable[[BoardActions], None]
) -> Command:
    return Command(name, text, Group.BOARD, icon, keys, action=_on(act), reason=NO_COLUMN)


def _go_to(number: int, text: str) -> Command:
    return _column(
        f"column-{number}", text, "board", (str(number),), lambda board: board.go_to_column(number)
    )


COLUMN_WORDS = (
    QT_TRANSLATE_NOOP("Commands", "First column"),
    QT_TRANSLATE_NOOP("Commands", "Second column"),
    QT_TRANSLATE_NOOP("Commands", "Third column"),
    QT_TRANSLATE_NOOP("Commands", "Fourth column"),
    QT_TRANSLATE_NOOP("Commands", "Fifth column"),
    QT_TRANSLATE_NOOP("Commands", "Sixth column"),
    QT_TRANSLATE_NOOP("Commands", "Seventh column"),
    QT_TRANSLATE_NOOP("Commands", "Eighth column"),
    QT_TRANSLATE_NOOP("Commands", "Ninth column"),
)

BOARDS = (
    Command(
        "new-board",
        QT_TRANSLATE_NOOP("Commands", "New board"),
        Group.BOARD,
        "plus",
        action=_on(lambda board: board.add_board()),
        reason=_if(lambda board: board.why_no_board()),
    ),
    Command(
        "rename-board",
        QT_TRANSLATE_NOOP("Commands", "Rename this board"),
        Group.BOARD,
        "compose",
        action=_on(lambda board: board.rename_board()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "close-board",
        QT_TRANSLATE_NOOP("Commands", "Close this board"),
        Group.BOARD,
        "x",
        action=_on(lambda board: board.close_board()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "reopen",
        QT_TRANSLATE_NOOP("Commands", "Open again what was closed last"),
        Group.BOARD,
        "undo",
        ("Ctrl+Shift+T",),
        action=_on(lambda board: board.reopen()),
        reason=NOTHING_CLOSED,
    ),
    Command(
        "pause-all",
        QT_TRANSLATE_NOOP("Commands", "Pause all columns"),
        Group.BOARD,
        "pause",
        ("Shift+P",),
        action=_on(lambda board: board.pause_all()),
        reason=NO_COLUMN,
        short=QT_TRANSLATE_NOOP("Commands", "Pause all"),
    ),
    Command(
        "second-screen",
        QT_TRANSLATE_NOOP("Commands", "To second screen"),
        Group.BOARD,
        "detach",
        ("Ctrl+Shift+M",),
        reason=ONE_SCREEN,
        short=QT_TRANSLATE_NOOP("Commands", "Second screen"),
    ),
    Command(
        "new-column",
        QT_TRANSLATE_NOOP("Commands", "New column"),
        Group.BOARD,
        "plus",
        action=_on(lambda board: board.add_column()),
        reason=NOTHING_TO_ADD,
        short=QT_TRANSLATE_NOOP("Commands", "Column"),
    ),
)

POSTS = (
    _column(
        "next-post",
        QT_TRANSLATE_NOOP("Commands", "Next post"),
        "down",
        ("J",),
        lambda board: board.next_post(1),
    ),
    _column(
        "previous-post",
        QT_TRANSLATE_NOOP("Commands", "Previous post"),
        "up",
        ("K",),
        lambda board: board.next_post(-1),
    ),
    _column(
        "page-down",
        QT_TRANSLATE_NOOP("Commands", "One screen down"),
        "cdown",
        ("Space",),
        lambda board: board.page(1),
    ),
    _column(
        "page-up",
        QT_TRANSLATE_NOOP("Commands", "One screen up"),
        "up",
        ("Shift+Space",),
        lambda board: board.page(-1),
    ),
    _column(
        "show-new",
        QT_TRANSLATE_NOOP("Commands", "Show new posts"),
        "up",
        (".",),
        lambda board: board.show_new(),
    ),
    _column(
        "open-cover",
        QT_TRANSLATE_NOOP("Commands", "Show what is covered"),
        "eye",
        ("O",),
        lambda board: board.open_cover(),
    ),
    _column(
        "read-up-to-here",
        QT_TRANSLATE_NOOP("Commands", "Read up to here"),
        "check",
        ("Shift+U",),
        lambda board: board.read_up_to_here(),
    ),
)

COLUMNS = (
    _column(
        "column-left",
        QT_TRANSLATE_NOOP("Commands", "Column to the left"),
        "cleft",
        ("H",),
        lambda board: board.next_column(-1),
    ),
    _column(
        "column-right",
        QT_TRANSLATE_NOOP("Commands", "Column to the right"),
        "cright",
        ("L",),
        lambda board: board.next_column(1),
    ),
    _column(
        "pause-column",
        QT_TRANSLATE_NOOP("Commands", "Pause this column"),
        "pause",
        ("P",),
        lambda board: board.pause_column(),
    ),
    _column(
        "rename-column",
        QT_TRANSLATE_NOOP("Commands", "Rename this column"),
        "compose",
        (),
        lambda board: board.rename_column(),
    ),
    _column(
        "filter-column",
        QT_TRANSLATE_NOOP("Commands", "Filter of this column"),
        "filter",
        (),
        lambda board: board.filter_column(),
    ),
    _column(
        "move-column-left",
        QT_TRANSLATE_NOOP("Commands", "Move this column left"),
        "swap",
        ("Ctrl+Shift+Left",),
        lambda board: board.move_column(-1),
    ),
    _column(
        "move-column-right",
        QT_TRANSLATE_NOOP("Commands", "Move this column right"),
        "swap",
        ("Ctrl+Shift+Right",),
        lambda board: board.move_column(1),
    ),
    _column(
        "narrower-column",
        QT_TRANSLATE_NOOP("Commands", "Narrower column"),
        "minus",
        ("Shift+Alt+Left",),
        lambda board: board.resize_column(-1),
    ),
    _column(
        "wider-column",
        QT_TRANSLATE_NOOP("Commands", "Wider column"),
        "plus",
        ("Shift+Alt+Right",),
        lambda board: board.resize_column(1),
    ),
    _column(
        "close-column",
        QT_TRANSLATE_NOOP("Commands", "Close this column"),
        "x",
        ("Ctrl+W",),
        lambda board: board.close_column(),
    ),
)

NUMBERED = tuple(_go_to(number, text) for number, text in enumerate(COLUMN_WORDS, 1))

COLUMN_MENU = (
    "read-up-to-here",
    "pause-column",
    "rename-column",
    "filter-column",
    "move-column-left",
    "move-column-right",
    "narrower-column",
    "wider-column",
    "close-column",
)
"""What the menu of a column holds, by id."""
TAB_MENU = ("new-board", "rename-board", "close-board", "reopen")
"""What the menu of a board's tab holds, by id."""
