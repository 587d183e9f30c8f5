"""The commands that act on the board shown."""

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.on_board import NO_COLUMN, NOTHING_TO_ADD, on, unless
from controlroom.ui.marked import QT_TRANSLATE_NOOP

BOARDS = (
    Command(
        "new-board",
        QT_TRANSLATE_NOOP("Commands", "New board"),
        Group.BOARD,
        "plus",
        action=on(lambda board: board.boards.add()),
        reason=unless(lambda board: board.boards.why_none()),
    ),
    Command(
        "rename-board",
        QT_TRANSLATE_NOOP("Commands", "Rename this board"),
        Group.BOARD,
        "compose",
        action=on(lambda board: board.boards.rename()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "close-board",
        QT_TRANSLATE_NOOP("Commands", "Close this board"),
        Group.BOARD,
        "x",
        action=on(lambda board: board.boards.close()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "reopen",
        QT_TRANSLATE_NOOP("Commands", "Open again what was closed last"),
        Group.BOARD,
        "undo",
        ("Ctrl+Shift+T",),
        action=on(lambda board: board.boards.reopen()),
        reason=unless(lambda board: board.boards.why_nothing_closed()),
    ),
    Command(
        "pause-all",
        QT_TRANSLATE_NOOP("Commands", "Pause all columns"),
        Group.BOARD,
        "pause",
        ("Shift+P",),
        action=on(lambda board: board.columns.pause_all()),
        reason=NO_COLUMN,
        short=QT_TRANSLATE_NOOP("Commands", "Pause all"),
    ),
    Command(
        "second-screen",
        QT_TRANSLATE_NOOP("Commands", "This board to a window of its own, or back"),
        Group.BOARD,
        "detach",
        ("Ctrl+Shift+M",),
        action=on(lambda board: board.boards.to_side()),
        reason=NOTHING_TO_ADD,
        short=QT_TRANSLATE_NOOP("Commands", "Second screen"),
    ),
    Command(
        "board-left",
        QT_TRANSLATE_NOOP("Commands", "Move this board left"),
        Group.BOARD,
        "swap",
        ("Ctrl+Shift+PgUp",),
        action=on(lambda board: board.boards.move(-1)),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "board-right",
        QT_TRANSLATE_NOOP("Commands", "Move this board right"),
        Group.BOARD,
        "swap",
        ("Ctrl+Shift+PgDown",),
        action=on(lambda board: board.boards.move(1)),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "export-board",
        QT_TRANSLATE_NOOP("Commands", "Export this board to a file"),
        Group.BOARD,
        "export",
        action=on(lambda board: board.boards.export()),
        reason=NOTHING_TO_ADD,
    ),
    Command(
        "import-boards",
        QT_TRANSLATE_NOOP("Commands", "Import boards from a file"),
        Group.BOARD,
        "save",
        action=on(lambda board: board.boards.import_()),
        reason=unless(lambda board: board.boards.why_none()),
    ),
    Command(
        "new-column",
        QT_TRANSLATE_NOOP("Commands", "New column"),
        Group.BOARD,
        "plus",
        action=on(lambda board: board.columns.add()),
        reason=NOTHING_TO_ADD,
        short=QT_TRANSLATE_NOOP("Commands", "Column"),
    ),
)

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
