"""What a card says: a stored post turned into clean text, badges and figures."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import datetime

from controlroom.model.cached import CachedPost
from controlroom.model.frozen import dataclass
from controlroom.model.post import Media, Poll, Post, PostKind, SpanKind
from controlroom.model.query.tree import Everything, Node
from controlroom.ui.board.card.badges import Badge, badges_of
from controlroom.ui.board.card.clean import clean, clean_line
from controlroom.ui.board.card.networks import NetworkLook, look_of
from controlroom.ui.board.card.person import handle_of, name_of
from controlroom.ui.initials import initials

MOST_SPANS, LONGEST_ALT = 200, 500


@dataclass(frozen=True, slots=True)
class Ours:
    """The force's own profiles.

    Attributes:
        handles: by profile id.
        accounts: network and remote id of each, by which our own posts are known.
    """

    handles: Mapping[int, str] = field(default_factory=dict)
    accounts: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a card's text that look different; `kind` is None for a search's word."""

    start: int
    end: int
    kind: SpanKind | None


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything a card shows, apart from its age and state. Texts are clean.

    Attributes:
        through: the profile it came through, "" where none is known.
        more_through: how many other profiles it came through.
        warning: what the author warns of; the text is covered by it until asked for.
        figures: icon and number of what the network counts, in order.
        avatar: address of the author's picture, "" where there is none.
    """

    id: int
    name: str
    initials: str
    handle: str
    look: NetworkLook
    through: str
    more_through: int
    text: str
    cut: bool
    stretches: tuple[Stretch, ...]
    created_at: datetime
    warning: str = ""
    quote: str = ""
    media: tuple[Media, ...] = ()
    poll: Poll | None = None
    badges: tuple[Badge, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()
    ours: bool = False
    gone: bool = False
    private: bool = False
    avatar: str = ""


def content_of(cached: CachedPost, ours: Ours, node: Node | None = None) -> CardContent:
    """Returns what the card of a post says.

    Args:
        node: the query whose words are marked in the text, None for none.
    """
    post = cached.post
    look = look_of(post.network)
    text = clean(post.text)
    name = name_of(post.author)
    through = [ours.handles[one] for one in cached.profiles if one in ours.handles]
    return CardContent(
        id=cached.id,
        name=name,
        initials=initials(name),
        handle=handle_of(post.network, post.author),
        look=look,
        through=clean_line(through[0], 80) if through else "",
        more_through=max(0, len(through) - 1),
        text=text.text,
        cut=text.cut,
        stretches=_stretches(post, text.text, text.place, node),
        created_at=post.created_at,
        warning=clean_line(post.warning),
        quote=_quote(post),
        media=tuple(replace(one, alt=clean_line(one.alt, LONGEST_ALT)) for one in post.media),
        poll=_poll(post),
        badges=badges_of(cached),
        figures=_figures(post),
        ours=(post.network, post.author.remote_id) in ours.accounts,
        gone=cached.gone_at is not None,
        private=post.kind is PostKind.MESSAGE,
        avatar=post.author.avatar_url,
    )


def _stretches(
    post: Post, text: str, place: Callable[[int], int], node: Node | None
) -> tuple[Stretch, ...]:
    spans = [
        Stretch(place(span.start), place(span.end), span.kind) for span in post.spans[:MOST_SPANS]
    ]
    words = [] if node is None or isinstance(node, Everything) else _words_of(text, node)
    return tuple(one for one in (*spans, *words) if one.start < one.end <= len(text))


def _words_of(text: str, node: Node) -> list[Stretch]:
    # Loaded with the first query that has words: the first posts do not wait for it.
    from controlroom.model.highlight import marks

    return [Stretch(start, end, None) for start, end in marks(text, node)[:MOST_SPANS]]


def _quote(post: Post) -> str:
    if post.quote is None:
        return ""
    said = clean(post.quote.text, 300).text.replace("\n", " ")
    return f"{clean_line(post.quote.author, 60)}  {said}".strip()


def _poll(post: Post) -> Poll | None:
    if post.poll is None:
        return None
    options = tuple(replace(one, text=clean_line(one.text)) for one in post.poll.options[:20])
    return replace(post.poll, options=options)


def _figures(post: Post) -> tuple[tuple[str, int], ...]:
    told = post.metrics
    counted = (
        ("reply", told.replies),
        ("repost", told.reposts),
        ("like", told.likes),
        ("eye", told.views),
    )
    return tuple((icon, number) for icon, number in counted if number is not None)
