"""Posts as X shows them, and pages of them with what they refer to beside."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from controlroom.exercise.faces.x.asked import Asked
from controlroom.exercise.faces.x.attached import medium_of, poll_id, poll_of
from controlroom.exercise.faces.x.moments import written_ms
from controlroom.exercise.faces.x.people import user_of
from controlroom.exercise.faces.x.problems import missing
from controlroom.exercise.faces.x.view import View, media_key, user_id
from controlroom.exercise.world import Account

Json = dict[str, Any]
EDIT_WITHIN_MS = 30 * 60_000
MOST_EDITS = 5


def post_of(view: View, asked: Asked) -> Json:
    """Returns a post with the fields asked for."""
    told: Json = {"id": view.id, "text": view.written.text}
    for name, make in _makers(asked):
        value = make(view)
        if value is not None:
            told[name] = value
    if "public_metrics" in asked.post:
        told["public_metrics"] = _metrics(view, asked)
    return told


@dataclass(slots=True)
class Page:
    """Posts, and what is to come beside them, each once."""

    asked: Asked
    posts: list[Json] = field(default_factory=list)
    errors: list[Json] = field(default_factory=list)
    _users: dict[int, Json] = field(default_factory=dict)
    _media: dict[str, Json] = field(default_factory=dict)
    _polls: dict[str, Json] = field(default_factory=dict)
    _others: dict[str, Json] = field(default_factory=dict)

    def add(self, view: View) -> None:
        """Adds a post."""
        self.posts.append(post_of(view, self.asked))
        beside = self.asked.beside
        if "author" in beside:
            self.user(view, view.author)
        if "answered" in beside and view.answered is not None:
            self.user(view, view.answered.author)
        if "mentions" in beside:
            self._mentioned(view)
        if "media" in beside:
            self.media(view)
        if "polls" in beside and view.poll is not None:
            self._polls[poll_id(view)] = poll_of(view.poll, view, self.asked)
        if "references" in beside:
            for _, other in view.referenced():
                self.other(other)

    def user(self, view: View, account: Account) -> None:
        """Puts an account beside the posts."""
        if account.number not in self._users:
            self._users[account.number] = user_of(view.world, account, self.asked)

    def media(self, view: View) -> None:
        """Puts a post's media beside the posts."""
        for one in view.media:
            self._media.setdefault(media_key(one), medium_of(one, view, self.asked))

    def other(self, view: View) -> None:
        """Puts another post beside the posts, or says that it is gone."""
        if view.gone:
            what = self.asked.age.name("post")
            self.errors.append(missing(what, f"referenced_{what}s.id", view.id))
            return
        self._others.setdefault(view.id, post_of(view, self.asked))
        if self._wants("author"):
            self.user(view, view.author)
        if self._wants("media"):
            self.media(view)

    def includes(self) -> Json:
        """Returns what stands beside the posts, without empty lists."""
        lists = {
            "users": [*self._users.values()],
            "media": [*self._media.values()],
            "polls": [*self._polls.values()],
            self.asked.age.name("posts"): [*self._others.values()],
        }
        return {name: some for name, some in lists.items() if some}

    def envelope(self) -> Json:
        """Returns an answer without its `meta`."""
        told: Json = {"data": self.posts} if self.posts else {}
        if includes := self.includes():
            told["includes"] = includes
        if self.errors:
            told["errors"] = self.errors
        return told

    def _wants(self, what: str) -> bool:
        """Whether something is wanted of posts referred to: one age says so for itself."""
        beside = self.asked.beside
        return f"references.{what}" in beside or (what in beside and not self._says_for_others)

    @property
    def _says_for_others(self) -> bool:
        return "references.author" in self.asked.age.expansions["posts"].values()

    def _mentioned(self, view: View) -> None:
        for mention in view.written.entities.get("mentions", ()):
            found = view.world.by_handle(view.post.network, mention["username"])
            if found is not None:
                self.user(view, found)


def page_of(views: Iterable[View], asked: Asked) -> Page:
    """Returns a page of these posts."""
    page = Page(asked)
    for view in views:
        page.add(view)
    return page


@lru_cache(maxsize=64)
def _makers(asked: Asked) -> tuple[tuple[str, Callable[[View], Any]], ...]:
    """Returns the fields asked for, by the names of the question's age."""
    wanted = sorted(asked.post & _FIELDS.keys())
    return tuple((asked.age.name(name), _FIELDS[name]) for name in wanted)


def _metrics(view: View, asked: Asked) -> Json:
    counted = view.original or view
    post = counted.post
    return {
        asked.age.name("repost_count"): post.reposts,
        "reply_count": 0 if view.is_repost else post.replies,
        "like_count": 0 if view.is_repost else post.likes,
        "quote_count": 0,
        "bookmark_count": 0,
        "impression_count": 0 if view.is_repost else post.views,
    }


def _attachments(view: View) -> Json | None:
    told: Json = {}
    if view.media:
        told["media_keys"] = [media_key(one) for one in view.media]
    if view.poll is not None:
        told["poll_ids"] = [poll_id(view)]
    return told or None


def _edit_controls(view: View) -> Json:
    until = view.post.created_ms + EDIT_WITHIN_MS
    may = not (view.post.reply_to or view.is_repost)
    return {
        "edits_remaining": max(0, MOST_EDITS - len(view.post.edits_ms)),
        "is_edit_eligible": may,
        "editable_until": written_ms(until),
    }


def _note(view: View) -> Json | None:
    if not view.has_note:
        return None
    note = view.note
    return {"text": note.text} | ({"entities": note.entities} if note.entities else {})


def _reply_settings(view: View) -> str:
    return view.world.notes.get((view.post.number, "reply_settings"), "everyone")


def _references(view: View) -> list[Json] | None:
    return [{"type": kind, "id": other.id} for kind, other in view.referenced()] or None


_FIELDS: Mapping[str, Callable[[View], Any]] = MappingProxyType(
    {
        "history": lambda view: list(view.ids),
        "author_id": lambda view: user_id(view.author),
        "username": lambda view: view.author.handle,
        "created_at": lambda view: written_ms(view.created_ms),
        "conversation_id": lambda view: view.conversation,
        "lang": lambda view: view.said.language,
        "possibly_sensitive": lambda view: bool(view.said.warning),
        "entities": lambda view: view.written.entities or None,
        "attachments": _attachments,
        "display_text_range": lambda view: [0, len(view.written.text)],
        "edit_controls": _edit_controls,
        "in_reply_to_user_id": lambda view: (
            user_id(view.answered.author) if view.answered else None
        ),
        "note": _note,
        "references": _references,
        "reply_settings": _reply_settings,
    }
)
