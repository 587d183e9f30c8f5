"""The commands that act on the current column."""

from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.on_board import NO_COLUMN, on, on_column, unless
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.board_actions import BoardActions


def _read_now(board: "BoardActions") -> None:
    """In the drawer it is the conversation that is read."""
    if not board.posts.read_again():
        board.columns.read_now()


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


def _go_to(number: int, text: str) -> Command:
    name = f"column-{number}"
    return on_column(name, text, "board", (str(number),), lambda column: column.go_to(number))


def _slide(name: str, text: str, icon: str, key: str, step: int) -> Command:
    return Command(
        name,
        text,
        Group.BOARD,
        icon,
        (key,),
        action=on(lambda board: board.columns.slide(step)),
        reason=unless(lambda board: board.columns.why_no_more(step)),
    )


COLUMNS = (
    _slide(
        "columns-left",
        QT_TRANSLATE_NOOP("Commands", "Show more columns at the left"),
        "cleft",
        "Ctrl+PgUp",
        -1,
    ),
    _slide(
        "columns-right",
        QT_TRANSLATE_NOOP("Commands", "Show more columns at the right"),
        "cright",
        "Ctrl+PgDown",
        1,
    ),
    on_column(
        "column-left",
        QT_TRANSLATE_NOOP("Commands", "Column to the left"),
        "cleft",
        ("H",),
        lambda column: column.next(-1),
    ),
    on_column(
        "column-right",
        QT_TRANSLATE_NOOP("Commands", "Column to the right"),
        "cright",
        ("L",),
        lambda column: column.next(1),
    ),
    on_column(
        "pause-column",
        QT_TRANSLATE_NOOP("Commands", "Pause this column"),
        "pause",
        ("P",),
        lambda column: column.pause(),
    ),
    on_column(
        "rename-column",
        QT_TRANSLATE_NOOP("Commands", "Rename this column"),
        "compose",
        (),
        lambda column: column.rename(),
    ),
    on_column(
        "filter-column",
        QT_TRANSLATE_NOOP("Commands", "Filter of this column"),
        "filter",
        (),
        lambda column: column.filter(),
    ),
    on_column(
        "clear-filter",
        QT_TRANSLATE_NOOP("Commands", "Clear the filter of this column"),
        "x",
        (),
        lambda column: column.clear_filter(),
    ),
    on_column(
        "duplicate-column",
        QT_TRANSLATE_NOOP("Commands", "Duplicate this column"),
        "plus",
        ("Ctrl+D",),
        lambda column: column.duplicate(),
    ),
    on_column(
        "pin-column",
        QT_TRANSLATE_NOOP("Commands", "Pin or unpin this column"),
        "pin",
        ("Ctrl+Shift+P",),
        lambda column: column.pin(),
    ),
    Command(
        "read-now",
        QT_TRANSLATE_NOOP("Commands", "Read this stream once now"),
        Group.BOARD,
        "sync",
        ("F5",),
        action=on(_read_now),
        reason=NO_COLUMN,
    ),
    Command(
        "fill-gap",
        QT_TRANSLATE_NOOP("Commands", "Fill the gap in this column"),
        Group.BOARD,
        "empty",
        ("Shift+F5",),
        action=on(lambda board: board.columns.fill_gap()),
        reason=unless(lambda board: board.columns.why_no_gap()),
    ),
    on_column(
        "column-second-screen",
        QT_TRANSLATE_NOOP("Commands", "This column to a window of its own, or back"),
        "detach",
        ("Ctrl+Alt+M",),
        lambda column: column.to_side(),
    ),
    on_column(
        "column-next-board",
        QT_TRANSLATE_NOOP("Commands", "Move this column to the next board"),
        "right",
        ("Ctrl+Shift+Down",),
        lambda column: column.to_next_board(),
    ),
    on_column(
        "move-column-left",
        QT_TRANSLATE_NOOP("Commands", "Move this column left"),
        "swap",
        ("Ctrl+Shift+Left",),
        lambda column: column.move(-1),
    ),
    on_column(
        "move-column-right",
        QT_TRANSLATE_NOOP("Commands", "Move this column right"),
        "swap",
        ("Ctrl+Shift+Right",),
        lambda column: column.move(1),
    ),
    on_column(
        "narrower-column",
        QT_TRANSLATE_NOOP("Commands", "Narrower column"),
        "minus",
        ("Shift+Alt+Left",),
        lambda column: column.resize(-1),
    ),
    on_column(
        "wider-column",
        QT_TRANSLATE_NOOP("Commands", "Wider column"),
        "plus",
        ("Shift+Alt+Right",),
        lambda column: column.resize(1),
    ),
    on_column(
        "close-column",
        QT_TRANSLATE_NOOP("Commands", "Close this column"),
        "x",
        ("Ctrl+W",),
        lambda column: column.close(),
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
