"""Comments and their answers: reading, writing, and what the owner of a video lets stand."""

from collections.abc import Iterator
from typing import Any

from controlroom.exercise.faces.youtube.calls import (
    Call,
    Question,
    Reply,
    listing,
    page_of,
    place_at,
    place_in,
)
from controlroom.exercise.faces.youtube.doors import NETWORK
from controlroom.exercise.faces.youtube.kept import Moderation
from controlroom.exercise.faces.youtube.problems import (
    forbidden,
    invalid,
    missing,
    missing_parameter,
)
from controlroom.exercise.world import PostKind, Said
from controlroom.exercise.world.lists import Key
from controlroom.exercise.world.post import SimPost
from controlroom.model.query.fold import fold

Json = dict[str, Any]
_THREADS, _COMMENTS = "/youtube/v3/commentThreads", "/youtube/v3/comments"


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", _THREADS, threads),
        Call("POST", _THREADS, begin, "write", signed=True),
        Call("GET", _COMMENTS, comments),
        Call("POST", _COMMENTS, answer, "write", signed=True),
        Call("PUT", _COMMENTS, change, "write", signed=True),
        Call("DELETE", _COMMENTS, delete, "write", signed=True),
        Call("POST", f"{_COMMENTS}/setModerationStatus", moderate, "write", signed=True),
        Call("POST", f"{_COMMENTS}/markAsSpam", mark_as_spam, "write", signed=True),
    ]


async def threads(question: Question) -> Reply:
    """Comments on a video or on all videos of a channel, or by id."""
    query, view = question.query, question.view
    if "id" in query:
        named = (_comment(question, told) for told in question.ids(100))
        tops = [post for post in named if post is not None and post.reply_to == post.root]
        return Reply(listing("commentThread", [view.thread(post) for post in tops]))
    most, before = question.most(20, 1, 100), place_in(query.get("pageToken", ""))
    page, more = page_of(_tops(question, _key(question), before), most)
    following = place_at(page[-1].number) if more else ""
    return Reply(listing("commentThread", [view.thread(post) for post in page], following))


async def comments(question: Question) -> Reply:
    """Comments by id, or the answers to one."""
    query, view = question.query, question.view
    if "id" in query:
        named = (_comment(question, told) for told in question.ids(100))
        found = [view.comment(post) for post in named if post is not None]
        return Reply(listing("comment", found))
    parent = _there(question, question.needed("parentId"), "parentId")
    most, before = question.most(20, 1, 100), place_in(query.get("pageToken", ""))
    numbers = reversed(question.kept.answers(parent.number))
    posts = (question.world.post(one) for one in numbers if not before or one < before)
    shown = (post for post in posts if _is_published(question, post))
    page, more = page_of(shown, most)
    following = place_at(page[-1].number) if more else ""
    return Reply(listing("comment", [view.comment(post) for post in page], following))


async def begin(question: Question) -> Reply:
    """Comments on a video."""
    snippet = _snippet(await question.body())
    top = snippet.get("topLevelComment") or {}
    text = _text(question, top.get("snippet") or {})
    told = str(snippet.get("videoId", ""))
    video = question.kept.video(told, question.caller.number)
    if video is None:
        raise missing("videoNotFound", "video", "videoId")
    number = _published(question, text, video.number)
    return Reply(question.view.thread(question.world.post(number)))


async def answer(question: Question) -> Reply:
    """Answers a comment."""
    snippet = _snippet(await question.body())
    text = _text(question, snippet)
    parent = _there(question, str(snippet.get("parentId", "")), "parentId")
    number = _published(question, text, parent.number)
    return Reply(question.view.comment(question.world.post(number)))


async def change(question: Question) -> Reply:
    """Gives a comment of the caller's other words."""
    body = await question.body()
    post = _there(question, str(body.get("id", "")))
    if post.author != question.caller.number:
        raise forbidden()
    text = _text(question, _snippet(body))
    question.world.edit(post.number, Said(text, post.said.language))
    return Reply(question.view.comment(question.world.post(post.number)))


async def delete(question: Question) -> Reply:
    """Deletes a comment of the caller's, or one on a video of theirs."""
    post = _there(question, question.needed("id"))
    if question.caller.number not in (post.author, _owner(question, post)):
        raise forbidden()
    question.world.delete(post.number)
    return Reply(None, 204)


async def moderate(question: Question) -> Reply:
    """Hides comments on the caller's videos, for good or until a decision, or shows them again."""
    told = question.needed("moderationStatus")
    if told not in tuple(Moderation):
        raise invalid("invalidModerationStatus", "The status is not valid.", "moderationStatus")
    posts = [_any(question, one) for one in question.ids()]
    if not posts:
        raise missing_parameter("id")
    if any(_owner(question, post) != question.caller.number for post in posts):
        raise forbidden("The comment cannot be moderated due to insufficient permissions.")
    for post in posts:
        _stand(question, post, Moderation(told))
    return Reply(None, 204)


async def mark_as_spam(question: Question) -> Reply:
    """Says that comments are spam; on the caller's videos they are held."""
    for told in question.ids():
        post = _there(question, told)
        if _owner(question, post) == question.caller.number:
            _stand(question, post, Moderation.HELD)
    return Reply(None, 204)


def _stand(question: Question, post: SimPost, status: Moderation) -> None:
    if status is Moderation.REJECTED:
        question.kept.rejected.add(post.number)
    else:
        question.kept.rejected.discard(post.number)
    hidden = status is not Moderation.PUBLISHED
    if hidden != post.hidden:
        question.world.hide(post.number, hidden=hidden)


def _tops(question: Question, key: Key, before: int) -> Iterator[SimPost]:
    """Yields the comments of a list that stand on videos, newest first."""
    wanted = question.query.get("moderationStatus", Moderation.PUBLISHED.value)
    words = [fold(word) for word in question.query.get("searchTerms", "").split()]
    owner = 0 if key[1] == "replies" else int(key[2])
    for post in question.world.newest(NETWORK, key[1], key[2], before=before):
        if post.kind is not PostKind.COMMENT or post.reply_to != post.root:
            continue
        elsewhere = owner and question.world.columns.row(post.root).author != owner
        if elsewhere or question.kept.moderation_of(post) != wanted:
            continue
        text = fold(post.said.text)
        if question.kept.is_shown(question.grant.account, post) and all(w in text for w in words):
            yield post


def _key(question: Question) -> Key:
    """Returns the list of the world a question means. Raises `Refusal`."""
    query, kept, viewer = question.query, question.kept, question.grant.account
    held = query.get("moderationStatus", "published") != "published"
    if told := query.get("videoId", ""):
        video = kept.video(told, viewer)
        if video is None:
            raise missing("videoNotFound", "video", "videoId")
        if held and video.author != viewer:
            raise forbidden()
        return NETWORK, "replies", video.number
    told = query.get("allThreadsRelatedToChannelId", "") or query.get("channelId", "")
    if not told:
        raise missing_parameter("allThreadsRelatedToChannelId, channelId, id, videoId")
    account = kept.account(told)
    if account is None:
        raise missing("channelNotFound", "channel", "allThreadsRelatedToChannelId")
    if held and account.number != viewer:
        raise forbidden()
    return NETWORK, "mentions", account.number


def _comment(question: Question, told: str) -> SimPost | None:
    return question.kept.comment(told, question.grant.account)


def _there(question: Question, told: str, parameter: str = "id") -> SimPost:
    post = _comment(question, told)
    if post is None:
        raise missing("commentNotFound", "comment", parameter)
    return post


def _any(question: Question, told: str) -> SimPost:
    """Returns a comment, rejected ones as well: they can be shown again."""
    post = question.kept.any_comment(told)
    if post is None:
        raise missing("commentNotFound", "comment")
    return post


def _is_published(question: Question, post: SimPost) -> bool:
    return question.kept.is_shown(question.grant.account, post) and not post.hidden


def _owner(question: Question, post: SimPost) -> int:
    return question.world.columns.row(post.root).author


def _published(question: Question, text: str, reply_to: int) -> int:
    caller = question.caller
    return question.world.publish(
        caller.number, Said(text, caller.language), kind=PostKind.COMMENT, reply_to=reply_to
    )


def _snippet(body: Json) -> Json:
    told = body.get("snippet")
    return told if isinstance(told, dict) else {}


def _text(question: Question, snippet: Json) -> str:
    text = str(snippet.get("textOriginal") or "").strip()
    if not text:
        raise invalid("commentTextRequired", "The resource must have a text.", "body")
    if len(text) > question.site.limits.comment_length:
        raise invalid("commentTextTooLong", "The text of the comment is too long.", "body")
    return text
