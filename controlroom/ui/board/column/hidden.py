"""Where a filter hides everything: how many posts it hides, and which of its parts do."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.found import Count
from controlroom.ui.board.column.filter_words import chips_of
from controlroom.ui.board.list.waiting import Waiting
from controlroom.ui.language import counted, language

if TYPE_CHECKING:
    from controlroom.ui.board.column.parts import Parts
    from controlroom.ui.board.column.question import Question

translate = QCoreApplication.translate


class Hidden:
    """Counts the posts of a stream that its filter hides, once for each time they may be others.

    Attributes:
        count: of the question asked last, None until it is answered.
    """

    def __init__(self, view: "Parts") -> None:
        self._view = view
        self.count: Count | None = None
        self._asked: Question | None = None

    def look(self, *, anew: bool = False) -> None:
        """Has the posts counted, if they were not or may be others now."""
        view = self._view
        whole = view.facts.question(replace(view.model, filter=""))
        if whole != self._asked:
            self._asked, self.count = whole, None
        elif not anew:
            return
        view.feed.ask_number(whole, self._take)

    def hint(self) -> Waiting:
        """Returns what stands in the empty list."""
        chips = [language().quoted(one.text) for one in chips_of(self._view.model.filter)]
        heading = counted(
            len(chips),
            translate("Column", "Nothing fits this filter"),
            translate("Column", "Nothing fits these {n} filters"),
        )
        return Waiting("filter", heading, self._sentence(_listed(chips)))

    def _sentence(self, filters: str) -> str:
        coming = translate("Column", "New ones that fit will appear here.")
        if self.count is None:
            return coming
        if not self.count.number:
            nothing = translate("Column", "No post of this stream is saved yet.")
            return f"{nothing} {coming}"
        number = language().figure(self.count.number)
        return f"{self._template().format(n=number, filters=filters)} {coming}"

    def _template(self) -> str:
        assert self.count is not None
        if self.count.more:
            return translate("Column", "More than {n} posts are hidden by {filters}.")
        if language().is_one(self.count.number):
            return translate("Column", "{n} post is hidden by {filters}.")
        return translate("Column", "{n} posts are hidden by {filters}.")

    def _take(self, count: Count) -> None:
        if count != self.count:
            self.count = count
            if not self._view.list.posts():
                self._view.hint(self.hint())


def _listed(names: list[str]) -> str:
    """Returns "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    template = translate("Column", "{first} and {last}")
    return template.format(first=", ".join(names[:-1]), last=names[-1])
