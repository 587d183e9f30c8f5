"""How far a run through the pages of a source has come."""

from datetime import datetime

from controlroom.feeds.base import Page
from controlroom.intake.gaps import Run
from controlroom.model.reading import GapCause


class Way:
    """A run from `older` back to what is known."""

    def __init__(self, began: datetime, older: str) -> None:
        self.older = older
        self.pages = 0
        self.over = False
        self._began = began
        self._oldest: datetime | None = None
        self._mark = ""
        self._reached = False
        self._cursors = {older}

    def went(self, page: Page, *, whole: bool) -> None:
        """Takes note of a page. One that leads back to where we were is the last."""
        moments = [page.back_to] if page.back_to else [post.created_at for post in page.posts]
        self._oldest = min([*moments, *([self._oldest] if self._oldest else [])], default=None)
        self._mark = self._mark or page.mark
        self.pages += 1
        self.older = "" if page.older in self._cursors else page.older
        self._cursors.add(page.older)
        self._reached = page.reached_known or (whole and not self.older)
        self.over = self._reached or not self.older

    def run(self, trouble: GapCause | None) -> Run:
        """Returns what it came to."""
        return Run(
            began=self._began,
            pages=self.pages,
            oldest=self._oldest,
            mark=self._mark,
            older=self.older,
            reached=self._reached,
            trouble=trouble,
        )
