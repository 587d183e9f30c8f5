"""How far a run through the pages of a source has come."""

from datetime import datetime

from controlroom.feeds.base import Page
from controlroom.intake.gaps import Climb, Run
from controlroom.model.reading import Gap, GapCause


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


class Rise:
    """A run from the older end of a gap up to its newer one."""

    def __init__(self, began: datetime, gap: Gap) -> None:
        self.mark = gap.mark
        self.pages = 0
        self.over = False
        self._began = began
        self._ends = gap.ends or began
        self._height: datetime | None = None
        self._reached = False

    def went(self, page: Page) -> None:
        """Takes note of a page. One whose mark does not move on is the last.

        A page counts by its oldest post: one whose clock is fast does not end the run.
        """
        height = min((post.created_at for post in page.posts), default=None)
        self._reached = height is None or height >= self._ends
        if height is not None:
            self._height = max(min(height, self._ends), self._height or height)
        self.pages += 1
        self.over = self._reached or page.mark in ("", self.mark)
        self.mark = page.mark or self.mark

    def climb(self, trouble: GapCause | None) -> Climb:
        """Returns what it came to."""
        return Climb(
            began=self._began,
            pages=self.pages,
            height=self._height,
            mark=self.mark,
            reached=self._reached,
            trouble=trouble,
        )
