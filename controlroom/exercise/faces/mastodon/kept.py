"""What this server keeps besides the world: who sees a post, who likes it, who follows whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from controlroom.exercise.world import Account, PostKind, World
from controlroom.exercise.world.post import SimPost

NETWORK = "mastodon"
LISTS: Mapping[str, str] = {
    "force": "The force", "press": "Press", "council": "Councils", "service": "Services",
}  # fmt: skip
"""Kinds of account of which everybody has a list; together they are whom a profile of ours
follows."""
Mark = tuple[int, int]


@dataclass(slots=True)
class Kept:
    """Only what was done through the API; nothing per post of the crowd.

    Attributes:
        visibility: by post, where it is not public.
        sensitive: posts whose media are covered.
        marks: what an account did to a post ("favourited", "bookmarked", "pinned", "muted").
        ties: what an account did to another ("following", "unfollowed", "muting", "blocking").
        votes: what an account chose in a post's poll.
        closed: dialogues an account has closed, or read, up to which post.
    """

    world: World
    visibility: dict[int, str] = field(default_factory=dict)
    sensitive: set[int] = field(default_factory=set)
    marks: dict[str, set[Mark]] = field(default_factory=dict)
    ties: dict[str, set[Mark]] = field(default_factory=dict)
    votes: dict[Mark, tuple[int, ...]] = field(default_factory=dict)
    closed: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _seen: int = 0
    _kinds: dict[str, set[int]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> set[int]:
        """Returns the accounts of a kind."""
        accounts = self.world.accounts
        for number in range(self._seen + 1, len(accounts) + 1):
            one = accounts[number]
            if one.network == NETWORK and one.kind in LISTS:
                self._kinds.setdefault(one.kind, set()).add(number)
        self._seen = len(accounts)
        return self._kinds.get(kind, set())

    def follows(self, who: int, whom: int) -> bool:
        """Whether an account follows another."""
        if (who, whom) in self.tied("following"):
            return True
        if who == whom or not self._usual(who, whom):
            return False
        return (who, whom) not in self.tied("unfollowed")

    def is_followed(self, whom: int) -> bool:
        """Whether anybody here may follow an account."""
        usual = self.world.accounts[whom].kind in LISTS
        return usual or any(other == whom for _, other in self.tied("following"))

    def followed(self, who: int) -> set[int]:
        """Returns whom an account follows."""
        ours = self.world.accounts[who].ours
        usual = set().union(*(self.of_kind(kind) for kind in LISTS)) if ours else set()
        own = {whom for one, whom in self.tied("following") if one == who}
        left = {whom for one, whom in self.tied("unfollowed") if one == who}
        return (usual - left | own) - {who}

    def _usual(self, who: int, whom: int) -> bool:
        account = self.world.accounts[whom]
        return self.world.accounts[who].ours and account.kind in LISTS

    def tied(self, what: str) -> set[Mark]:
        return self.ties.setdefault(what, set())

    def marked(self, what: str) -> set[Mark]:
        return self.marks.setdefault(what, set())

    def visibility_of(self, post: SimPost) -> str:
        """Returns who sees a post, in Mastodon's words."""
        if post.kind is PostKind.MESSAGE:
            return "direct"
        return self.visibility.get(post.number, "public")

    def sees(self, viewer: int, post: SimPost) -> bool:
        """Whether somebody (0 for anybody) may see a post that is there."""
        seen_by = self.visibility_of(post)
        if seen_by in ("public", "unlisted") or viewer == post.author:
            return True
        if seen_by == "direct":
            return viewer != 0 and viewer == post.to
        return viewer != 0 and (
            self.names(post.number, viewer) or self.follows(viewer, post.author)
        )

    def names(self, number: int, whom: int) -> bool:
        """Whether a post names an account."""
        return self.world.lists.holds((NETWORK, "mentions", whom), number)

    def hides(self, viewer: int, author: int) -> bool:
        """Whether somebody wants nothing of an author."""
        pair = (viewer, author)
        return pair in self.tied("muting") or pair in self.tied("blocking")

    def account(self, told: str) -> Account | None:
        """Returns a local account by its name, with the server or without."""
        name, _, server = told.strip().removeprefix("@").partition("@")
        from_here = server.casefold() in ("", "fenmast.example")
        return self.world.by_handle(NETWORK, name) if from_here else None
