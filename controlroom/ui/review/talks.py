"""Hits by conversation: what stands above those that belong together, and which are folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from controlroom.model.cached import CachedPost
from controlroom.model.found import Count, FoundConversation
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.person import name_of
from controlroom.ui.language import counted, language

translate = QCoreApplication.translate
FEW, MOST = 5, 100
"""Hits of a conversation that are shown unasked, and that are shown at all; the newest of them."""
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with more than one hit, as it stands above them.

    Attributes:
        lead: id of its newest hit, which always shows.
        name, words: who began it and with what, clean; both "" where that is not kept.
        shown: how many of its hits show.
    """

    lead: int
    network: str
    name: str
    words: str
    hits: Count
    shown: int

    @property
    def is_folded(self) -> bool:
        """Only its newest hit shows."""
        return self.shown < 2

    def title(self) -> str:
        """Returns with whom and what it begins."""
        if not self.name:
            return translate("Review", "Conversation whose beginning is not kept here")
        return f"{self.name}: {language().quoted(self.words)}" if self.words else self.name

    def number(self) -> str:
        """Returns how many posts of it were found, and how many of these show if not all do."""
        if self.hits.more:
            number = language().figure(self.hits.number)
            found = translate("Review", "more than {n} posts found").format(n=number)
        else:
            found = counted(
                self.hits.number,
                translate("Review", "{n} post found"),
                translate("Review", "{n} posts found"),
            )
        if self.is_folded or self.shown >= self.hits.number:
            return found
        return translate("Review", "the newest {n} of {posts}").format(n=self.shown, posts=found)

    def spoken(self) -> str:
        """Returns what a screen reader says before its first hit."""
        state = translate("Review", "folded") if self.is_folded else translate("Review", "unfolded")
        template = translate("Review", "Conversation, {state}, {posts}: {title}.")
        return template.format(state=state, posts=self.number(), title=self.title())


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some hits in the order in which they show.

    Attributes:
        before: id below which the hits that follow are asked for.
        last: none follow.
        talks: the conversations among them, with the ids of the hits that show of each.
    """

    posts: list[CachedPost]
    before: int
    last: bool
    talks: tuple[tuple[Talk, frozenset[int]], ...] = ()


def shown_of(ids: Sequence[int], turned: frozenset[int]) -> Sequence[int]:
    """Returns which of the hits of a conversation show.

    Args:
        turned: leads of the conversations that somebody folded or unfolded.
    """
    unfolded = (len(ids) <= FEW) != (ids[0] in turned)
    return ids[:MOST] if unfolded else ids[:1]


def talk_of(found: FoundConversation) -> tuple[Talk, frozenset[int]]:
    """Returns what stands above the hits of a conversation, and which of them show."""
    lead, opening = found.posts[0], found.opening
    name = words = ""
    if opening is not None:
        name = name_of(opening.post.author)
        words = clean_line(opening.post.warning or opening.post.text, LONGEST)
    ids = frozenset(one.id for one in found.posts)
    return Talk(lead.id, lead.post.network, name, words, found.hits, len(ids)), ids


@dataclass(slots=True)
class Talks:
    """The conversations among the hits that have been read.

    Attributes:
        turned: leads of those that somebody folded or unfolded.
    """

    turned: frozenset[int] = frozenset()
    _by_lead: dict[int, Talk] = field(default_factory=dict)
    _leads: dict[int, int] = field(default_factory=dict)

    def clear(self) -> None:
        """Forgets all, and what was folded."""
        self.turned = frozenset()
        self._by_lead.clear()
        self._leads.clear()

    def take(self, page: HitPage) -> None:
        """Takes the conversations of a page, which may have come before."""
        for talk, ids in page.talks:
            self._by_lead[talk.lead] = talk
            self._leads.update(dict.fromkeys(ids, talk.lead))

    def above(self, post_id: int) -> Talk | None:
        """Returns the conversation that begins with a hit in the list."""
        return self._by_lead.get(post_id)

    def lead_of(self, post_id: int) -> int:
        """Returns the newest hit of the conversation a hit belongs to, 0 if it stands alone."""
        return self._leads.get(post_id, 0)

    def around(self, post_id: int) -> Talk | None:
        """Returns the conversation a hit belongs to."""
        return self._by_lead.get(self.lead_of(post_id))

    def turn(self, lead: int) -> None:
        """Folds a conversation, or unfolds it."""
        self.turned ^= {lead}


def page_of(found: Iterable[FoundConversation], before: int, *, last: bool) -> HitPage:
    """Returns conversations as a page of hits."""
    seen = [one for one in found if one.posts]
    posts = [post for one in seen for post in one.posts]
    talks = tuple(talk_of(one) for one in seen if one.hits.number > 1)
    return HitPage(posts, before, last, talks)
