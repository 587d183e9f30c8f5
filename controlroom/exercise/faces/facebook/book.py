"""What Facebook knows beside the world: drafts, uploads, live videos, links, who liked what."""

from dataclasses import dataclass, field, replace

from controlroom.exercise.faces.facebook.holders import NETWORK, Holder, Holders
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.usage import Usage
from controlroom.exercise.world import Account, Denied, Media, MediaKind, PostKind, Said, World

PAGE_KINDS = ("force", "press", "council", "service", "bot")
"""Accounts that are pages; the others are people."""


@dataclass(slots=True)
class Draft:
    """A post that is not out.

    Attributes:
        at_s: when it goes out, seconds since 1970; 0 for not by itself.
        post: its number in the world once it is out.
    """

    number: int
    page: int
    said: Said
    created_ms: int
    link: str = ""
    at_s: int = 0
    post: int = 0
    gone: bool = False

    @property
    def waits(self) -> bool:
        """Whether it may still go out."""
        return not (self.post or self.gone)


@dataclass(slots=True)
class Live:
    """A live video.

    Attributes:
        status: as the Graph writes it.
        post: the number of its post once it has begun.
    """

    number: int
    page: int
    title: str
    description: str
    status: str
    created_ms: int
    planned_s: int = 0
    began_ms: int = 0
    post: int = 0
    gone: bool = False


@dataclass(slots=True)
class Upload:
    """A film on its way here, or a picture or film without a post."""

    number: int
    page: int
    media: Media
    size: int = 0
    got: bytearray = field(default_factory=bytearray)
    post: int = 0


@dataclass(slots=True)
class Container:
    """A post of Instagram's that is being put together.

    Attributes:
        post: its number once it is out.
    """

    page: int
    text: str
    media: tuple[Media, ...]
    is_part: bool
    made_ms: int
    post: int = 0


@dataclass(slots=True)
class Book:
    """Everything Facebook knows. Used by one thread."""

    world: World
    holders: Holders = field(init=False)
    usage: Usage = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    lives: list[Live] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)
    sessions: dict[str, Upload] = field(default_factory=dict)
    containers: list[Container] = field(default_factory=list)
    links: dict[int, str] = field(default_factory=dict)
    liked: set[tuple[int, int]] = field(default_factory=set)
    replied: set[int] = field(default_factory=set)
    _of_post: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.holders = Holders(self.world)
        self.usage = Usage(self.world)

    def owner_id(self, account: Account) -> str:
        """Returns the id of a page or a person."""
        return id_of(Stretch.PAGE if is_page(account) else Stretch.PERSON, account.number)

    def story_id(self, owner: Account, post: int) -> str:
        """Returns the id of a post on somebody's wall; one that was a draft keeps its own."""
        story = self._of_post.get(post) or id_of(Stretch.STORY, post)
        return f"{self.owner_id(owner)}_{story}"

    def add_draft(self, page: int, said: Said, link: str, at_s: int) -> Draft:
        """Keeps a post that is not out yet."""
        now = self.world.clock.now_ms()
        self.drafts.append(Draft(len(self.drafts) + 1, page, said, now, link, at_s))
        return self.drafts[-1]

    def send_due(self) -> None:
        """Sends what was to go out by now."""
        now = self.world.clock.now_ms() // 1000
        due = [one for one in self.drafts if one.waits and 0 < one.at_s <= now]
        for one in sorted(due, key=lambda draft: draft.at_s):
            self.send(one, at_ms=one.at_s * 1000)

    def send(self, draft: Draft, at_ms: int = 0) -> None:
        """Sends a draft out."""
        draft.post = self.publish(draft.page, draft.said, draft.link, at_ms)
        self._of_post[draft.post] = id_of(Stretch.DRAFT, draft.number)

    def publish(
        self, page: int, said: Said, link: str = "", at_ms: int = 0, shared: int = 0
    ) -> int:
        """Publishes on a page and returns the post's number.

        Args:
            shared: the number of a post it passes on, 0 for none.
        """
        kind = PostKind.REPOST if shared and not said.text else PostKind.STATUS
        post = self.world.publish(page, said, kind=kind, quote=shared, at_ms=at_ms)
        if link:
            self.links[post] = link
        for one in self.uploads:
            if one.media.key in {medium.key for medium in said.media}:
                one.post = post
        return post

    def add_upload(self, page: int, media: Media, stretch: Stretch, body: bytes) -> Upload:
        """Keeps a picture or film; its id names its bytes."""
        number = len(self.uploads) + 1
        media = replace(media, key=id_of(stretch, number))
        self.world.media[media.key] = body
        self.uploads.append(Upload(number, page, media, len(body)))
        return self.uploads[-1]

    def begin_live(self, live: Live) -> None:
        """Lets a live video begin: from now on it has a post."""
        live.status, live.began_ms = "LIVE", self.world.clock.now_ms()
        film = Media(f"live-{live.number}", MediaKind.VIDEO, width=1280, height=720)
        said = Said(live.description or live.title, media=(film,))
        live.post = self.world.publish(live.page, said, kind=PostKind.VIDEO)

    def is_alive(self, number: int) -> bool:
        """Whether a comment is there, and what it answers."""
        world = self.world
        if world.is_gone(number):
            return False
        row = world.columns.row(number)
        while row.reply_to:
            if world.is_gone(row.reply_to):
                return False
            if row.reply_to == row.root:
                return True
            row = world.columns.row(row.reply_to)
        return True

    def page_of(self, holder: Holder) -> Account | None:
        """Returns the page a token stands for."""
        try:
            return self.world.account(holder.page) if holder.is_page else None
        except Denied:
            return None

    def pages(self) -> list[Account]:
        """Returns the force's pages."""
        return self.world.profiles(NETWORK)


def is_page(account: Account) -> bool:
    """Whether an account is a page."""
    return account.ours or account.kind in PAGE_KINDS
