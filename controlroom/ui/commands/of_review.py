"""The commands of Review, and those of whatever post is looked at, there and on the board."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk
    from controlroom.ui.commands.shown import OfReview, OfShown

NOT_SHOWN = QT_TRANSLATE_NOOP("Reasons", "Possible only while Review is shown.")
NO_POST = QT_TRANSLATE_NOOP("Reasons", "Possible only while posts are shown.")


def _review(act: Callable[["OfReview"], object]) -> Callable[["Desk"], None]:
    def run(desk: "Desk") -> None:
        review = desk.review()
        if review is not None:
            act(review)

    return run


def _shown(act: Callable[["OfShown"], object]) -> Callable[["Desk"], None]:
    def run(desk: "Desk") -> None:
        shown = desk.shown()
        if shown is not None:
            act(shown)

    return run


def _not_in_review(desk: "Desk") -> str:
    return "" if desk.review() is not None else NOT_SHOWN


def _without_posts(desk: "Desk") -> str:
    return "" if desk.shown() is not None else NO_POST


REVIEW = (
    Command(
        "export-found",
        QT_TRANSLATE_NOOP("Commands", "Export what was found"),
        Group.REVIEW,
        "export",
        ("Ctrl+E",),
        action=_review(lambda review: review.export()),
        reason=_not_in_review,
    ),
    Command(
        "save-search",
        QT_TRANSLATE_NOOP("Commands", "Save this search"),
        Group.REVIEW,
        "star",
        ("Ctrl+S",),
        action=_review(lambda review: review.save()),
        reason=_not_in_review,
    ),
    Command(
        "group-found",
        QT_TRANSLATE_NOOP("Commands", "Group by conversation"),
        Group.REVIEW,
        "group",
        ("Ctrl+G",),
        action=_review(lambda review: review.group()),
        reason=_not_in_review,
    ),
    Command(
        "search-as-column",
        QT_TRANSLATE_NOOP("Commands", "Show this search as a column"),
        Group.REVIEW,
        "board",
        action=_review(lambda review: review.show_as_column()),
        reason=_not_in_review,
    ),
)

SHOWN = (
    Command(
        "open-media",
        QT_TRANSLATE_NOOP("Commands", "Show the pictures and clips of this post"),
        Group.BOARD,
        "image",
        ("Shift+O",),
        action=_shown(lambda shown: shown.open_media()),
        reason=_without_posts,
    ),
    Command(
        "open-link",
        QT_TRANSLATE_NOOP("Commands", "Open a link of this post"),
        Group.BOARD,
        "link",
        ("Shift+L",),
        action=_shown(lambda shown: shown.open_link()),
        reason=_without_posts,
    ),
    Command(
        "open-original",
        QT_TRANSLATE_NOOP("Commands", "Open this post in the browser"),
        Group.BOARD,
        "globe",
        action=_shown(lambda shown: shown.open_original()),
        reason=_without_posts,
    ),
)
