"""Posts by their ids: alone, several at once, with what is around them, as they once were."""

from collections.abc import Iterator

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.markup import written
from controlroom.exercise.faces.mastodon.moments import written_ms
from controlroom.exercise.faces.mastodon.problems import Refusal, invalid, not_found
from controlroom.exercise.faces.mastodon.view import View, post_of
from controlroom.exercise.world import Denied
from controlroom.exercise.world.post import Poll, Said, SimPost

Json = dict[str, object]
_STATUS = "/api/v1/statuses/{id}"
_AT_ONCE = 20
_DEEPEST = 4096


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", "/api/v1/statuses", several),
        Call("GET", _STATUS, status),
        Call("GET", f"{_STATUS}/context", context),
        Call("GET", f"{_STATUS}/history", history),
        Call("GET", f"{_STATUS}/source", source, "read:statuses"),
        Call("GET", f"{_STATUS}/reblogged_by", reblogged_by),
        Call("GET", f"{_STATUS}/favourited_by", favourited_by),
        Call("GET", "/api/v1/polls/{id}", poll),
        Call("POST", "/api/v1/polls/{id}/votes", vote, "write:statuses"),
    ]


async def several(question: Question) -> Reply:
    """Up to 20 posts; those that are not there are left out."""
    ids = [str(one) for one in question.sent.listed("id")]
    if len(ids) > _AT_ONCE:
        raise Refusal(422, f"Too many IDs (maximum {_AT_ONCE})")
    found = (post_of(question.kept, told) for told in dict.fromkeys(ids))
    shown = (post for post in found if post is not None and question.view.is_shown(post))
    return Reply(question.view.statuses(shown))


async def status(question: Question) -> Reply:
    """One post."""
    return Reply(question.view.status(question.post()))


async def context(question: Question) -> Reply:
    """What a post answers, and what answers it."""
    post, view = question.post(), question.view
    before = [one for one in _ancestors(question, post) if view.is_shown(one)]
    after = (one for one in _descendants(question, post) if view.is_shown(one))
    told = {"ancestors": [view.status(one) for one in reversed(before)]}
    return Reply(told | {"descendants": [view.status(one) for one in after]})


async def history(question: Question) -> Reply:
    """What a post said, the first version first."""
    post, view = question.post(), question.view
    moments = (post.created_ms, *(post.edits_ms or (post.edited_ms,)))
    versions = (*post.earlier, post.said)
    pairs = zip(versions, moments, strict=False)
    return Reply([_version(view, post, said, ms) for said, ms in pairs])


async def source(question: Question) -> Reply:
    """The words of a post as they were written."""
    post = question.post()
    told = {"id": question.request.match_info["id"], "text": post.said.text}
    return Reply(told | {"spoiler_text": post.said.warning})


async def reblogged_by(question: Question) -> Reply:
    """Those of the force who passed it on; of the crowd only numbers are known."""
    return _marked_by(question, "reblogged")


async def favourited_by(question: Question) -> Reply:
    """Those of the force who like it."""
    return _marked_by(question, "favourited")


async def poll(question: Question) -> Reply:
    """A poll by itself."""
    number, asked = _poll(question)
    return Reply(question.view.poll(number, asked))


async def vote(question: Question) -> Reply:
    """Votes, once."""
    number, asked = _poll(question)
    chosen = question.sent.listed("choices")
    if question.world.clock.now_ms() >= asked.closes_ms:
        raise invalid("The poll has already ended")
    if len(chosen) != 1 or str(chosen[0]) not in map(str, range(len(asked.options))):
        raise invalid("The chosen vote option does not exist")
    if (question.viewer, number) in question.kept.votes:
        raise invalid("You have already voted on this poll")
    question.kept.votes[question.viewer, number] = (int(chosen[0]),)
    return Reply(question.view.poll(number, asked))


def _ancestors(question: Question, post: SimPost) -> Iterator[SimPost]:
    """Yields what it answers, what that answers, and so on."""
    for _ in range(_DEEPEST):
        if not post.reply_to:
            return
        try:
            post = question.world.post(post.reply_to)
        except Denied:
            return
        yield post


def _descendants(question: Question, post: SimPost) -> Iterator[SimPost]:
    """Yields what answers it, each answer before what answers that."""
    below: dict[int, list[SimPost]] = {}
    for one in question.world.thread(post.root or post.number):
        below.setdefault(one.reply_to, []).append(one)
    waiting = list(reversed(below.get(post.number, [])))
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(below.get(one.number, []))


def _version(view: View, post: SimPost, said: Said, ms: int) -> Json:
    return {
        "content": written(said.text, lambda _: None).html, "spoiler_text": said.warning,
        "sensitive": bool(said.warning), "created_at": written_ms(ms), "emojis": [],
        "account": view.account(view.world.account(post.author)),
        "media_attachments": view.attachments(said), "quote": None,
        "poll": {"options": [{"title": one} for one in said.poll.options]} if said.poll else None,
    }  # fmt: skip


def _marked_by(question: Question, mark: str) -> Reply:
    number = question.post().number
    whose = [who for who, of in question.kept.marked(mark) if of == number]
    return Reply([question.view.account(question.world.account(one)) for one in sorted(whose)])


def _poll(question: Question) -> tuple[int, Poll]:
    told = question.request.match_info["id"]
    post = question.world.post(int(told)) if told.isdecimal() else None
    if post is None or post.network != NETWORK or not question.view.is_shown(post):
        raise not_found()
    if post.said.poll is None:
        raise not_found()
    return post.number, post.said.poll
