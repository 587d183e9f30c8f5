"""X's posts to ours. Pure: the same bytes always give the same post.

Every edit of a post has an id of its own on X. Ours is that of the first version, which names the
post for good; the versions after it are later versions of the same post.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from controlroom.feeds.html_text import PlainText
from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.attached import media_of, poll_of
from controlroom.feeds.networks.x.envelope import Included, Kept, evidence, post_in
from controlroom.feeds.networks.x.moments import made_at, moment
from controlroom.feeds.networks.x.text import plain_text
from controlroom.model.post import Author, Metrics, Post, PostKind, Quote

SITE = "https://x.com"
"""Where people open a post; nothing is read there."""
_OF_MEDIA = re.compile(
    r"https?://(?:www\.)?(?:x|twitter)\.com/[^/]+/status/\d+/(?:photo|video)/\d+"
)
_OF_POST = re.compile(r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w+)/status/(\d+)")
_REPOSTED, _QUOTED, _ANSWERED = "retweeted", "quoted", "replied_to"
_LONGEST_TO_EDIT = timedelta(days=1)
_NO_LANGUAGE = re.compile(r"und|zxx|mis|mul|art|q[a-t][a-z]")


def post_of(item: bytes, included: Included) -> tuple[str, Post]:
    """Returns X's id of this version, by which pages go on, and the post.

    Raises `ValueError` (or `RecursionError`) for what is no post.
    """
    post = post_in(item)
    return str(post.id), _post(post, included, item)


def _post(post: shape.Post, included: Included, item: bytes) -> Post:
    refers = _references(post)
    reposted = refers.get(_REPOSTED, "")
    shown = _shown(post, reposted, included)
    text = text_of(shown)
    author = author_of(post, included)
    first = first_id(post)
    created, edited = _moments(post, first)
    return Post(
        network="x",
        remote_id=first,
        author=author,
        text=text.text,
        spans=text.spans,
        created_at=created,
        kind=PostKind.REPOST if reposted else PostKind.STATUS,
        media=media_of(shown.attachments, included, sensitive=bool(shown.possibly_sensitive)),
        metrics=_metrics(shown.public_metrics),
        language=_language(shown.lang),
        edited_at=edited,
        reply_to=_version_of(refers.get(_ANSWERED, ""), included),
        root=_root(post, first),
        url=f"{SITE}/{author.handle or 'i'}/status/{post.id}",
        quote=_reposted(post, reposted, included) or _quote(post, refers, included),
        poll=poll_of(shown.attachments, included),
        warning=_withheld(shown.withheld),
        raw=evidence(item, belonging(post, included)),
    )


def text_of(post: shape.Post) -> PlainText:
    """Returns the whole text: that of the note where a post is longer than its text tells."""
    quoted_id = _references(post).get(_QUOTED, "")
    whole = post.note() or post
    return plain_text(whole.text, whole.entities, lambda url: _is_shown(url, quoted_id))


def first_id(post: shape.Bare) -> str:
    """Returns the id of the first version."""
    history, own = post.history(), str(post.id)
    return history[0] if own in history else own


def author_of(post: shape.Bare, included: Included) -> Author:
    """Returns who wrote a post; only the id where X leaves the author out."""
    remote_id = str(post.author_id or "")
    return user_of(remote_id, included) or Author(remote_id, post.username or "")


def user_of(remote_id: str, included: Included) -> Author | None:
    """Returns somebody a page knows."""
    kept = included.users.get(remote_id)
    if kept is None:
        return None
    user = kept.value
    return Author(
        remote_id=remote_id,
        handle=user.username,
        name=user.name or user.username,
        avatar_url=user.profile_image_url or "",
        followers=user.public_metrics.followers_count if user.public_metrics else None,
        verified=bool(user.verified),
    )


def quoted(remote_id: str, included: Included, author: str = "") -> Quote:
    """Returns a post shown inside another one, as far as the page knows it."""
    kept = included.posts.get(remote_id)
    if kept is None:
        return Quote(remote_id, author)
    handle = author_of(kept.value, included).handle or author
    return Quote(first_id(kept.value), handle, text_of(kept.value).text)


def _moments(post: shape.Bare, first: str) -> tuple[datetime, datetime | None]:
    """Returns when the first version was published, and when this one was if that is another."""
    created = moment(post.created_at)
    if first == str(post.id):
        return created, None
    began = made_at(first)
    known = began is not None and timedelta(0) <= created - began <= _LONGEST_TO_EDIT
    return began if began is not None and known else created, created


def _references(post: shape.Bare) -> dict[str, str]:
    """Returns the ids of the posts that this one answers, quotes or reposts, by X's words."""
    return {one.type: str(one.id) for one in reversed(post.references())}


def _shown(post: shape.Post, reposted: str, included: Included) -> shape.Post:
    """Returns the post whose content is shown: of a repost the original, if the page has it."""
    kept = included.posts.get(reposted) if reposted else None
    return kept.value if kept else post


def _version_of(remote_id: str, included: Included) -> str:
    """Returns the id of a post's first version if the page knows it."""
    kept = included.posts.get(remote_id)
    return first_id(kept.value) if kept else remote_id


def _root(post: shape.Bare, first: str) -> str:
    root = str(post.conversation_id or "")
    return "" if root in (first, str(post.id)) else root


def _reposted(post: shape.Post, original: str, included: Included) -> Quote | None:
    if not original:
        return None
    named = (post.entities.mentions if post.entities else None) or ()
    handle = next((mention.username for mention in named if mention.username), "")
    kept = included.posts.get(original)
    if kept is None:
        return Quote(original, handle)
    # Without its text, which is the post's own: told twice it would be found twice.
    return Quote(first_id(kept.value), author_of(kept.value, included).handle or handle)


def _quote(post: shape.Post, refers: Mapping[str, str], included: Included) -> Quote | None:
    remote_id = refers.get(_QUOTED, "")
    return quoted(remote_id, included, _handle_in(post, remote_id)) if remote_id else None


def _handle_in(post: shape.Post, quoted_id: str) -> str:
    """Returns whose the quoted post is, from its address in the text, "" if it is not there."""
    for url in (post.entities.urls if post.entities else None) or ():
        found = _OF_POST.match(url.expanded_url or "")
        if found and found[2] == quoted_id:
            return found[1]
    return ""


def _is_shown(url: shape.Url, quoted_id: str) -> bool:
    """Whether an address stands for a picture, or for the quoted post."""
    address = url.expanded_url or ""
    if url.media_key or _OF_MEDIA.match(address):
        return True
    found = _OF_POST.match(address) if quoted_id else None
    return found is not None and found[2] == quoted_id


def _metrics(told: shape.Metrics | None) -> Metrics:
    if told is None:
        return Metrics()
    return Metrics(
        replies=told.reply_count,
        reposts=told.reposts(),
        likes=told.like_count,
        quotes=told.quote_count,
        views=told.impression_count,
    )


def _withheld(withheld: shape.Withheld | None) -> str:
    countries = (withheld.country_codes if withheld else None) or ()
    return f"withheld: {', '.join(countries)}" if countries else ""


def _language(told: str | None) -> str:
    """Returns a language as the web names it; X's names for "none" are none."""
    return "" if not told or _NO_LANGUAGE.fullmatch(told) else told


def belonging(post: shape.Post | shape.Event, included: Included) -> Mapping[str, list[Kept[Any]]]:
    """Returns what an item refers to, and what that refers to, of everything on its page."""
    others = [k for one in post.references() if (k := included.posts.get(str(one.id)))]
    posts = [kept.value for kept in others]
    hung = [one.attachments for one in (post, *posts) if one.attachments]
    people = [str(post.sender_id if isinstance(post, shape.Event) else post.author_id)]
    return {
        "users": _picked(included.users, [*people, *(str(one.author_id) for one in posts)]),
        "media": _picked(included.media, [key for one in hung for key in one.media_keys or ()]),
        "polls": _picked(included.polls, [str(i) for one in hung for i in one.poll_ids or ()]),
        "tweets": others,
    }


def _picked(kept: Mapping[str, Kept[Any]], ids: list[str]) -> list[Kept[Any]]:
    return [kept[one] for one in dict.fromkeys(ids) if one in kept]
