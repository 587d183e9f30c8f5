"""News for somebody: who named them, in the open or in a direct message."""

from itertools import chain

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.paging import newest, numbered
from controlroom.exercise.faces.mastodon.problems import not_found
from controlroom.exercise.world.lists import Key
from controlroom.exercise.world.post import SimPost

_PATH = "/api/v1/notifications"
_MOST = 80


def calls() -> list[Call]:
    """Returns what may be asked."""
    scope, write = "read:notifications", "write:notifications"
    return [
        Call("GET", _PATH, notifications, scope),
        Call("GET", f"{_PATH}/unread_count", unread, scope),
        Call("POST", f"{_PATH}/clear", clear, write),
        Call("GET", f"{_PATH}/{{id}}", notification, scope),
        Call("POST", f"{_PATH}/{{id}}/dismiss", dismiss, write),
    ]


async def notifications(question: Question) -> Reply:
    """Who named the caller; other kinds of news do not happen here."""
    at = numbered(question.query, 40, _MOST)
    posts = map(question.world.post, newest(question.world, _lists(question), at))
    told = at.taken(post for post in posts if _is_news(question, post)) if _wants(question) else []
    view = question.view
    headers = question.links([str(post.number) for post in told], full=len(told) == at.limit)
    return Reply([view.notification(post) for post in told], headers=headers)


async def notification(question: Question) -> Reply:
    """One of them."""
    return Reply(question.view.notification(_one(question)))


async def dismiss(question: Question) -> Reply:
    """Takes one away."""
    question.kept.marked("dismissed").add((question.viewer, _one(question).number))
    return Reply({})


async def clear(question: Question) -> Reply:
    """Takes all away."""
    key = ("cleared", question.viewer, 0)
    question.kept.closed[key] = len(question.world.columns)
    return Reply({})


async def unread(question: Question) -> Reply:
    """How many there are, as far as Mastodon counts."""
    at = numbered(question.query, 100, 1000)
    posts = map(question.world.post, newest(question.world, _lists(question), at))
    return Reply({"count": len(at.taken(post for post in posts if _is_news(question, post)))})


def _one(question: Question) -> SimPost:
    told = question.request.match_info["id"]
    post = question.world.post(int(told)) if told.isdecimal() else None
    if post is None or not _is_news(question, post):
        raise not_found()
    if post.to != question.viewer and not question.kept.names(post.number, question.viewer):
        raise not_found()
    return post


def _lists(question: Question) -> list[Key]:
    caller = question.caller.number
    return [(NETWORK, "mentions", caller), (NETWORK, "messages", caller)]


def _is_news(question: Question, post: SimPost) -> bool:
    viewer, kept = question.viewer, question.kept
    gone = (viewer, post.number) in kept.marked("dismissed")
    cleared = post.number <= kept.closed.get(("cleared", viewer, 0), 0)
    own = post.author == viewer
    return not (gone or cleared or own or kept.hides(viewer, post.author)) and (
        question.view.is_shown(post)
    )


def _wants(question: Question) -> bool:
    """Whether the kinds asked for hold mentions."""
    sent = question.sent
    kinds = [str(kind) for kind in chain(sent.listed("types"))]
    without = [str(kind) for kind in sent.listed("exclude_types")]
    return (not kinds or "mention" in kinds) and "mention" not in without
