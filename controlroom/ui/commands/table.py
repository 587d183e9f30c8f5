"""The table of commands. A new command is one entry here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.of_boards import BOARDS
from controlroom.ui.commands.of_casework import CASEWORK
from controlroom.ui.commands.of_columns import COLUMNS, NUMBERED
from controlroom.ui.commands.of_holding import HOLDING
from controlroom.ui.commands.of_incidents import INCIDENTS
from controlroom.ui.commands.of_posts import POSTS
from controlroom.ui.commands.of_publishing import COMPOSE, ON_NETWORKS
from controlroom.ui.commands.of_record import RECORD
from controlroom.ui.commands.of_review import REVIEW, SHOWN
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.sections import SECTIONS, Section

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk

SIZES = (90, 100, 110, 125, 150)
"""The steps of Ctrl + and Ctrl −, in percent."""


def _go(section: Section) -> Command:
    return Command(
        f"go-{section.id}",
        section.text,
        Group.GO_TO,
        section.icon,
        (section.keys,),
        action=lambda desk: desk.go(section.id),
        context="Sections",
    )


def _set(**values: object) -> Callable[["Desk"], None]:
    return lambda desk: desk.change(**values)


def _resize(desk: "Desk", step: int) -> None:
    now = desk.settings.text_size
    steps = [size for size in SIZES if (size - now) * step > 0]
    if steps:
        desk.change(text_size=min(steps) if step > 0 else max(steps))


def _largest(desk: "Desk") -> str:
    reason = QT_TRANSLATE_NOOP("Reasons", "The text is as large as it gets.")
    return reason if desk.settings.text_size >= SIZES[-1] else ""


def _smallest(desk: "Desk") -> str:
    reason = QT_TRANSLATE_NOOP("Reasons", "The text is as small as it gets.")
    return reason if desk.settings.text_size <= SIZES[0] else ""


def _alert_me(desk: "Desk") -> None:
    board = desk.board()
    desk.alert_me(board.columns.shown() if board is not None else None)


def _no_filter(desk: "Desk") -> str:
    reason = QT_TRANSLATE_NOOP("Reasons", "There is nothing to filter on this page.")
    return "" if desk.has_filter() else reason


def _one_board(desk: "Desk") -> str:
    reason = QT_TRANSLATE_NOOP("Reasons", "There is no other board.")
    return "" if desk.board_count() > 1 else reason


DESK = (
    Command(
        "new-stream",
        QT_TRANSLATE_NOOP("Commands", "New stream"),
        Group.DESK,
        "plus",
        action=lambda desk: desk.new_stream(),
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Commands", "Find a command or section"),
        Group.DESK,
        "search",
        ("Ctrl+K",),
        action=lambda desk: desk.open_palette(),
    ),
    Command(
        "filter",
        QT_TRANSLATE_NOOP("Commands", "Filter here"),
        Group.DESK,
        "filter",
        ("/",),
        action=lambda desk: desk.filter_here(),
        reason=_no_filter,
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("Commands", "Shortcuts here"),
        Group.DESK,
        "keyb",
        ("?", "Shift+?"),
        action=lambda desk: desk.open_shortcuts(),
        short=QT_TRANSLATE_NOOP("Commands", "Shortcuts"),
    ),
    Command(
        "notices",
        QT_TRANSLATE_NOOP("Commands", "Notices"),
        Group.DESK,
        "bell",
        action=lambda desk: desk.open_notices(),
    ),
    Command(
        "at-desk",
        QT_TRANSLATE_NOOP("Commands", "Who works at this desk"),
        Group.DESK,
        "person",
        action=lambda desk: desk.open_at_desk(),
    ),
    Command(
        "alert-me",
        QT_TRANSLATE_NOOP("Commands", "Alert me…"),
        Group.DESK,
        "bell",
        detail=QT_TRANSLATE_NOOP("Commands", "when new posts fit a search or a column"),
        action=_alert_me,
    ),
    Command(
        "next-region",
        QT_TRANSLATE_NOOP("Commands", "Next region"),
        Group.DESK,
        "right",
        ("F6",),
        action=lambda desk: desk.cycle_regions(1),
    ),
    Command(
        "previous-region",
        QT_TRANSLATE_NOOP("Commands", "Previous region"),
        Group.DESK,
        "via",
        ("Shift+F6",),
        action=lambda desk: desk.cycle_regions(-1),
    ),
    Command(
        "close-layer",
        QT_TRANSLATE_NOOP("Commands", "Close the top layer"),
        Group.DESK,
        "x",
        ("Esc",),
        action=lambda desk: desk.close_layer(),
    ),
    Command(
        "leave",
        QT_TRANSLATE_NOOP("Commands", "Close the desk"),
        Group.DESK,
        "x",
        ("Ctrl+Q",),
        action=lambda desk: desk.leave(),
    ),
)

PUBLISHING = (COMPOSE, *HOLDING, *INCIDENTS)

BOARD = (
    Command(
        "next-board",
        QT_TRANSLATE_NOOP("Commands", "Next board"),
        Group.BOARD,
        "cright",
        ("Ctrl+Tab",),
        action=lambda desk: desk.cycle_boards(1),
        reason=_one_board,
    ),
    Command(
        "previous-board",
        QT_TRANSLATE_NOOP("Commands", "Previous board"),
        Group.BOARD,
        "cleft",
        ("Ctrl+Shift+Tab",),
        action=lambda desk: desk.cycle_boards(-1),
        reason=_one_board,
    ),
)

VIEW = (
    Command(
        "theme-dark",
        QT_TRANSLATE_NOOP("Commands", "Dark theme"),
        Group.VIEW,
        "moon",
        action=_set(theme="dark"),
    ),
    Command(
        "theme-light",
        QT_TRANSLATE_NOOP("Commands", "Light theme"),
        Group.VIEW,
        "sun",
        action=_set(theme="light"),
    ),
    Command(
        "theme-system",
        QT_TRANSLATE_NOOP("Commands", "Theme of the system"),
        Group.VIEW,
        "half",
        action=_set(theme="system"),
    ),
    Command(
        "larger",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        Group.VIEW,
        "plus",
        ("Ctrl++", "Ctrl+="),
        action=lambda desk: _resize(desk, 1),
        reason=_largest,
    ),
    Command(
        "smaller",
        QT_TRANSLATE_NOOP("Commands", "Smaller text"),
        Group.VIEW,
        "minus",
        ("Ctrl+-",),
        action=lambda desk: _resize(desk, -1),
        reason=_smallest,
    ),
    Command(
        "english",
        QT_TRANSLATE_NOOP("Commands", "English"),
        Group.VIEW,
        "lang",
        detail=QT_TRANSLATE_NOOP("Commands", "language of the desk"),
        action=_set(language="en"),
    ),
    Command(
        "french",
        QT_TRANSLATE_NOOP("Commands", "French"),
        Group.VIEW,
        "lang",
        detail=QT_TRANSLATE_NOOP("Commands", "language of the desk"),
        action=_set(language="fr"),
    ),
    Command(
        "full-screen",
        QT_TRANSLATE_NOOP("Commands", "Full screen"),
        Group.VIEW,
        "full",
        ("F11",),
        action=lambda desk: desk.toggle_full_screen(),
    ),
)

SIZE_WORDS = {
    90: QT_TRANSLATE_NOOP("Commands", "Text at 90 percent"),
    100: QT_TRANSLATE_NOOP("Commands", "Text at 100 percent"),
    110: QT_TRANSLATE_NOOP("Commands", "Text at 110 percent"),
    125: QT_TRANSLATE_NOOP("Commands", "Text at 125 percent"),
    150: QT_TRANSLATE_NOOP("Commands", "Text at 150 percent"),
}


def _size(percent: int, words: str) -> Command:
    keys = ("Ctrl+0",) if percent == 100 else ()
    action = _set(text_size=percent)
    return Command(f"size-{percent}", words, Group.VIEW, "zoom", keys, action=action)


SIZED = tuple(_size(percent, words) for percent, words in SIZE_WORDS.items())

GO_TO = tuple(_go(section) for section in SECTIONS)

TABLE: tuple[Command, ...] = (
    *GO_TO,
    *DESK,
    *PUBLISHING,
    *BOARDS,
    *BOARD,
    *POSTS,
    *SHOWN,
    *ON_NETWORKS,
    *CASEWORK,
    *COLUMNS,
    *NUMBERED,
    *REVIEW,
    *RECORD,
    *VIEW,
    *SIZED,
)
