"""Live broadcasts and the chats beside them."""

from datetime import datetime
from typing import Any

from controlroom.exercise.faces.youtube.calls import (
    Call,
    Question,
    Reply,
    listing,
    place_at,
    place_in,
)
from controlroom.exercise.faces.youtube.doors import NETWORK
from controlroom.exercise.faces.youtube.ids import (
    chat_id,
    message_id,
    number_of_message,
    video_of_chat,
)
from controlroom.exercise.faces.youtube.kept import Broadcast, Stage
from controlroom.exercise.faces.youtube.problems import Refusal, forbidden, invalid, missing
from controlroom.exercise.faces.youtube.text import text_of
from controlroom.exercise.faces.youtube.view import moment
from controlroom.exercise.world import PostKind, Said
from controlroom.exercise.world.post import SimPost

Json = dict[str, Any]
_BROADCASTS = "/youtube/v3/liveBroadcasts"
_MESSAGES = "/youtube/v3/liveChat/messages"
_ORDER = tuple(Stage)
_ASKED = {
    "active": (Stage.LIVE,), "upcoming": (Stage.CREATED, Stage.TESTING),
    "completed": (Stage.COMPLETE,), "all": _ORDER,
}  # fmt: skip
_DELETIONS = 1 << 20
"""A place tells the last message and, below this, how many deletions were told."""


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", _BROADCASTS, broadcasts, signed=True),
        Call("POST", _BROADCASTS, insert, "write", signed=True),
        Call("POST", f"{_BROADCASTS}/transition", transition, "write", signed=True),
        Call("DELETE", _BROADCASTS, delete, "write", signed=True),
        Call("GET", _MESSAGES, messages, "chat"),
        Call("POST", _MESSAGES, say, "message", signed=True),
        Call("DELETE", _MESSAGES, take_back, "write", signed=True),
    ]


async def broadcasts(question: Question) -> Reply:
    """The caller's broadcasts."""
    caller, kept = question.caller.number, question.kept
    stages = _ASKED.get(question.query.get("broadcastStatus", "all"), ())
    ids, view = question.ids(), question.view
    numbers = [one for one, live in kept.broadcasts.items() if live.stage in stages]
    posts = [question.world.post(one) for one in reversed(numbers)]
    own = [post for post in posts if post.author == caller and not post.deleted_ms]
    told = [view.broadcast(post, kept.broadcasts[post.number]) for post in own]
    return Reply(listing("liveBroadcast", [one for one in told if not ids or one["id"] in ids]))


async def insert(question: Question) -> Reply:
    """Announces a broadcast."""
    body = await question.body()
    snippet = _snippet(body)
    title = str(snippet.get("title") or "")
    if not title or len(title) > question.site.limits.title_length:
        raise invalid("titleRequired", "The title is empty or too long.", "body.snippet.title")
    try:
        starts = datetime.fromisoformat(str(snippet.get("scheduledStartTime")))
    except ValueError:
        text = "The scheduled start time is required."
        raise invalid("scheduledStartTimeRequired", text, "body.snippet") from None
    said = Said(text_of(title, str(snippet.get("description") or "")), question.caller.language)
    live = Broadcast(scheduled_ms=round(starts.timestamp() * 1000))
    number = question.world.publish(question.caller.number, said, kind=PostKind.VIDEO)
    question.kept.broadcasts[number] = live
    privacy = (body.get("status") or {}).get("privacyStatus")
    if privacy in ("private", "unlisted"):
        question.kept.privacy[number] = privacy, 0
    return Reply(question.view.broadcast(question.world.post(number), live))


async def transition(question: Question) -> Reply:
    """Begins a broadcast, or ends it."""
    post, live = _own(question)
    told = question.needed("broadcastStatus")
    known = (Stage.TESTING, Stage.LIVE, Stage.COMPLETE)
    stage = next((one for one in known if one == told), None)
    if stage is None or _ORDER.index(stage) <= _ORDER.index(live.stage):
        text = "The live broadcast can't transition from its current status to the requested one."
        raise Refusal(403, "invalidTransition", text, "youtube.liveBroadcast")
    live.stage, now = stage, question.world.clock.now_ms()
    live.began_ms = now if stage is Stage.LIVE else live.began_ms
    live.ended_ms = now if stage is Stage.COMPLETE else 0
    return Reply(question.view.broadcast(post, live))


async def delete(question: Question) -> Reply:
    """Deletes a broadcast."""
    question.world.delete(_own(question)[0].number)
    return Reply(None, 204)


async def messages(question: Question) -> Reply:
    """What was said in a chat since the place that was told last time."""
    post, live = _chat(question, question.needed("liveChatId"))
    most = question.most(500, 200, 2000)
    place = place_in(question.query.get("pageToken", ""))
    after, told_gone = divmod(place, _DELETIONS)
    new = [one for one in _said_in(question, post) if one.number > after]
    shown = new[-most:] if not place else new[:most]
    gone = live.gone[told_gone:] if place else []
    items = [question.view.message(one) for one in shown]
    items += [_deleted(question, post, one) for one in gone if one <= after]
    last = shown[-1].number if shown else after
    following = place_at(last * _DELETIONS + len(live.gone))
    body = listing("liveChatMessage", items, following)
    over = {"offlineAt": moment(live.ended_ms)} if live.stage is Stage.COMPLETE else {}
    return Reply(body | {"pollingIntervalMillis": question.site.limits.chat_pause_ms} | over)


async def say(question: Question) -> Reply:
    """Says something in a chat."""
    snippet = _snippet(await question.body())
    post, _ = _chat(question, str(snippet.get("liveChatId", "")))
    details = snippet.get("textMessageDetails")
    text = str(details.get("messageText", "")) if isinstance(details, dict) else ""
    if not text.strip() or len(text) > question.site.limits.message_length:
        raise invalid("messageTextInvalid", "The message text is not valid.", "body")
    caller = question.caller
    # What is no comment but stands below a broadcast was said in its chat.
    number = question.world.publish(
        caller.number, Said(text, caller.language), kind=PostKind.STATUS, reply_to=post.number
    )
    return Reply(question.view.message(question.world.post(number)))


async def take_back(question: Question) -> Reply:
    """Deletes a message from a chat of the caller's."""
    number = number_of_message(question.needed("id"))
    if not 1 <= number <= len(question.world.columns) or question.world.is_gone(number):
        raise missing("liveChatMessageNotFound", "live chat message")
    post = question.world.post(number)
    live = question.kept.broadcasts.get(post.root)
    if live is None or post.kind is not PostKind.STATUS:
        raise missing("liveChatMessageNotFound", "live chat message")
    if question.world.post(post.root).author != question.caller.number:
        raise forbidden()
    question.world.delete(number)
    live.gone.append(number)
    return Reply(None, 204)


def _said_in(question: Question, video: SimPost) -> list[SimPost]:
    world = question.world
    numbers = world.lists.numbers((NETWORK, "replies", video.number))
    said = [one for one in numbers if world.kind(one) is PostKind.STATUS]
    return [world.post(one) for one in said if not world.is_gone(one)]


def _deleted(question: Question, video: SimPost, number: int) -> Json:
    now = question.world.clock.now_ms()
    return {
        "kind": "youtube#liveChatMessage", "etag": "", "id": f"{message_id(number)}-gone",
        "snippet": {
            "type": "messageDeletedEvent", "liveChatId": chat_id(video.number),
            "publishedAt": moment(now), "hasDisplayContent": False,
            "messageDeletedDetails": {"deletedMessageId": message_id(number)},
        },
    }  # fmt: skip


def _chat(question: Question, told: str) -> tuple[SimPost, Broadcast]:
    number = video_of_chat(told)
    live = question.kept.broadcasts.get(number)
    if live is None:
        raise missing("liveChatNotFound", "live chat", "liveChatId")
    post = question.world.post(number)
    if post.deleted_ms or (live.stage is Stage.COMPLETE and not question.query.get("pageToken")):
        text = "The specified live chat is no longer live."
        raise Refusal(403, "liveChatEnded", text, "youtube.liveChat")
    return post, live


def _own(question: Question) -> tuple[SimPost, Broadcast]:
    told = question.needed("id")
    post = question.kept.video(told, question.caller.number)
    live = question.kept.broadcasts.get(post.number) if post else None
    if post is None or live is None:
        raise missing("liveBroadcastNotFound", "live broadcast")
    if post.author != question.caller.number:
        raise forbidden()
    return post, live


def _snippet(body: Json) -> Json:
    told = body.get("snippet")
    return told if isinstance(told, dict) else {}
