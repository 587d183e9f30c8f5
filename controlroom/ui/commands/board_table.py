"""The commands of the board."""

from collections.abc import Callable

from controlroom.ui.commands.board_actions import BoardActions
from controlroom.ui.commands.command import Command, Group, Reason
from controlroom.ui.commands.desk import Desk
from controlroom.ui.marked import QT_TRANSLATE_NOOP

NOT_SHOWN = QT_TRANSLATE_NOOP("Reasons", "Possible only while the board is shown.")


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


NO_COLUMN = _if(lambda board: board.columns.why_none())
NOTHING_TO_ADD = _if(lambda board: board.boards.why_not_shown())
NOTHING_CLOSED = _if(lambda board: board.boards.why_nothing_closed())
NO_GAP = _if(lambda board: board.columns.why_no_gap())


def _column(
    name: str, text: str, icon: str, keys: tuple[str, ...], act: Callable[[BoardActions], None]
) -> Command:
    return Command(name, text, Group.BOARD, icon, keys, action=_on(act), reason=NO_COLUMN)


def _go_to(number: int, text: str) -> Command:
    return _column(
        f"column-{number}", text, "board", (str(number),), lambda board: board.columns.go_to(number)
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
        action=_on(lambda board: board.boards.add()),
        reason=_if(lambda board: board.boards.why_none()),
    ),
    Command(
        "rename-board",
        QT_TRANSLATE_NOOP("Commands", "Rename this board"),
        Group.BOARD,
        "compose",
        action=_on(lambda board: board.boards.rename()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "close-board",
        QT_TRANSLATE_NOOP("Commands", "Close this board"),
        Group.BOARD,
        "x",
        action=_on(lambda board: board.boards.close()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "reopen",
        QT_TRANSLATE_NOOP("Commands", "Open again what was closed last"),
        Group.BOARD,
        "undo",
        ("Ctrl+Shift+T",),
        action=_on(lambda board: board.boards.reopen()),
        reason=NOTHING_CLOSED,
    ),
    Command(
        "pause-all",
        QT_TRANSLATE_NOOP("Commands", "Pause all columns"),
        Group.BOARD,
        "pause",
        ("Shift+P",),
        action=_on(lambda board: board.columns.pause_all()),
        reason=NO_COLUMN,
        short=QT_TRANSLATE_NOOP("Commands", "Pause all"),
    ),
    Command(
        "second-screen",
        QT_TRANSLATE_NOOP("Commands", "This board to a window of its own, or back"),
        Group.BOARD,
        "detach",
        ("Ctrl+Shift+M",),
        action=_on(lambda board: board.boards.to_side()),
        reason=NOTHING_TO_ADD,
        short=QT_TRANSLATE_NOOP("Commands", "Second screen"),
    ),
    Command(
        "board-left",
        QT_TRANSLATE_NOOP("Commands", "Move this board left"),
        Group.BOARD,
        "swap",
        ("Ctrl+Shift+PgUp",),
        action=_on(lambda board: board.boards.move(-1)),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "board-right",
        QT_TRANSLATE_NOOP("Commands", "Move this board right"),
        Group.BOARD,
        "swap",
        ("Ctrl+Shift+PgDown",),
        action=_on(lambda board: board.boards.move(1)),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "export-board",
        QT_TRANSLATE_NOOP("Commands", "Export this board to a file"),
        Group.BOARD,
        "export",
        action=_on(lambda board: board.boards.export()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "import-boards",
        QT_TRANSLATE_NOOP("Commands", "Import boards from a file"),
        Group.BOARD,
        "save",
        action=_on(lambda board: board.boards.import_()),
        reason=_if(lambda board: board.boards.why_none()),
    ),
    Command(
        "new-column",
        QT_TRANSLATE_NOOP("Commands", "New column"),
        Group.BOARD,
        "plus",
        action=_on(lambda board: board.columns.add()),
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
        lambda board: board.posts.next(1),
    ),
    _column(
        "previous-post",
        QT_TRANSLATE_NOOP("Commands", "Previous post"),
        "up",
        ("K",),
        lambda board: board.posts.next(-1),
    ),
    _column(
        "page-down",
        QT_TRANSLATE_NOOP("Commands", "One screen down"),
        "cdown",
        ("Space",),
        lambda board: board.posts.page(1),
    ),
    _column(
        "page-up",
        QT_TRANSLATE_NOOP("Commands", "One screen up"),
        "up",
        ("Shift+Space",),
        lambda board: board.posts.page(-1),
    ),
    _column(
        "next-unread",
        QT_TRANSLATE_NOOP("Commands", "Next unread post"),
        "cdown",
        ("Shift+N",),
        lambda board: board.posts.next_unread(),
    ),
    _column(
        "choose-post",
        QT_TRANSLATE_NOOP("Commands", "Choose this post, or let it go"),
        "check",
        ("Ctrl+Space",),
        lambda board: board.posts.choose(),
    ),
    _column(
        "extend-down",
        QT_TRANSLATE_NOOP("Commands", "Choose the next post too"),
        "down",
        ("Shift+J",),
        lambda board: board.posts.extend(1),
    ),
    _column(
        "extend-up",
        QT_TRANSLATE_NOOP("Commands", "Choose the previous post too"),
        "up",
        ("Shift+K",),
        lambda board: board.posts.extend(-1),
    ),
    _column(
        "mark-read",
        QT_TRANSLATE_NOOP("Commands", "Mark what is chosen as read"),
        "okc",
        ("Shift+R",),
        lambda board: board.posts.mark(read=True),
    ),
    _column(
        "mark-unread",
        QT_TRANSLATE_NOOP("Commands", "Mark what is chosen as unread"),
        "empty",
        ("Ctrl+Shift+U",),
        lambda board: board.posts.mark(read=False),
    ),
    _column(
        "show-new",
        QT_TRANSLATE_NOOP("Commands", "Show new posts"),
        "up",
        (".",),
        lambda board: board.posts.show_new(),
    ),
    _column(
        "open-post",
        QT_TRANSLATE_NOOP("Commands", "Open the conversation"),
        "comment",
        ("O",),
        lambda board: board.posts.open(),
    ),
    _column(
        "read-up-to-here",
        QT_TRANSLATE_NOOP("Commands", "Read up to here"),
        "check",
        ("Shift+U",),
        lambda board: board.columns.read_up_to_here(),
    ),
)

COLUMNS = (
    _column(
        "column-left",
        QT_TRANSLATE_NOOP("Commands", "Column to the left"),
        "cleft",
        ("H",),
        lambda board: board.columns.next(-1),
    ),
    _column(
        "column-right",
        QT_TRANSLATE_NOOP("Commands", "Column to the right"),
        "cright",
        ("L",),
        lambda board: board.columns.next(1),
    ),
    _column(
        "pause-column",
        QT_TRANSLATE_NOOP("Commands", "Pause this column"),
        "pause",
        ("P",),
        lambda board: board.columns.pause(),
    ),
    _column(
        "rename-column",
        QT_TRANSLATE_NOOP("Commands", "Rename this column"),
        "compose",
        (),
        lambda board: board.columns.rename(),
    ),
    _column(
        "filter-column",
        QT_TRANSLATE_NOOP("Commands", "Filter of this column"),
        "filter",
        (),
        lambda board: board.columns.filter(),
    ),
    _column(
        "clear-filter",
        QT_TRANSLATE_NOOP("Commands", "Clear the filter of this column"),
        "x",
        (),
        lambda board: board.columns.clear_filter(),
    ),
    _column(
        "duplicate-column",
        QT_TRANSLATE_NOOP("Commands", "Duplicate this column"),
        "plus",
        ("Ctrl+D",),
        lambda board: board.columns.duplicate(),
    ),
    _column(
        "pin-column",
        QT_TRANSLATE_NOOP("Commands", "Pin or unpin this column"),
        "pin",
        ("Ctrl+Shift+P",),
        lambda board: board.columns.pin(),
    ),
    _column(
        "read-now",
        QT_TRANSLATE_NOOP("Commands", "Read this stream once now"),
        "sync",
        ("F5",),
        lambda board: board.columns.read_now(),
    ),
    Command(
        "fill-gap",
        QT_TRANSLATE_NOOP("Commands", "Fill the gap in this column"),
        Group.BOARD,
        "empty",
        ("Shift+F5",),
        action=_on(lambda board: board.columns.fill_gap()),
        reason=NO_GAP,
    ),
    _column(
        "column-second-screen",
        QT_TRANSLATE_NOOP("Commands", "This column to a window of its own, or back"),
        "detach",
        ("Ctrl+Alt+M",),
        lambda board: board.columns.to_side(),
    ),
    _column(
        "column-next-board",
        QT_TRANSLATE_NOOP("Commands", "Move this column to the next board"),
        "right",
        ("Ctrl+Shift+Down",),
        lambda board: board.columns.to_next_board(),
    ),
    _column(
        "move-column-left",
        QT_TRANSLATE_NOOP("Commands", "Move this column left"),
        "swap",
        ("Ctrl+Shift+Left",),
        lambda board: board.columns.move(-1),
    ),
    _column(
        "move-column-right",
        QT_TRANSLATE_NOOP("Commands", "Move this column right"),
        "swap",
        ("Ctrl+Shift+Right",),
        lambda board: board.columns.move(1),
    ),
    _column(
        "narrower-column",
        QT_TRANSLATE_NOOP("Commands", "Narrower column"),
        "minus",
        ("Shift+Alt+Left",),
        lambda board: board.columns.resize(-1),
    ),
    _column(
        "wider-column",
        QT_TRANSLATE_NOOP("Commands", "Wider column"),
        "plus",
        ("Shift+Alt+Right",),
        lambda board: board.columns.resize(1),
    ),
    _column(
        "close-column",
        QT_TRANSLATE_NOOP("Commands", "Close this column"),
        "x",
        ("Ctrl+W",),
        lambda board: board.columns.close(),
    ),
)

NUMBERED = tuple(_go_to(number, text) for number, text in enumerate(COLUMN_WORDS, 1))

COLUMN_MENU = (
    "read-up-to-here",
    "pause-column",
    "rename-column",
    "filter-column",
    "clear-filter",
    "duplicate-column",
    "pin-column",
    "alert-me",
    "read-now",
    "fill-gap",
    "column-second-screen",
    "column-next-board",
    "move-column-left",
    "move-column-right",
    "narrower-column",
    "wider-column",
    "close-column",
)
"""What the menu of a column holds, by id."""
TAB_MENU = (
    "new-board",
    "rename-board",
    "board-left",
    "board-right",
    "second-screen",
    "export-board",
    "import-boards",
    "close-board",
    "reopen",
)
"""What the menu of a board's tab holds, by id."""
