"""Conversations as the record knows them: found from a stored post, with who deals with them."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model.cached import CachedPost
from controlroom.model.journal_kinds import ConversationAssigned
from controlroom.model.journal_subject import profile_of_conversation, profile_scope
from controlroom.team.conversations import names_of
from controlroom.ui.together.waiting import body_of

if TYPE_CHECKING:
    from controlroom.team.follower import Undecided
    from controlroom.ui.record.book import RecordBook

MOST_LEARNED = 5_000
_SUBJECT = f"{ConversationAssigned.about}/"


class Dealt(NamedTuple):
    """Who deals with a conversation.

    Attributes:
        officer: force number, "" for nobody.
        waits: the decision that waits for the team's database, None for one that is recorded.
    """

    officer: str
    waits: "Undecided | None" = None


NOBODY = Dealt("")


class Talks:
    """Looks conversations up, under every name they can have here.

    Attributes:
        profiles: keys of the force's profiles, by their ids here.
    """

    def __init__(self, book: "RecordBook") -> None:
        self._book = book
        self.profiles: Mapping[int, str] = {}
        # Where a network names no root, only who has read the thread knows it.
        self._learned: OrderedDict[int, tuple[str, ...]] = OrderedDict()

    def names(self, post: CachedPost) -> tuple[str, ...]:
        """Returns the keys the conversation of a post can have, the first to decide under."""
        found = self._learned.get(post.id) or names_of(post, self.profiles)
        return self._decided_first(found)

    def learn(self, post: CachedPost, thread: Iterable[CachedPost]) -> tuple[str, ...]:
        """Takes what is held of a conversation into account; returns its keys."""
        found = names_of(post, self.profiles, thread)
        if not post.post.root:
            self._learned[post.id] = found
            if len(self._learned) > MOST_LEARNED:
                self._learned.popitem(last=False)
        return self._decided_first(found)

    def dealing(self, names: Sequence[str]) -> Dealt:
        """Returns who deals with a conversation, as decided last on this desk."""
        for one in reversed(self._book.undecided):
            subject = one.waiting.proposal.subject
            if subject.startswith(_SUBJECT) and subject.removeprefix(_SUBJECT) in names:
                return Dealt(str(body_of(one).get("officer", "")), one)
        state = self._book.state
        found = (state.dealing(name) for name in names) if state is not None else ()
        return Dealt(next((number for number in found if number), ""))

    def dealing_with(self, post: CachedPost) -> Dealt:
        """Returns who deals with the conversation of a post; asked for every card."""
        state = self._book.state
        if state is None or not (state.assigned or self._book.undecided):
            return NOBODY
        return self.dealing(self.names(post))

    def _decided_first(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """What was decided under one of the names goes on under it."""
        state = self._book.state
        if state is None or not state.assigned:
            return names
        known = [name for name in names if name in state.assigned]
        return tuple(dict.fromkeys((*known, *names)))


def scope_of(names: Sequence[str]) -> str:
    """Returns the scope whose rights hold for a conversation."""
    return profile_scope(profile_of_conversation(names[0]))
