"""Things of the Graph, and who looks at them."""

from dataclasses import dataclass, field
from enum import StrEnum

from controlroom.exercise.faces.facebook.book import Book, Draft, is_page
from controlroom.exercise.faces.facebook.holders import NETWORK, Holder
from controlroom.exercise.faces.facebook.ids import (
    Stretch,
    id_of,
)
from controlroom.exercise.faces.facebook.problems import (
    too_much,
)
from controlroom.exercise.world import Account, PostKind, SimPost

GRAM = "instagram"


class Node(StrEnum):
    """Kinds of things, by the names of the Graph."""

    PAGE = "Page"
    USER = "User"
    POST = "PagePost"
    COMMENT = "Comment"
    PHOTO = "Photo"
    VIDEO = "AdVideo"
    LIVE = "LiveVideo"
    THREAD = "UnifiedThread"
    MESSAGE = "UnifiedMessage"
    GRAM_USER = "IGUser"
    GRAM_MEDIA = "IGMedia"
    GRAM_CHILD = "IGMediaChild"
    GRAM_COMMENT = "IGComment"
    GRAM_CONTAINER = "ShadowIGMediaBuilder"
    GRAM_THREAD = "IGThread"
    GRAM_MESSAGE = "IGMessage"


HEAVIEST = 5_000
"""Things in one answer; the original gives up when it takes too long."""


@dataclass(slots=True)
class Load:
    """How many things an answer holds so far."""

    things: int = 0

    def add(self) -> None:
        """Counts one more. Raises `Problem` for one too many."""
        self.things += 1
        if self.things > HEAVIEST:
            raise too_much()


@dataclass(frozen=True, slots=True)
class View:
    """Who asks, and how addresses are to begin.

    Attributes:
        holder: of the token; None for nobody.
        version: of the Graph, as in paths.
    """

    book: Book
    holder: Holder | None
    origin: str
    version: str
    load: Load = field(default_factory=Load)

    @property
    def page(self) -> int:
        """The account the token stands for, 0 for none."""
        return self.holder.page if self.holder else 0


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with an id.

    Attributes:
        number: of the account, post, live video or upload.
        beside: index of a medium, the person of a dialogue, the number of a draft.
        post: what it is, or hangs on.
    """

    node: Node
    id: str
    number: int
    beside: int = 0
    post: SimPost | None = None

    @property
    def said(self) -> SimPost:
        """The post. Raises `ValueError` for what has none."""
        if self.post is None:
            raise ValueError(f"{self.node} without a post")
        return self.post


def account_thing(view: View, account: Account) -> Thing:
    """Returns a page or a person."""
    node = Node.PAGE if is_page(account) else Node.USER
    return Thing(node, view.book.owner_id(account), account.number)


def wall_of(view: View, post: SimPost) -> Account:
    """Returns on whose wall a post stands, or the post a comment belongs to."""
    world = view.book.world
    if not post.root:
        return world.account(post.to or post.author)
    row = world.columns.row(post.root)
    return world.account(row.to or row.author)


def post_thing(view: View, post: SimPost) -> Thing:
    """Returns a post as a thing."""
    return Thing(Node.POST, view.book.story_id(wall_of(view, post), post.number), post.number,
                 post=post)  # fmt: skip


def draft_thing(view: View, draft: Draft) -> Thing:
    """Returns a post that is not out."""
    owner = view.book.owner_id(view.book.world.account(draft.page))
    kind = PostKind.STATUS
    post = SimPost(0, NETWORK, draft.page, draft.said, draft.created_ms, kind)
    name = f"{owner}_{id_of(Stretch.DRAFT, draft.number)}"
    return Thing(Node.POST, name, 0, draft.number, post)


def comment_thing(view: View, post: SimPost) -> Thing:
    """Returns a comment; its id begins with that of its post."""
    name = f"{story_part(view, post.root)}_{id_of(Stretch.COMMENT, post.number)}"
    return Thing(Node.COMMENT, name, post.number, post=post)


def story_part(view: View, number: int) -> str:
    """Returns the latter half of a post's id."""
    row = view.book.world.columns.row(number)
    owner = view.book.world.account(row.to or row.author)
    return view.book.story_id(owner, number).partition("_")[2]


def person_id(view: View) -> str:
    """Returns the id of who looks after the pages."""
    return id_of(Stretch.PERSON, 9_000_000_000 + view.book.world.seed % 1_000_000)
