"""Stops at Review, over invented posts."""

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.review.page import ReviewPage
from controlroom.ui.review.sample import ReviewSample, open_review
from controlroom.ui.review.sample import show as show_review
from controlroom.ui.tour.stop import FRENCH, LIGHT, SMALL, Stop, page_of

_reviews: dict[DeskWindow, ReviewSample] = {}


def _review(window: DeskWindow) -> None:
    """Review with a fortnight of invented posts."""
    window.go("review")
    if window not in _reviews:
        _reviews[window] = open_review()
        window.closed.connect(lambda: _reviews.pop(window).close())
    page = page_of(window, "review", ReviewPage)
    show_review(page, _reviews[window])


STOPS = (
    Stop("review-posts-dark", _review),
    Stop("review-posts-1366x768-light-french", _review, SMALL, LIGHT + FRENCH),
)
