"""Hits as JSON: one object with the question and the posts."""

from typing import Any

import msgspec

from controlroom.model.post import Post
from controlroom.store.cache.versions import StoredVersion
from controlroom.store.export.hit import About, Hit, moment, sound

FORMAT, VERSION = "controlroom-hits", 1


class ListingWriter:
    """One line for each post, within one JSON object."""

    def __init__(self) -> None:
        self._begun = False

    def begin(self, about: About) -> str:
        """Returns the question and the beginning of the list."""
        head = {
            "format": FORMAT,
            "version": VERSION,
            "query": sound(about.query),
            "made_at": moment(about.made_at),
            "chosen_by_hand": about.chosen,
        }
        return _text(head)[:-1] + ',"posts":[\n'

    def hit(self, one: Hit) -> str:
        """Returns a post."""
        before, self._begun = ",\n" if self._begun else "", True
        return before + _text(_object(one))

    def end(self, posts: int) -> str:
        """Returns the end of the list and how many posts are in it."""
        return f'\n],"count":{posts}}}\n'


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _object(one: Hit) -> dict[str, Any]:
    post, cached = one.cached.post, one.cached
    return {
        **_said(post),
        "came_through": [sound(each) for each in one.through],
        "last_seen_at": moment(cached.seen_at),
        "deleted_seen_at": moment(cached.gone_at) or None,
        "versions": cached.versions,
        "earlier": [_version(each) for each in one.earlier],
    }


def _said(post: Post) -> dict[str, Any]:
    author, told = post.author, post.metrics
    return {
        "network": post.network,
        "id": sound(post.remote_id),
        "url": sound(post.url),
        "published_at": moment(post.created_at),
        "edited_at": moment(post.edited_at) or None,
        "kind": str(post.kind),
        "author": {
            "id": sound(author.remote_id),
            "handle": sound(author.handle),
            "name": sound(author.name),
        },
        "text": sound(post.text),
        "language": sound(post.language),
        "warning": sound(post.warning),
        "reply_to": sound(post.reply_to),
        "conversation": sound(post.root),
        "media": [
            {"kind": str(each.kind), "url": sound(each.url), "alt": sound(each.alt)}
            for each in post.media
        ],
        "replies": told.replies,
        "reposts": told.reposts,
        "likes": told.likes,
        "quotes": told.quotes,
        "views": told.views,
    }


def _version(one: StoredVersion) -> dict[str, str]:
    return {
        "made_at": moment(one.made_at),
        "last_seen_at": moment(one.seen_at),
        "text": sound(one.text),
    }
