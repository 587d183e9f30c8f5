"""One version of a post of the world, with what X tells of it."""

from collections.abc import Iterator

from controlroom.exercise.faces.x.ids import id_at, media_id, version_ids
from controlroom.exercise.faces.x.once import Once
from controlroom.exercise.faces.x.text import Hung, Written, beginning, is_long, written
from controlroom.exercise.world import Account, Denied, Media, MediaKind, PostKind, World
from controlroom.exercise.world.post import Poll, Said, SimPost

NETWORK = "x"
SITE = "https://x.com"
_LONGEST_REPOST = 140
_PREFIXES = {MediaKind.IMAGE: "3", MediaKind.GIF: "16"}
_PLACES = {MediaKind.IMAGE: "photo", MediaKind.GIF: "photo"}


def user_id(account: Account) -> str:
    """Returns X's id of an account."""
    return id_at(account.joined_ms, account.number)


def media_key(media: Media) -> str:
    """Returns X's key of something that hangs on a post."""
    return f"{_PREFIXES.get(media.kind, '7')}_{media_id(media.key)}"


class View:
    """A version of a post; what is dear to make is made when it is asked for.

    Args:
        version: counted from 0, the newest if left out.
    """

    def __init__(self, world: World, post: SimPost, version: int | None = None) -> None:
        self.world = world
        self.post = post
        self.ids = version_ids(post.created_ms, post.edits_ms, post.number)
        self.version = len(self.ids) - 1 if version is None else version

    @property
    def id(self) -> str:
        return self.ids[self.version]

    @property
    def created_ms(self) -> int:
        """When this version was made."""
        return (self.post.created_ms, *self.post.edits_ms)[self.version]

    @property
    def author(self) -> Account:
        return self.world.account(self.post.author)

    @Once
    def said(self) -> Said:
        """What this version says."""
        return (*self.post.earlier, self.post.said)[self.version]

    @property
    def media(self) -> tuple[Media, ...]:
        return () if self.is_repost else self.said.media

    @property
    def poll(self) -> Poll | None:
        return None if self.is_repost else self.said.poll

    @property
    def is_repost(self) -> bool:
        return self.post.kind is PostKind.REPOST

    @Once
    def original(self) -> "View | None":
        """What it reposts."""
        return self._other(self.post.quote) if self.is_repost else None

    @Once
    def quoted(self) -> "View | None":
        return None if self.is_repost else self._other(self.post.quote)

    @Once
    def answered(self) -> "View | None":
        return self._other(self.post.reply_to)

    @Once
    def conversation(self) -> str:
        """The id of the post that began it."""
        root = self._other(self.post.root)
        return root.ids[0] if root else self.ids[0]

    @property
    def gone(self) -> bool:
        """Whether X shows it no more; a repost goes with what it reposts."""
        return bool(self.post.deleted_ms) or (
            self.original is not None and bool(self.original.post.deleted_ms)
        )

    def referenced(self) -> Iterator[tuple[str, "View"]]:
        """Yields what it refers to, by X's words for that."""
        for kind, other in (
            ("retweeted", self.original),
            ("quoted", self.quoted),
            ("replied_to", self.answered),
        ):
            if other is not None:
                yield kind, other

    @Once
    def plain(self) -> str:
        """The words as people read them; an answer begins with whom it answers."""
        text = self.said.text
        if self.is_repost or self.answered is None or self.answered.post.author == self.post.author:
            return text
        name = f"@{self.answered.author.handle}"
        begins = text.casefold().startswith(name.casefold())
        return text if begins else f"{name} {text}".rstrip()

    @Once
    def written(self) -> Written:
        """The text X tells first."""
        if self.original is not None:
            return written(self._reposted(self.original), self._known)
        if self.has_note:
            return written(
                beginning(self.plain), self._known, [Hung(f"{SITE}/i/web/status/{self.id}")]
            )
        return written(self.plain, self._known, tuple(self._behind()))

    @Once
    def has_note(self) -> bool:
        """Whether the text tells only the beginning."""
        return not self.is_repost and is_long(self.plain)

    @Once
    def note(self) -> Written:
        """All of a long text."""
        return written(self.plain, self._known, tuple(self._behind()))

    def _reposted(self, original: "View") -> str:
        text = f"RT @{original.author.handle}: {original.plain}"
        return text if len(text) <= _LONGEST_REPOST else f"{text[: _LONGEST_REPOST - 1]}…"

    def _behind(self) -> Iterator[Hung]:
        own = f"{SITE}/{self.author.handle}/status/{self.id}"
        if self.quoted is not None:
            yield Hung(f"{SITE}/{self.quoted.author.handle}/status/{self.quoted.id}")
        for media in self.media:
            key = media_key(media)
            place = f"{own}/{_PLACES.get(media.kind, 'video')}/1"
            yield Hung(place, f"pic.x.com/{media_id(media.key)[:10]}", key)

    def _known(self, handle: str) -> tuple[str, str] | None:
        found = self.world.by_handle(NETWORK, handle)
        return (found.handle, user_id(found)) if found else None

    def _other(self, number: int) -> "View | None":
        if not number:
            return None
        try:
            return View(self.world, self.world.post(number))
        except Denied:
            return None
