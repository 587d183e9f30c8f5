"""Why something is not possible on the board, and what an empty board says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.model.board import Board
    from controlroom.ui.board.column.desk import BoardDesk

translate = QCoreApplication.translate
NO_HOUSE = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: no saved posts are open.")
NO_BOARD = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: there is no board.")
NOT_FOLLOWED = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the record has not been read.")
NO_COLUMN = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: this board has no column.")
NO_GAP = QT_TRANSLATE_NOOP("Reasons", "Nothing is missing here that could be filled.")
NOT_FILLED_HERE = QT_TRANSLATE_NOOP("Reasons", "The team’s station fills gaps by itself.")
NO_MORE_RIGHT = QT_TRANSLATE_NOOP("Reasons", "There is no other column at the right.")
NO_MORE_LEFT = QT_TRANSLATE_NOOP("Reasons", "There is no other column at the left.")
NOTHING_CLOSED = QT_TRANSLATE_NOOP("Reasons", "Nothing was closed since the desk was opened.")


def why_empty(
    desk: "BoardDesk | None", board: "Board | None", *, away: bool
) -> tuple[str, str, str, str]:
    """Returns icon, heading, sentence and button of an empty board; no word: no button.

    Args:
        away: the board stands in a window of its own.
    """
    if desk is None:
        heading = translate("Board", "No saved posts are open yet")
        sentence = translate(
            "Board", "Boards appear once the force’s house has been set up on this workstation."
        )
        return "board", heading, sentence, ""
    if not desk.facts.known:
        return "board", "", "", ""
    if not desk.facts.streams:
        return _no_streams(board)
    if board is None:
        heading = translate("Board", "No board yet")
        sentence = translate("Board", "A board holds columns of posts side by side, for one task.")
        return "board", heading, sentence, translate("Board", "New board")
    if away:
        heading = translate("Board", "This board is in a window of its own")
        sentence = translate("Board", "Close that window, or press the button, to have it here.")
        return "detach", heading, sentence, translate("Board", "Bring it back")
    heading = translate("Board", "No column on this board yet")
    sentence = translate("Board", "A column shows one stream, or a search over all saved posts.")
    return "board", heading, sentence, translate("Board", "New column")


def _no_streams(board: "Board | None") -> tuple[str, str, str, str]:
    heading = translate("Board", "No streams yet")
    sentence = translate(
        "Board",
        "Streams come with the force’s profiles. Connect the first one in Profiles: press G, then"
        " P.",
    )
    button = translate("Board", "New column") if board else translate("Board", "New board")
    return "profiles", heading, sentence, button
