"""Searching: posts by their words, accounts by their names, hashtags."""

import re
from collections.abc import Iterator
from itertools import islice

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.markup import tag_url
from controlroom.exercise.faces.mastodon.paging import limit_of
from controlroom.exercise.faces.mastodon.problems import Refusal, unauthorized
from controlroom.exercise.faces.mastodon.view import account_of
from controlroom.exercise.world import Account
from controlroom.exercise.world.post import SimPost
from controlroom.model.query.fold import fold

_MOST = 40
_WORD = re.compile(r"\w+", re.UNICODE)
_FARTHEST = 20_000
"""Posts a search looks back through."""


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", "/api/v2/search", search),
        Call("GET", "/api/v1/accounts/search", accounts, "read:accounts"),
        Call("GET", "/api/v1/tags/{tag}", tag),
    ]


async def search(question: Question) -> Reply:
    """Everything at once, or one kind."""
    sent = question.sent
    if "q" not in sent:
        raise Refusal(400, "Missing parameter: q")
    if (sent.flag("resolve") or sent.whole("offset")) and not question.viewer:
        raise unauthorized()
    kind, words = sent.text("type"), sent.text("q").strip()
    told: dict[str, object] = {"accounts": [], "statuses": [], "hashtags": []}
    if kind in ("", "accounts"):
        told["accounts"] = _accounts(question, words)
    if kind in ("", "statuses") and question.viewer:
        told["statuses"] = question.view.statuses(_page(question, _statuses(question, words)))
    if kind in ("", "hashtags"):
        told["hashtags"] = _tags(question, words)
    return Reply(told)


async def accounts(question: Question) -> Reply:
    """Accounts by their names."""
    return Reply(_accounts(question, question.sent.text("q").strip()))


async def tag(question: Question) -> Reply:
    """A hashtag."""
    return Reply(_tag(question, question.request.match_info["tag"]))


def _statuses(question: Question, words: str) -> Iterator[SimPost]:
    at, view = question.stretch(), question.view
    author = account_of(question.kept, question.sent.text("account_id"))
    wanted = [fold(word) for word in _WORD.findall(words)]
    if not wanted:
        return
    newest = question.world.newest(NETWORK, "public", before=at.before, after=at.after)
    for looked, post in enumerate(newest):
        if looked >= _FARTHEST:
            return
        text = fold(post.said.text)
        found = all(word in text for word in wanted) and set(wanted) <= set(_WORD.findall(text))
        by = author is None or author.number == post.author
        if found and by and view.is_shown(post):
            yield post


def _page(question: Question, found: Iterator[SimPost]) -> Iterator[SimPost]:
    begin = max(0, question.sent.whole("offset"))
    return islice(found, begin, begin + limit_of(question.query, 20, _MOST))


def _accounts(question: Question, words: str) -> list[dict[str, object]]:
    exact = question.kept.account(words)
    part = fold(words.removeprefix("@").partition("@")[0])
    like = (one for one in question.world.accounts.values() if _fits(one, part)) if part else ()
    found = {one.number: one for one in (exact, *islice(like, _MOST)) if one is not None}
    most = limit_of(question.query, 20, _MOST)
    return [question.view.account(one) for one in islice(found.values(), most)]


def _fits(account: Account, part: str) -> bool:
    if account.network != NETWORK:
        return False
    return account.handle.casefold().startswith(part) or part in fold(account.name)


def _tags(question: Question, words: str) -> list[dict[str, object]]:
    name = words.removeprefix("#")
    there = question.world.lists.count((NETWORK, "tag", fold(name)))
    return [_tag(question, name)] if there else []


def _tag(question: Question, name: str) -> dict[str, object]:
    name = name.casefold()
    uses = question.world.lists.count((NETWORK, "tag", fold(name)))
    today = question.world.clock.now_ms() // 86_400_000 * 86_400
    history = [{"day": str(today), "uses": str(uses), "accounts": str(uses)}]
    return {
        "id": name, "name": name, "url": tag_url(name), "history": history, "following": False,
        "featuring": False,
    }  # fmt: skip
