"""Publishing on X: posts, answers, quotes, polls, edits; deleting; hiding answers; sharing."""

from typing import Annotated, Any, Literal

import msgspec

from controlroom.exercise.faces.x.calls import Call, Question, Reply
from controlroom.exercise.faces.x.lookups import version_of
from controlroom.exercise.faces.x.posts import EDIT_WITHIN_MS, MOST_EDITS
from controlroom.exercise.faces.x.problems import forbidden, invalid_body, missing
from controlroom.exercise.faces.x.uploads import Uploads
from controlroom.exercise.faces.x.view import NETWORK, View
from controlroom.exercise.faces.x.weight import SHORT, weight
from controlroom.exercise.world import MediaKind, PostKind, Said
from controlroom.exercise.world.post import Poll

Json = dict[str, Any]
_READ = frozenset(("tweet.read", "users.read"))
_WRITE = _READ | {"tweet.write"}
_LONG = 25_000
"""What verified accounts may write."""
_LIKE_BEFORE = 20
"""A text is compared with so many of the author's last ones."""
_ID = Annotated[str, msgspec.Meta(pattern="^[0-9]{1,19}$")]
_Who = Literal["following", "mentionedUsers", "subscribers", "verified"]


class NewMedia(msgspec.Struct, forbid_unknown_fields=True):
    """Uploaded files, by their ids."""

    media_ids: Annotated[list[_ID], msgspec.Meta(min_length=1, max_length=4)]
    tagged_user_ids: Annotated[list[_ID], msgspec.Meta(max_length=10)] = []


class NewPoll(msgspec.Struct, forbid_unknown_fields=True):
    """A question and its answers."""

    options: Annotated[
        list[Annotated[str, msgspec.Meta(min_length=1, max_length=25)]],
        msgspec.Meta(min_length=2, max_length=4),
    ]
    duration_minutes: Annotated[int, msgspec.Meta(ge=5, le=10_080)]
    reply_settings: _Who | None = None


class NewReply(msgspec.Struct, forbid_unknown_fields=True):
    """What is answered."""

    in_reply_to_tweet_id: _ID
    exclude_reply_user_ids: list[str] = []
    auto_populate_reply_metadata: bool = False


class Edit(msgspec.Struct, forbid_unknown_fields=True):
    """Which version is replaced."""

    previous_post_id: _ID


class NewPost(msgspec.Struct, forbid_unknown_fields=True):
    """What X wants to be told of a new post."""

    text: str = ""
    media: NewMedia | None = None
    poll: NewPoll | None = None
    reply: NewReply | None = None
    quote_tweet_id: _ID | None = None
    reply_settings: _Who | None = None
    edit_options: Edit | None = None
    direct_message_deep_link: str | None = None
    for_super_followers_only: bool = False
    made_with_ai: bool = False
    nullcast: bool = False
    paid_partnership: bool = False
    share_with_followers: bool = False


class Hidden(msgspec.Struct, forbid_unknown_fields=True):
    """Whether an answer is to be hidden."""

    hidden: bool


class Named(msgspec.Struct, forbid_unknown_fields=True):
    """A post, by its id."""

    tweet_id: _ID


class Publishing:
    """Answers whoever writes."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads
        self._liked: set[tuple[int, int]] = set()

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        like = _READ | {"like.write"}
        user = "/2/users/{id}"
        return [
            Call("POST", "/2/tweets", "publish", self.publish, _WRITE),
            Call("DELETE", "/2/tweets/{id}", "delete", self.delete, _WRITE),
            Call("PUT", "/2/tweets/{id}/hidden", "hide", self.hide,
                 _READ | {"tweet.moderate.write"}),
            Call("POST", f"{user}/retweets", "repost", self.repost, _WRITE),
            Call("DELETE", f"{user}/retweets/{{other}}", "repost", self.unrepost, _WRITE),
            Call("POST", f"{user}/likes", "like", self.like, like),
            Call("DELETE", f"{user}/likes/{{other}}", "like", self.unlike, like),
        ]  # fmt: skip

    async def publish(self, question: Question) -> Reply:
        """A new post, or another version of one."""
        body = await question.body(NewPost)
        _refuse_form(question, body)
        said = self._said(question, body)
        parent = body.reply.in_reply_to_tweet_id if body.reply else None
        reply_to = _referred(question, parent, "reply to")
        quote = _referred(question, body.quote_tweet_id, "quote")
        if body.edit_options is not None:
            view = _edited(question, body.edit_options.previous_post_id, said)
        else:
            _refuse_again(question, said, reply_to)
            number = question.world.publish(
                question.grant.account, said, reply_to=reply_to, quote=quote
            )
            view = View(question.world, question.world.post(number))
        if body.reply_settings:
            question.world.notes[view.post.number, "reply_settings"] = body.reply_settings
        data = {"id": view.id, "text": view.written.text, "edit_history_post_ids": list(view.ids)}
        return Reply({"data": data}, 201)

    async def delete(self, question: Question) -> Reply:
        """Deletes a post of the caller's."""
        told = question.id("id")
        view = version_of(question.world, told)
        if view is None:
            return Reply({"errors": [missing("post", "id", told)]})
        if view.post.author != question.grant.account:
            raise forbidden("You are not authorized to delete this Tweet.")
        question.world.delete(view.post.number)
        return Reply({"data": {"deleted": True}})

    async def hide(self, question: Question) -> Reply:
        """Hides an answer in a conversation of the caller's, or shows it again."""
        told, body = question.id("id"), await question.body(Hidden)
        view = version_of(question.world, told)
        if view is None:
            return Reply({"errors": [missing("post", "id", told)]})
        root = question.world.post(view.post.root) if view.post.root else None
        if root is None or root.author != question.grant.account:
            raise forbidden("You are not authorized to hide this reply.")
        question.world.hide(view.post.number, hidden=body.hidden)
        return Reply({"data": {"hidden": body.hidden}})

    async def repost(self, question: Question) -> Reply:
        """Shares a post; sharing it again changes nothing."""
        account = question.own()
        number = _referred(question, (await question.body(Named)).tweet_id, "retweet")
        shared = _repost_of(question, number)
        if shared is None:
            kind = PostKind.REPOST
            shared = question.world.publish(account.number, Said(""), kind=kind, quote=number)
        view = View(question.world, question.world.post(shared))
        return Reply({"data": {"retweeted": True, "rest_id": view.id}})

    async def unrepost(self, question: Question) -> Reply:
        """Takes a share back."""
        question.own()
        view = version_of(question.world, question.id("other"))
        reposted = _repost_of(question, view.post.number) if view else None
        if reposted is not None:
            question.world.delete(reposted)
        return Reply({"data": {"retweeted": False}})

    async def like(self, question: Question) -> Reply:
        """Likes a post, once."""
        account = question.own()
        number = _referred(question, (await question.body(Named)).tweet_id, "like")
        if (account.number, number) not in self._liked:
            self._liked.add((account.number, number))
            question.world.like(number)
        return Reply({"data": {"liked": True}})

    async def unlike(self, question: Question) -> Reply:
        """Takes a like back."""
        account = question.own()
        view = version_of(question.world, question.id("other"))
        liked = (account.number, view.post.number) if view else (0, 0)
        if view is not None and liked in self._liked:
            self._liked.discard(liked)
            question.world.like(view.post.number, -1)
        return Reply({"data": {"liked": False}})

    def _said(self, question: Question, body: NewPost) -> Said:
        ids = body.media.media_ids if body.media else []
        media = self._uploads.taken(ids, question.grant.account)
        if len(media) > 1 and any(one.kind is not MediaKind.IMAGE for one in media):
            raise invalid_body("A post may have up to 4 photos, or 1 animated GIF, or 1 video")
        return Said(body.text, question.caller.language, media, _poll(question, body.poll))


def _refuse_form(question: Question, body: NewPost) -> None:
    """Refuses what X takes in no post. Raises `Refusal`."""
    if not (body.text.strip() or body.media):
        raise invalid_body("Text or media is required")
    if sum(map(bool, (body.media, body.poll, body.quote_tweet_id))) > 1:
        raise invalid_body("media, poll and quote_tweet_id are mutually exclusive")
    most = _LONG if question.caller.verified else SHORT
    if weight(body.text) > most:
        raise forbidden(
            "Your Tweet text is too long. You are not permitted to perform this action."
        )


def _refuse_again(question: Question, said: Said, reply_to: int) -> None:
    """Refuses what its author has just published. Raises `Refusal`."""
    recent = question.world.newest(NETWORK, "posts", question.grant.account)
    for post, _ in zip(recent, range(_LIKE_BEFORE), strict=False):
        same = (post.said.text, post.reply_to) == (said.text, reply_to)
        if same and said.text and not (said.media or said.poll):
            raise forbidden("You are not allowed to create a Tweet with duplicate content.")


def _referred(question: Question, told: str | None, what: str) -> int:
    """Returns the number of a post that is referred to, 0 for none. Raises `Refusal`."""
    if told is None:
        return 0
    view = version_of(question.world, told)
    if view is None:
        text = f"You attempted to {what} a Tweet that is deleted or not visible to you."
        raise forbidden(text)
    return view.post.number


def _edited(question: Question, told: str, said: Said) -> View:
    """Gives a post of the caller's another version. Raises `Refusal`."""
    view = version_of(question.world, told)
    if view is None or view.post.author != question.grant.account:
        raise forbidden("You are not authorized to edit this Tweet.")
    post, age = view.post, question.world.clock.now_ms() - view.post.created_ms
    if age > EDIT_WITHIN_MS or len(post.edits_ms) >= MOST_EDITS or post.reply_to:
        raise forbidden("This Tweet can no longer be edited.")
    question.world.edit(post.number, said)
    return View(question.world, question.world.post(post.number))


def _repost_of(question: Question, number: int) -> int | None:
    """Returns the caller's share of a post, None if there is none."""
    own = question.world.newest(NETWORK, "posts", question.grant.account)
    shares = (one.number for one in own if one.kind is PostKind.REPOST and one.quote == number)
    return next(shares, None)


def _poll(question: Question, told: NewPoll | None) -> Poll | None:
    if told is None:
        return None
    closes_ms = question.world.clock.now_ms() + told.duration_minutes * 60_000
    return Poll(tuple(told.options), (0,) * len(told.options), closes_ms)
