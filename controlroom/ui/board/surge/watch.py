"""Watches one column for a surge, and while there is one groups, counts and holds back."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.surge_rule import USUAL, SurgeRule
from controlroom.ui.board.state import Level, Note, Standing
from controlroom.ui.board.surge.box import GroupBox, rows_of
from controlroom.ui.board.surge.digest import Digest
from controlroom.ui.board.surge.pace import Pace
from controlroom.ui.board.surge.rule_told import rule_told
from controlroom.ui.board.surge.sieve import Sieve
from controlroom.ui.language import counted, language

if TYPE_CHECKING:
    from controlroom.model.glimpse import Glimpse
    from controlroom.ui.board.surge.crowd import Crowd

translate = QCoreApplication.translate
SHOW_ALL, EDIT_RULE = "show-all", "edit-rule"


class Fed(Protocol):
    """What a surge needs of whatever asks the cache for its column."""

    boundary: int

    @property
    def stream(self) -> int:
        """Id of the stream, 0 for a search."""

    def sieve(self, sieve: Sieve | None) -> None:
        """Holds posts back from now on, or nothing any more."""

    def refine(self, sieve: Sieve) -> None:
        """Holds back by another measure what is asked for next."""

    def ask_posts(
        self, ids: list[int], work: Callable[[list["Glimpse"]], Digest],
        taken: Callable[[Digest], None],
    ) -> None:  # fmt: skip
        """Asks for a look at posts; `work` on what is seen is done off the window's thread."""


class Surge(QObject):
    """What a column knows of its surge.

    Attributes:
        rule: which posts are still shown one by one.

    Signals:
        changed: what is held back is another; what is shown has to be read anew.
        stepped: figures are others.
    """

    changed = Signal()
    stepped = Signal()

    def __init__(
        self,
        feed: Fed,
        box: GroupBox,
        second: Callable[[], float] = time.monotonic,
        rule: SurgeRule = USUAL,
    ) -> None:
        super().__init__(box)
        self.rule = rule
        self._feed, self.box, self._second = feed, box, second
        self.pace, self.digest = Pace(), Digest()
        self.crowd: Crowd | None = None
        self.sieve: Sieve | None = None
        self._is_refused = False

    def grouping(self) -> Callable[[list["Glimpse"]], Digest] | None:
        """Returns what puts posts into the groups of the surge, None outside of one."""
        return self._grouped(self.crowd) if self.is_on() and self.crowd else None

    def arrive(self, ids: list[int], digest: Digest | None = None) -> None:
        """Takes the ids of posts that came just now, none if none did.

        Args:
            digest: what the surge has come to with them, None if they are still to be grouped.
        """
        if not self._feed.stream:
            return
        turned = self.pace.take(int(self._second()), len(ids))
        if turned and self.pace.surging and ids and not self._is_refused:
            self._begin(min(ids))
        elif turned and not self.pace.surging:
            self._end()
        if not self.is_on() or not ids:
            return
        if digest is not None:
            self._take(digest)
        elif self.crowd is not None:
            self._feed.ask_posts(ids, self._grouped(self.crowd), self._take)

    def is_on(self) -> bool:
        """Returns whether posts are being held back now."""
        return self.pace.surging and self.sieve is not None

    def show_everything(self) -> None:
        """Holds nothing back any more, and not again in this surge."""
        self._is_refused, self.sieve = self.pace.surging, None
        self.show_groups()
        self._take_sieve()

    def take_rule(self, rule: SurgeRule) -> None:
        """Shows one by one what another rule has reason to, from now on; also what came before."""
        self.rule = rule
        if self.crowd is not None:
            self.crowd.rule = rule
        if self.sieve is not None:
            self.sieve = replace(self.sieve, rule=rule)
            self._take_sieve()

    def standing(self) -> Standing | None:
        """Returns how the stream stands in a surge, None outside of one."""
        if self.sieve is None:
            return None
        note = self._note() if self.pace.surging else self._over()
        if not self.pace.surging:
            return Standing("dot", translate("Standing", "Live"), note=note)
        rate = translate("Surge", "{n}/s").format(n=language().figure(round(self.pace.rate())))
        share = translate("Surge", "1 in {n} shown")
        share = share.format(n=language().figure(self.digest.taken // max(1, self.digest.shown)))
        return Standing("surge", translate("Surge", "Surge"), f"{rate} · {share}", "amber", note)

    def show_groups(self) -> None:
        """Brings the groups up to date."""
        groups = self.digest.groups if self.sieve is not None else ()
        self.box.say(rows_of(groups, int(self._second())))

    def _begin(self, first: int) -> None:
        # Loaded where it is first needed: the start of the desk waits for the rest.
        from controlroom.ui.board.surge.crowd import Crowd

        self.crowd, self.digest = Crowd(self.rule), Digest()
        self.sieve = Sieve(first, rule=self.rule)
        self._take_sieve()

    def _end(self) -> None:
        self._is_refused = False
        # What it came to is in the digest.
        self.crowd = None
        if self.sieve is not None:
            until = max(self.digest.newest, self._feed.boundary) + 1
            self.sieve = replace(self.sieve, until=until)
            self._take_sieve()
        self.stepped.emit()

    def _take_sieve(self) -> None:
        self._feed.sieve(self.sieve)
        self.changed.emit()

    def _grouped(self, crowd: "Crowd") -> Callable[[list["Glimpse"]], Digest]:
        now = int(self._second())
        return lambda posts: crowd.digest(posts, now)

    def _take(self, digest: Digest) -> None:
        if self.sieve is not None and digest.taken >= self.digest.taken:
            self.digest = digest
            if digest.common != self.sieve.common:
                # What is shown already stays; nothing has to be read anew.
                self.sieve = replace(self.sieve, common=digest.common)
                self._feed.refine(self.sieve)
            self.stepped.emit()

    def _note(self) -> Note:
        rate = round(self.pace.rate())
        heading = counted(
            rate,
            translate("Surge", "Surge, {n} post a second."),
            translate("Surge", "Surge, {n} posts a second."),
        )
        actions = (_show_all(), (EDIT_RULE, translate("Surge", "Edit rule")))
        return Note("surge", heading, rule_told(self.rule), Level.AMBER, actions)

    def _over(self) -> Note:
        folded = max(0, self.digest.taken - self.digest.shown)
        heading = translate("Surge", "The surge is over.")
        text = counted(
            folded,
            translate("Surge", "{n} post of it is not shown by itself. It is saved."),
            translate("Surge", "{n} posts of it are not shown by themselves. They are saved."),
        )
        return Note("surge", heading, text, Level.PLAIN, (_show_all(),))


def _show_all() -> tuple[str, str]:
    return SHOW_ALL, translate("Surge", "Show every post")
