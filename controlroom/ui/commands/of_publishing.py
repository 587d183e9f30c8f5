"""The commands for what leaves: composing, and what is done to a post on its network."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group, Reason
from controlroom.ui.commands.on_board import NO_COLUMN
from controlroom.ui.commands.once_read import NOT_READ
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.board_actions import OfPublishing
    from controlroom.ui.commands.desk import Desk


def _acts(desk: "Desk") -> "OfPublishing | None":
    """Returns what acts on posts on their networks, None while nothing does."""
    board = desk.board()
    return board.publishing if board is not None else None


def _does(do: Callable[["OfPublishing"], object]) -> Callable[["Desk"], None]:
    def run(desk: "Desk") -> None:
        acts = _acts(desk)
        if acts is not None:
            do(acts)

    return run


# Acts are named as `model.outgoing.content.Act` has them: that is not loaded before the first
# painting.


def _why_not(act: str) -> Reason:
    def reason(desk: "Desk") -> str:
        acts = _acts(desk)
        return NO_COLUMN(desk) or (NOT_READ if acts is None else acts.why_not(act))

    return reason


def _on_network(
    act: str, text: str, icon: str, do: Callable[["OfPublishing"], object], key: str = ""
) -> Command:
    keys = (key,) if key else ()
    name = act.replace("_", "-")
    return Command(
        name, text, Group.BOARD, icon, keys, action=_does(do), reason=_why_not(act)
    )  # fmt: skip


COMPOSE = Command(
    "compose",
    QT_TRANSLATE_NOOP("Commands", "Compose"),
    Group.PUBLISHING,
    "compose",
    ("C",),
    action=lambda desk: desk.compose(),
    reason=lambda desk: desk.why_not_compose(),
)

ON_NETWORKS = (
    _on_network(
        "reply",
        QT_TRANSLATE_NOOP("Commands", "Reply"),
        "reply",
        lambda acts: acts.answer("reply"),
        "R",
    ),
    _on_network(
        "message",
        QT_TRANSLATE_NOOP("Commands", "Private message"),
        "mail",
        lambda acts: acts.answer("message"),
        "M",
    ),
    _on_network(
        "repost",
        QT_TRANSLATE_NOOP("Commands", "Repost"),
        "repost",
        lambda acts: acts.do("repost"),
    ),
    _on_network(
        "like", QT_TRANSLATE_NOOP("Commands", "Like"), "like", lambda acts: acts.do("like")
    ),
    _on_network(
        "hide",
        QT_TRANSLATE_NOOP("Commands", "Hide on the network"),
        "lock",
        lambda acts: acts.do("hide"),
    ),
    _on_network(
        "delete",
        QT_TRANSLATE_NOOP("Commands", "Delete our post"),
        "trash",
        lambda acts: acts.do("delete"),
    ),
    _on_network(
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Edit our post"),
        "compose",
        lambda acts: acts.edit(),
    ),
)
