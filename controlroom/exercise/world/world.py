"""The world of an exercise: its accounts, everything said, and who hears of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from controlroom.exercise.clock import Clock
from controlroom.exercise.world.account import Account
from controlroom.exercise.world.columns import Columns, Row
from controlroom.exercise.world.event import Event, EventKind, Listener
from controlroom.exercise.world.lists import Lists
from controlroom.exercise.world.post import PostKind, Said, SimPost
from controlroom.exercise.world.tokens import Tokens
from controlroom.model.query.fold import fold

Voice = Callable[[int], Said]
"""Makes the words of a post from its number; the same number gives the same words, always."""
_KINDS = tuple(PostKind)
_MENTION = re.compile(r"@([\w.\-]+\w|\w)", re.UNICODE)
_TAG = re.compile(r"#(\w+)", re.UNICODE)
FARTHEST_SEARCH = 20_000
"""Posts a search looks back through."""


class Denied(Exception):
    """Somebody may not do that, or what they name is not there; faces say it their own way."""


@dataclass(slots=True)
class _Changed:
    """What has become of a post since it was made."""

    edited_ms: int = 0
    deleted_ms: int = 0
    hidden: bool = False
    liked: int = 0
    earlier: tuple[Said, ...] = ()
    edits_ms: tuple[int, ...] = ()


@dataclass(slots=True)
class World:
    """Everything there is. Used by one thread.

    Attributes:
        media: bytes that were uploaded, by key.
        notes: what one network alone keeps of a post, by its number and the network's word for it.
    """

    clock: Clock
    seed: int = 0
    accounts: dict[int, Account] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    notes: dict[tuple[int, str], str] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    columns: Columns = field(default_factory=Columns)
    tokens: Tokens = field(init=False)
    _voices: list[Voice] = field(default_factory=list)
    _networks: list[str] = field(default_factory=list)
    _handles: dict[int, int] = field(default_factory=dict)
    _said: dict[int, Said] = field(default_factory=dict)
    _keys: dict[tuple[int, str], int] = field(default_factory=dict)
    _changed: dict[int, _Changed] = field(default_factory=dict)
    _reposted: dict[int, int] = field(default_factory=dict)
    _listeners: list[Listener] = field(default_factory=list)
    _latest: tuple[int, Said] = (0, Said(""))

    def __post_init__(self) -> None:
        self.tokens = Tokens(self.seed)

    def add_account(self, account: Account) -> Account:
        """Adds an account under the next number and returns it."""
        numbered = replace(account, number=len(self.accounts) + 1)
        self.accounts[numbered.number] = numbered
        self._handles[_handle_key(account.network, account.handle)] = numbered.number
        return numbered

    def account(self, number: int) -> Account:
        """Returns an account. Raises `Denied`."""
        if number not in self.accounts:
            raise Denied(f"no account {number}")
        return self.accounts[number]

    def by_handle(self, network: str, handle: str) -> Account | None:
        """Returns whoever bears a handle on a network, in any case."""
        number = self._handles.get(_handle_key(network, handle.removeprefix("@")), 0)
        return self.accounts.get(number)

    def profiles(self, network: str = "") -> list[Account]:
        """Returns the force's own accounts."""
        ours = (one for one in self.accounts.values() if one.ours)
        return [one for one in ours if network in ("", one.network)]

    def add_voice(self, voice: Voice) -> int:
        """Adds what makes words and returns its number."""
        self._voices.append(voice)
        return len(self._voices)

    def hear(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` with what happens from now on; what it returns ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(
        self,
        author: int,
        said: Said | None,
        *,
        kind: PostKind = PostKind.STATUS,
        reply_to: int = 0,
        quote: int = 0,
        to: int = 0,
        voice: int = 0,
        about: Iterable[int] = (),
        at_ms: int = 0,
        key: str = "",
    ) -> int:
        """Publishes and returns the post's number.

        Args:
            said: the words; None where `voice` makes them.
            about: accounts it concerns besides those its words mention.
            at_ms: when, the clock's time if 0.
            key: the same key of the same author gives the same post again, published once.
        """
        if key and (author, key) in self._keys:
            return self._keys[author, key]
        account = self.account(author)
        row = Row(
            author, at_ms or self.clock.now_ms(), voice, self._network_number(account.network),
            _KINDS.index(kind), reply_to, self._root_of(reply_to), quote, to,
        )  # fmt: skip
        number = self.columns.add(row)
        if said is not None:
            self._said[number] = said
        if key:
            self._keys[author, key] = number
        self._file(number, account, row, self._words(number, row), about)
        if kind is PostKind.REPOST:
            self._reposted[quote] = self._reposted.get(quote, 0) + 1
        self._tell(EventKind.CREATED, number)
        return number

    def edit(self, number: int, said: Said, at_ms: int = 0) -> None:
        """Gives a post other words, at the clock's time unless `at_ms` says when."""
        before = self.post(number)
        changed = self._change(number)
        changed.earlier = (*before.earlier, before.said)
        changed.edited_ms = at_ms or self.clock.now_ms()
        changed.edits_ms = (*before.edits_ms, changed.edited_ms)
        self._said[number] = said
        self._tell(EventKind.EDITED, number)

    def delete(self, number: int, at_ms: int = 0) -> None:
        """Deletes a post, at the clock's time unless `at_ms` says when.

        Raises `Denied` if it is gone already or never was.
        """
        if self.post(number).deleted_ms:
            raise Denied(f"post {number} is gone")
        self._change(number).deleted_ms = at_ms or self.clock.now_ms()
        self._tell(EventKind.DELETED, number)

    def hide(self, number: int, *, hidden: bool = True) -> None:
        """Hides a comment, or shows it again."""
        self.post(number)
        self._change(number).hidden = hidden
        self._tell(EventKind.HIDDEN, number)

    def like(self, number: int, by: int = 1) -> None:
        """Adds likes, or takes them away."""
        self.post(number)
        self._change(number).liked += by

    def post(self, number: int) -> SimPost:
        """Returns a post as it stands, gone or not. Raises `Denied` if there never was one."""
        try:
            row = self.columns.row(number)
        except IndexError:
            raise Denied(f"no post {number}") from None
        changed = self._changed.get(number, _UNCHANGED)
        likes, views = self._popularity(number, row)
        return SimPost(
            number=number,
            network=self._networks[row.network],
            author=row.author,
            said=self._words(number, row),
            created_ms=row.created_ms,
            kind=_KINDS[row.kind],
            reply_to=row.reply_to,
            root=row.root,
            quote=row.quote,
            to=row.to,
            edited_ms=changed.edited_ms,
            deleted_ms=changed.deleted_ms,
            hidden=changed.hidden,
            likes=likes + changed.liked,
            reposts=self._reposted.get(number, 0) + likes // 7,
            replies=self.columns.replies(number),
            views=views,
            earlier=changed.earlier,
            edits_ms=changed.edits_ms,
        )  # fmt: skip

    def newest(
        self, network: str, what: str, whose: str | int = "", *, before: int = 0, after: int = 0
    ) -> Iterator[SimPost]:
        """Yields the posts of a list that are not gone, newest first; see `lists.Key`."""
        for number in self.lists.newest_first((network, what, whose), before, after):
            if not self.is_gone(number):
                yield self.post(number)

    def thread(self, number: int) -> list[SimPost]:
        """Returns what answers a root, at all depths, oldest first, without what is gone."""
        post = self.post(number)
        root = post.root or number
        numbers = self.lists.numbers((post.network, "thread", root))
        return [self.post(one) for one in numbers if not self.is_gone(one)]

    def search(self, network: str, words: Sequence[str], *, before: int = 0) -> Iterator[SimPost]:
        """Yields posts that hold all words, in any case and without accents, newest first."""
        wanted = [fold(word) for word in words]
        numbers = self.lists.newest_first((network, "public", ""), before)
        for looked, number in enumerate(numbers):
            if looked >= FARTHEST_SEARCH:
                return
            if self.is_gone(number):
                continue
            post = self.post(number)
            text = f" {fold(post.said.text)} "
            if all(f" {word} " in text for word in wanted):
                yield post

    def kind(self, number: int) -> PostKind:
        """Returns what a post is, without making its words."""
        return _KINDS[self.columns.row(number).kind]

    def is_gone(self, number: int) -> bool:
        """Returns whether a post was deleted."""
        changed = self._changed.get(number)
        return changed is not None and bool(changed.deleted_ms)

    def _words(self, number: int, row: Row) -> Said:
        if number in self._said:
            return self._said[number]
        if self._latest[0] != number:
            self._latest = number, self._voices[row.voice - 1](number)
        return self._latest[1]

    def _file(
        self, number: int, account: Account, row: Row, said: Said, about: Iterable[int]
    ) -> None:
        network, add = account.network, self.lists.add
        if row.root:
            add((network, "thread", row.root), number)
            add((network, "under", self.columns.row(row.root).author), number)
        if row.reply_to:
            add((network, "replies", row.reply_to), number)
        if row.quote:
            add((network, "quoted", self.columns.row(row.quote).author), number)
            if _KINDS[row.kind] is not PostKind.REPOST:
                add((network, "quotes", row.quote), number)
        if _KINDS[row.kind] is PostKind.MESSAGE:
            pair = f"{min(account.number, row.to)}-{max(account.number, row.to)}"
            add((network, "dialogue", pair), number)
            for one in {account.number, row.to}:
                add((network, "messages", one), number)
            return
        add((network, "public", ""), number)
        add((network, "posts", account.number), number)
        # People have no wall that anybody reads, and there are many of them.
        if not row.reply_to and (row.to or account.kind != "person"):
            add((network, "wall", row.to or account.number), number)
        for one in self._mentioned(network, account, row, said, about):
            add((network, "mentions", one), number)
            if not row.reply_to and one != row.to and self.accounts[one].ours:
                add((network, "tagged", one), number)
        if "#" in said.text:
            for tag in {fold(tag) for tag in _TAG.findall(said.text)}:
                add((network, "tag", tag), number)

    def _mentioned(
        self, network: str, account: Account, row: Row, said: Said, about: Iterable[int]
    ) -> set[int]:
        found = set(about)
        if "@" in said.text:
            named = (self.by_handle(network, handle) for handle in _MENTION.findall(said.text))
            found |= {one.number for one in named if one is not None}
        if row.reply_to:
            found.add(self.columns.row(row.reply_to).author)
        if row.to:
            found.add(row.to)
        return found - {account.number}

    def _root_of(self, reply_to: int) -> int:
        return (self.columns.row(reply_to).root or reply_to) if reply_to else 0

    def _network_number(self, network: str) -> int:
        if network not in self._networks:
            self._networks.append(network)
        return self._networks.index(network)

    def _popularity(self, number: int, row: Row) -> tuple[int, int]:
        """Likes and views grow for some hours, most of them at once; the same for one moment."""
        age_min = max(0, self.clock.now_ms() - row.created_ms) // 60_000
        reach = self.accounts[row.author].followers
        luck = (number * 2_654_435_761 + self.seed) % 1000 / 1000
        views = int((10 + reach * 0.3) * luck * min(1.0, age_min / 120))
        return int(views * 0.02 * luck), views

    def _change(self, number: int) -> _Changed:
        return self._changed.setdefault(number, _Changed())

    def _tell(self, kind: EventKind, number: int) -> None:
        event = Event(kind, self._networks[self.columns.row(number).network], number)
        for listener in tuple(self._listeners):
            listener(event)


def _handle_key(network: str, handle: str) -> int:
    """A number of 64 bits: a tenth of what the words would take, for each of 100,000 people."""
    return hash((network, handle.casefold()))


_UNCHANGED = _Changed()
