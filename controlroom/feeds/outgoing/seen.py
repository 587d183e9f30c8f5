"""Reading back: a profile's own posts as what a writer has to recognise."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from controlroom.feeds.base import Budget, Page
from controlroom.feeds.writing import LookedBack, Outgoing, Seen, SentAs
from controlroom.model.post import Post, PostKind, Span, SpanKind

SKEW = timedelta(minutes=10)
"""By how much a network's clock may be behind the record's."""
MOST_PAGES = 40


def look_back(
    read: Callable[[str], Page],
    outgoing: Outgoing,
    *,
    ours: Callable[[Post], bool] = lambda _: True,
    files: Callable[[Post], int] = lambda post: len(post.media),
    whole: bool = False,
) -> LookedBack:
    """Reads pages of posts, newest first, until they are older than the attempt.

    Args:
        read: gives the page of a cursor, the newest for "".
        ours: what may be the one that is looked for.
        files: how many photos and films hang on a post.
        whole: the pages are in no order of time, so that all of them are read.

    Raises:
        ReadError: as `read`.
    """
    until = outgoing.since - SKEW
    posts: list[Post] = []
    looked, cursor, reached = 0, "", False
    budgets: tuple[Budget, ...] = ()
    for _ in range(MOST_PAGES):
        page = read(cursor)
        looked, budgets, cursor = looked + len(page.posts), page.budgets, page.older
        posts += [one for one in page.posts if ours(one) and one.created_at >= until]
        reached = _reaches(page, until, whole=whole)
        if reached or not cursor:
            break
    newest = sorted(posts, key=lambda one: one.created_at, reverse=True)
    seen = tuple(seen_of(one, outgoing.text, files(one)) for one in newest)
    # Where something is left unread, nothing is known of the time since the attempt.
    since = until if reached else outgoing.since + SKEW
    return LookedBack(seen, looked, since, budgets=budgets)


def _reaches(page: Page, until: datetime, *, whole: bool) -> bool:
    """Whether with this page everything younger than a moment has been read."""
    if not page.older and page.back_to is None:
        return True
    if page.back_to is not None:
        return page.back_to < until
    return not whole and any(one.created_at < until for one in page.posts)


def look_at(posts: Iterable[Post], outgoing: Outgoing) -> LookedBack:
    """Returns posts that were asked for by their ids, as for an edit."""
    seen = tuple(seen_of(one, outgoing.text, len(one.media)) for one in posts)
    return LookedBack(seen, len(seen), outgoing.since)


def seen_of(post: Post, wanted: str, files: int) -> Seen:
    """Returns a post as it was found."""
    sent = SentAs(post.remote_id, post.url, post.created_at)
    passed_on = post.quote.remote_id if post.quote and post.kind is PostKind.REPOST else ""
    return Seen(sent, written_out(post, wanted), files, passed_on or post.reply_to)


def written_out(post: Post, wanted: str = "") -> str:
    """Returns a post's text with links as they were written, not as the network shortens them.

    Args:
        wanted: the text that is looked for; of the ways to write somebody's name the one it has.
    """
    parts: list[str] = []
    at = 0
    for span in _in_order(post.spans):
        parts += post.text[at : span.start], _meant(post, span, wanted)
        at = span.end
    return "".join((*parts, post.text[at:]))


def _in_order(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _meant(post: Post, span: Span, wanted: str) -> str:
    shown = post.text[span.start : span.end]
    if span.kind is SpanKind.LINK:
        return _link(span.target, shown, wanted)
    whole = f"@{span.target}"
    return whole if span.kind is SpanKind.MENTION and whole in wanted else shown


def _link(target: str, shown: str, wanted: str) -> str:
    """A network may add a slash or a scheme to what was written."""
    if shown and shown in wanted and target not in wanted:
        return shown
    bare = target.removesuffix("/")
    return bare if target not in wanted and bare in wanted else target
