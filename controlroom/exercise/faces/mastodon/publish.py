"""Publishing: at once or at a time of one's own; changing, deleting, passing on, liking."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.mastodon.drafts import Draft, draft_of, edited
from controlroom.exercise.faces.mastodon.ids import media_id
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.moments import read_ms
from controlroom.exercise.faces.mastodon.problems import Refusal, not_allowed
from controlroom.exercise.faces.mastodon.scheduled import Scheduled
from controlroom.exercise.faces.mastodon.uploads import Uploads
from controlroom.exercise.world import PostKind, Said
from controlroom.exercise.world.post import SimPost

Json = dict[str, Any]
_STATUS = "/api/v1/statuses/{id}"
_MARKS = {
    "bookmark": ("bookmarked", True), "unbookmark": ("bookmarked", False),
    "pin": ("pinned", True), "unpin": ("pinned", False),
    "mute": ("muted", True), "unmute": ("muted", False),
}  # fmt: skip
_SCOPES = {"bookmark": "write:bookmarks", "pin": "write:accounts", "mute": "write:mutes"}


@dataclass(slots=True)
class Publishing:
    """Answers whoever writes."""

    uploads: Uploads
    scheduled: Scheduled
    _keys: dict[tuple[int, str], tuple[int, Any]] = field(default_factory=dict)

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        marking = [
            Call("POST", f"{_STATUS}/{name}", _marking(*mark), _SCOPES[name.removeprefix("un")])
            for name, mark in _MARKS.items()
        ]
        write, liking = "write:statuses", "write:favourites"
        return [
            Call("POST", "/api/v1/statuses", self.publish, write),
            Call("PUT", _STATUS, self.edit, write),
            Call("DELETE", _STATUS, self.delete, write, "delete"),
            Call("POST", f"{_STATUS}/reblog", repost, write),
            Call("POST", f"{_STATUS}/unreblog", unrepost, write, "delete"),
            Call("POST", f"{_STATUS}/favourite", favourite, liking),
            Call("POST", f"{_STATUS}/unfavourite", unfavourite, liking),
            *marking,
        ]

    async def publish(self, question: Question) -> Reply:
        """A new post; the same key within an hour gives the same one again."""
        key = (question.caller.number, question.request.headers.get("Idempotency-Key", ""))
        now = question.world.clock.now_ms()
        made_ms, made = self._keys.get(key, (0, None))
        if key[1] and made is not None and now - made_ms < question.site.limits.key_s * 1000:
            return _again(question, made)
        draft = draft_of(question, self.uploads)
        at_ms = _moment(question)
        if not at_ms:
            ids = [str(one) for one in question.sent.listed("media_ids")]
            self.uploads.refuse_unready(ids, now)
        number_or_waiting: int | Json = (
            self.scheduled.add(question, draft, at_ms)
            if at_ms
            else published(question.site, question.caller.number, draft)
        )
        if key[1]:
            self._keys[key] = now, number_or_waiting
        return _again(question, number_or_waiting)

    async def edit(self, question: Question) -> Reply:
        """Gives a post other words."""
        post = question.own_post()
        if post.kind is PostKind.REPOST:
            raise not_allowed()
        before = replace(post.said, media=_redescribed(question, post.said))
        if "media_ids" not in question.sent and "media_attributes" in question.sent:
            question.sent.values["media_ids"] = [media_id(one.key) for one in before.media]
        question.world.edit(post.number, edited(question, self.uploads, before))
        if "sensitive" in question.sent:
            _cover(question.site, post.number, covered=question.sent.flag("sensitive"))
        return Reply(question.view.status(question.world.post(post.number)))

    async def delete(self, question: Question) -> Reply:
        """Deletes a post, and gives back what it said."""
        post = question.own_post()
        told = question.view.status(post) | {"text": post.said.text}
        question.world.delete(post.number)
        return Reply(told)


async def repost(question: Question) -> Reply:
    """Passes a post on; passing it on again changes nothing."""
    post, caller = _original(question), question.caller.number
    if question.kept.visibility_of(post) in ("direct", "private"):
        raise not_allowed()
    own = _repost_of(question, post.number)
    if own is None:
        number = question.world.publish(caller, Said(""), kind=PostKind.REPOST, quote=post.number)
        question.kept.marked("reblogged").add((caller, post.number))
        own = question.world.post(number)
    return Reply(question.view.status(own))


async def unrepost(question: Question) -> Reply:
    """Takes that back."""
    post = _original(question)
    own = _repost_of(question, post.number)
    if own is not None:
        question.world.delete(own.number)
        question.kept.marked("reblogged").discard((question.viewer, post.number))
    return Reply(question.view.status(post))


async def favourite(question: Question) -> Reply:
    """Likes a post, once."""
    return _liked(question, like=True)


async def unfavourite(question: Question) -> Reply:
    """Takes that back."""
    return _liked(question, like=False)


def published(site: Site, author: int, draft: Draft) -> int:
    """Publishes a draft and returns the post's number."""
    direct = draft.visibility == "direct"
    number = site.world.publish(
        author,
        draft.said_at(site.world.clock.now_ms()),
        kind=PostKind.MESSAGE if direct else PostKind.STATUS,
        reply_to=draft.reply_to,
        quote=draft.quote,
        to=draft.to,
    )
    if draft.visibility in ("unlisted", "private"):
        site.kept.visibility[number] = draft.visibility
    _cover(site, number, covered=draft.sensitive)
    return number


def _again(question: Question, made: "int | Json") -> Reply:
    if isinstance(made, dict):
        return Reply(made)
    return Reply(question.view.status(question.world.post(made)))


def _moment(question: Question) -> int:
    """Returns when it is to be published, 0 for at once. Raises `Refusal`."""
    told = question.sent.text("scheduled_at")
    if not told:
        return 0
    at_ms = read_ms(told)
    if at_ms is None:
        raise Refusal(422, "Validation failed: Scheduled at is not a date")
    # Mastodon publishes at once what was to be published long ago.
    return 0 if at_ms <= question.world.clock.now_ms() else at_ms


def _redescribed(question: Question, said: Said) -> tuple[Any, ...]:
    """Returns what hangs on a post, with the descriptions that were sent."""
    told = [one for one in question.sent.listed("media_attributes") if isinstance(one, dict)]
    alts = {str(one.get("id")): one.get("description") for one in told}
    return tuple(
        replace(one, alt=str(alts[media_id(one.key)]))
        if alts.get(media_id(one.key)) is not None
        else one
        for one in said.media
    )


def _cover(site: Site, number: int, *, covered: bool) -> None:
    if covered:
        site.kept.sensitive.add(number)
    else:
        site.kept.sensitive.discard(number)


def _original(question: Question) -> SimPost:
    post = question.post()
    return question.world.post(post.quote) if post.kind is PostKind.REPOST else post


def _repost_of(question: Question, number: int) -> SimPost | None:
    own = question.world.newest(NETWORK, "posts", question.caller.number)
    shares = (one for one in own if one.kind is PostKind.REPOST and one.quote == number)
    return next(shares, None)


def _liked(question: Question, *, like: bool) -> Reply:
    post, marked = _original(question), question.kept.marked("favourited")
    pair = (question.caller.number, post.number)
    if like and pair not in marked:
        marked.add(pair)
        question.world.like(post.number)
    if not like and pair in marked:
        marked.discard(pair)
        question.world.like(post.number, -1)
    return Reply(question.view.status(question.world.post(post.number)))


def _marking(mark: str, holds: bool) -> Callable[[Question], Awaitable[Reply]]:
    async def answer(question: Question) -> Reply:
        post = question.own_post() if mark == "pinned" else question.post()
        marked, pair = question.kept.marked(mark), (question.caller.number, post.number)
        if holds:
            marked.add(pair)
        else:
            marked.discard(pair)
        return Reply(question.view.status(post))

    return answer
