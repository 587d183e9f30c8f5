"""Hits as a table (CSV, UTF-8 with a mark, as spreadsheets want it)."""

from controlroom.model.cached import CachedPost
from controlroom.store.export.cells import guarded, row
from controlroom.store.export.hit import About, Hit, moment

COLUMNS = (
    "network", "published_at", "author_name", "author_handle", "author_id", "kind", "text",
    "language", "url", "post_id", "reply_to", "conversation", "came_through", "media", "media_text",
    "replies", "reposts", "likes", "quotes", "views", "edited_at", "deleted_seen_at", "versions",
    "earlier_texts", "last_seen_at",
)  # fmt: skip
"""Names of the columns, the same in every language, for programs that read the table."""
_MARK = "\ufeff"


class TableWriter:
    """One line for each post; earlier texts stand in one cell."""

    def begin(self, about: About) -> str:
        """Returns the line with the names of the columns."""
        return _MARK + row(list(COLUMNS))

    def hit(self, one: Hit) -> str:
        """Returns the line of a post."""
        return row([guarded(cell) for cell in _cells(one)])

    def end(self, posts: int) -> str:
        """Returns nothing: a table just stops."""
        return ""


def _cells(one: Hit) -> list[str]:
    post = one.cached.post
    earlier = "\n---\n".join(f"{moment(each.made_at)} {each.text}" for each in one.earlier)
    return [
        post.network,
        moment(post.created_at),
        post.author.name,
        post.author.handle,
        post.author.remote_id,
        post.kind,
        post.text,
        post.language,
        post.url,
        post.remote_id,
        post.reply_to,
        post.root,
        " ".join(one.through),
        " ".join(each.url for each in post.media),
        " | ".join(each.alt for each in post.media if each.alt),
        *_figures(one.cached),
        moment(post.edited_at),
        moment(one.cached.gone_at),
        str(one.cached.versions),
        earlier,
        moment(one.cached.seen_at),
    ]


def _figures(cached: CachedPost) -> list[str]:
    told = cached.post.metrics
    figures = (told.replies, told.reposts, told.likes, told.quotes, told.views)
    return ["" if one is None else str(one) for one in figures]
