"""Timelines: what somebody published, what names them, what those write whom they follow; lists."""

from collections.abc import Iterator, Sequence
from heapq import merge

from controlroom.exercise.faces.x.calls import Call, Question, Reply
from controlroom.exercise.faces.x.ids import id_at
from controlroom.exercise.faces.x.problems import missing, not_valid
from controlroom.exercise.faces.x.stretch import STRETCH, TURNS, Stretch, stretch_of, turned
from controlroom.exercise.faces.x.view import NETWORK
from controlroom.exercise.world import PostKind, World

LISTS = ("force", "press", "council", "service")
"""Kinds of account of which there is a list each; together they are whom a profile follows."""
_LISTS_SINCE_MS = 1_609_459_200_000
_READ = frozenset(("tweet.read", "users.read"))


def calls() -> list[Call]:
    """Returns what may be asked."""
    known = STRETCH | TURNS | {"exclude"}
    users = "/2/users/{id}"
    return [
        Call("GET", f"{users}/timelines/reverse_chronological", "home", home, _READ,
             parameters=known, fields=True),
        Call("GET", f"{users}/mentions", "mentions", mentions, _READ, app=True,
             parameters=STRETCH | TURNS, fields=True),
        Call("GET", f"{users}/tweets", "posts", posts, _READ, app=True,
             parameters=known, fields=True),
        Call("GET", "/2/lists/{id}/tweets", "list", in_list, _READ | {"list.read"}, app=True,
             parameters=TURNS, fields=True),
        Call("GET", f"{users}/owned_lists", "lists", owned_lists, _READ | {"list.read"}, app=True,
             parameters=TURNS | {"list.fields", "expansions", "user.fields"}),
    ]  # fmt: skip


async def home(question: Question) -> Reply:
    """What those write whom the caller follows, and the caller."""
    caller = question.own()
    most = question.whole("max_results", 1, 100, 100)
    followed = (one for kind in LISTS for one in question.site.of_kind(kind))
    whose = {*followed, caller.number}
    numbers = written_by(question.world, sorted(whose), stretch_of(question))
    return _told(question, numbers, most)


async def mentions(question: Question) -> Reply:
    """What names an account, as far back as X goes."""
    most = question.whole("max_results", 5, 100, 10)
    return _list_of(question, "mentions", question.site.limits.mentions_back, most)


async def posts(question: Question) -> Reply:
    """What an account published, as far back as X goes."""
    most = question.whole("max_results", 5, 100, 10)
    return _list_of(question, "posts", question.site.limits.posts_back, most)


async def in_list(question: Question) -> Reply:
    """What the members of a list publish."""
    most = question.whole("max_results", 1, 100, 100)
    told = question.id("id")
    kind = next((one for one in LISTS if list_id(one) == told), None)
    if kind is None:
        return Reply({"errors": [missing("list", "id", told)]})
    whose = question.site.of_kind(kind)
    return _told(
        question, written_by(question.world, whose, stretch_of(question)), most, ends=False
    )


async def owned_lists(question: Question) -> Reply:
    """The lists there are: they belong to everybody here, so that every profile finds them."""
    told = question.id("id")
    if question.site.account(told) is None:
        return Reply({"errors": [missing("user", "id", told)]})
    lists = [{"id": list_id(kind), "name": f"Westmarch {kind}"} for kind in LISTS]
    return Reply({"data": lists, "meta": {"result_count": len(lists)}})


def list_id(kind: str) -> str:
    """Returns the id of the list of a kind of account."""
    return id_at(_LISTS_SINCE_MS, LISTS.index(kind) + 1)


def written_by(world: World, whose: Sequence[int], stretch: Stretch) -> Iterator[int]:
    """Yields what these accounts wrote, newest first."""
    before, after = stretch.before, stretch.after
    lists = (world.lists.newest_first((NETWORK, "posts", one), before, after) for one in whose)
    return merge(*lists, reverse=True)


def _list_of(question: Question, what: str, back: int, most: int) -> Reply:
    told = question.id("id")
    account = question.site.account(told)
    if account is None:
        return Reply({"errors": [missing("user", "id", told)]})
    key, asked = (NETWORK, what, account.number), stretch_of(question)
    held = question.world.lists.numbers(key)
    reach = held[-back - 1] if len(held) > back else 0
    numbers = question.world.lists.newest_first(key, asked.before, max(asked.after, reach))
    return _told(question, numbers, most)


def _told(question: Question, numbers: Iterator[int], most: int, *, ends: bool = True) -> Reply:
    page, meta = turned(_wanted(question, numbers), question, most)
    kept = meta if ends else {k: v for k, v in meta.items() if k not in ("newest_id", "oldest_id")}
    return Reply(page.envelope() | {"meta": kept})


def _wanted(question: Question, numbers: Iterator[int]) -> Iterator[int]:
    """Leaves out the replies or reposts that are to be left out."""
    told = question.query.get("exclude", "")
    out = set(told.split(",")) if told else set()
    for one in out - {"replies", "retweets"}:
        raise not_valid("exclude", one)
    if not out:
        return numbers
    return (number for number in numbers if not _left_out(question.world, number, out))


def _left_out(world: World, number: int, out: set[str]) -> bool:
    post = world.post(number)
    is_repost = post.kind is PostKind.REPOST
    return ("replies" in out and bool(post.reply_to)) or ("retweets" in out and is_repost)
