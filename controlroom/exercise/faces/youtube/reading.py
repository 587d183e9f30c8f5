"""Reading channels, their videos, and what a search finds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

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
from controlroom.exercise.faces.youtube.problems import (
    forbidden,
    invalid,
    missing,
    missing_parameter,
)
from controlroom.exercise.world import Account
from controlroom.exercise.world.post import SimPost
from controlroom.model.query.fold import Token, fold, tokens

_ROOT = "/youtube/v3"


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", f"{_ROOT}/channels", channels),
        Call("GET", f"{_ROOT}/playlistItems", uploads),
        Call("GET", f"{_ROOT}/videos", videos),
        Call("GET", f"{_ROOT}/videos/getRating", rating, signed=True),
        Call("GET", f"{_ROOT}/search", search, "search"),
    ]


async def channels(question: Question) -> Reply:
    """Channels by id, by handle, or the caller's."""
    query, kept = question.query, question.kept
    if query.get("mine") == "true":
        named = [question.caller]
    elif handle := query.get("forHandle", ""):
        named = _there([question.world.by_handle(NETWORK, handle)])
    elif "id" in query:
        named = _there(kept.account(told) for told in question.ids())
    else:
        raise missing_parameter("forHandle, id, mine")
    view = question.view
    return Reply(listing("channel", [view.channel(one) for one in named]))


async def uploads(question: Question) -> Reply:
    """What a channel uploaded, the latest first."""
    told = question.needed("playlistId")
    account = question.kept.account(told) if told.startswith("UU") else None
    if account is None:
        raise missing("playlistNotFound", "playlist", "playlistId")
    most, before = question.most(5, 0, 50), place_in(question.query.get("pageToken", ""))
    everything = list(_visible(question, question.kept.uploads(account.number)))
    if not everything:
        raise missing("playlistNotFound", "playlist", "playlistId")
    rest = [post for post in everything if not before or post.number < before]
    page, more = page_of(rest, most)
    first = len(everything) - len(rest)
    items = [question.view.listed(post, first + at) for at, post in enumerate(page)]
    following = place_at(page[-1].number) if more and page else ""
    return Reply(listing("playlistItem", items, following, len(everything)))


async def videos(question: Question) -> Reply:
    """Videos by id, in the order asked for."""
    if "id" not in question.query:
        raise missing_parameter("chart, id, myRating")
    viewer, view = question.grant.account, question.view
    found = [question.kept.video(told, viewer) for told in question.ids()]
    return Reply(listing("video", [view.video(post) for post in found if post is not None]))


async def rating(question: Question) -> Reply:
    """What the caller thinks of videos."""
    caller, kept = question.caller.number, question.kept
    found = {told: kept.video(told, caller) for told in question.ids()}
    items = [
        {"videoId": told, "rating": "like" if (caller, post.number) in kept.rated else "none"}
        for told, post in found.items()
        if post is not None
    ]
    return Reply({"kind": "youtube#videoGetRatingResponse", "items": items})


async def search(question: Question) -> Reply:
    """Videos that hold all the words, the latest first."""
    query = question.query
    if query.get("type", "video") != "video":
        return Reply(listing("search", []))
    if query.get("forMine") == "true" and not question.grant.account:
        raise forbidden()
    most, before = question.most(5, 0, 50), place_in(query.get("pageToken", ""))
    page, more = page_of(_found(question, before), most)
    items = [question.view.found(post) for post in page]
    following = place_at(page[-1].number) if more and page else ""
    return Reply(listing("search", items, following) | {"regionCode": "GB"})


def _found(question: Question, before: int) -> Iterator[SimPost]:
    query = question.query
    wanted = {_plain(token) for token in tokens(query.get("q", ""))}
    channel = query.get("channelId", "")
    account = question.kept.account(channel)
    after_ms, until_ms = (_ms(query, name) for name in ("publishedAfter", "publishedBefore"))
    if channel and account is None:
        return
    every = question.kept.uploads(account.number, before) if account else None
    for post in _visible(question, every or question.kept.videos(before)):
        held = {_plain(token) for token in tokens(post.said.text)}
        public = question.kept.privacy_of(post) == "public"
        in_time = post.created_ms >= after_ms and (not until_ms or post.created_ms < until_ms)
        if public and in_time and wanted <= held:
            yield post


def _there(accounts: Iterable[Account | None]) -> list[Account]:
    return [one for one in accounts if one is not None]


def _plain(token: Token) -> str:
    return fold(token.text)


def _ms(query: Mapping[str, str], name: str) -> int:
    told = query.get(name, "")
    if not told:
        return 0
    try:
        return round(datetime.fromisoformat(told).timestamp() * 1000)
    except ValueError:
        raise invalid("invalidSearchFilter", f"Invalid value for {name}", name) from None


def _visible(question: Question, posts: Iterator[SimPost]) -> Iterator[SimPost]:
    viewer = question.grant.account
    return (post for post in posts if question.kept.sees(viewer, post))
