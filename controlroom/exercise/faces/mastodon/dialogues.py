"""Direct messages: dialogues, the one with the latest message first. A dialogue is a thread."""

from collections.abc import Iterator

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.ids import pair_id, pair_in
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.problems import not_found
from controlroom.exercise.faces.mastodon.view import View, status_id
from controlroom.exercise.world.post import SimPost

Json = dict[str, object]
_PATH = "/api/v1/conversations"


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", _PATH, dialogues, "read:statuses"),
        Call("POST", f"{_PATH}/{{id}}/read", read, "write:conversations"),
        Call("DELETE", f"{_PATH}/{{id}}", close, "write:conversations"),
    ]


async def dialogues(question: Question) -> Reply:
    """The caller's dialogues; pages go on by their latest messages."""
    at = question.stretch()
    latest = (
        post
        for post in _latest(question)
        if post.number > at.after and not (at.before and post.number >= at.before)
    )
    taken = at.taken(latest)
    told = [dialogue(question.view, post, question.viewer) for post in taken]
    for one, post in zip(told, taken, strict=True):
        one["unread"] = _unread(question, post)
    ids = [status_id(post) for post in taken]
    return Reply(told, headers=question.links(ids, full=len(ids) == at.limit))


async def read(question: Question) -> Reply:
    """Marks a dialogue as read."""
    post = _named(question)
    question.kept.closed["read", question.viewer, _root(post)] = post.number
    told = dialogue(question.view, post, question.viewer)
    return Reply(told | {"unread": False})


async def close(question: Question) -> Reply:
    """Takes a dialogue out of the list until something new is said in it."""
    post = _named(question)
    question.kept.closed["closed", question.viewer, _root(post)] = post.number
    return Reply({})


def dialogue(view: View, latest: SimPost, viewer: int) -> Json:
    """Returns a dialogue as somebody sees it."""
    status = view.status(latest)
    other = latest.to if latest.author == viewer else latest.author
    account = view.account(view.world.account(other))
    return {
        "id": pair_id(viewer, _root(latest)), "unread": latest.author != viewer,
        "accounts": [account], "last_status": status,
    }  # fmt: skip


def _latest(question: Question) -> Iterator[SimPost]:
    """Yields the latest message of each dialogue, newest first."""
    met: set[int] = set()
    for post in question.world.newest(NETWORK, "messages", question.caller.number):
        root = _root(post)
        if root in met:
            continue
        met.add(root)
        if post.number > question.kept.closed.get(("closed", question.viewer, root), 0):
            yield post


def _named(question: Question) -> SimPost:
    owner, root = pair_in(question.request.match_info["id"])
    found = (post for post in _latest(question) if _root(post) == root)
    post = next(found, None) if owner == question.viewer else None
    if post is None:
        raise not_found()
    return post


def _root(post: SimPost) -> int:
    return post.root or post.number


def _unread(question: Question, post: SimPost) -> bool:
    read_up_to = question.kept.closed.get(("read", question.viewer, _root(post)), 0)
    return post.author != question.viewer and post.number > read_up_to
