"""Searching posts: words, "phrases", hashtags, who wrote, whom it names, language, when."""

import asyncio
import re
from dataclasses import dataclass, field

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply
from controlroom.exercise.faces.bluesky.moments import read_ms
from controlroom.exercise.faces.bluesky.paging import cursor_below, merged, start_of
from controlroom.exercise.faces.bluesky.problems import invalid
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import PostKind, SimPost
from controlroom.exercise.world.world import FARTHEST_SEARCH
from controlroom.model.query.fold import fold

_PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_AT_ONCE = 200
"""Posts looked at before others have their turn."""


@dataclass(slots=True)
class Wanted:
    """What a post has to have; `author` and `named` are 0 for anybody, -1 for nobody."""

    phrases: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    author: int = 0
    named: int = 0
    language: str = ""
    domain: str = ""
    since_ms: int = 0
    until_ms: int = 0

    def fits(self, question: Question, post: SimPost) -> bool:
        """Whether a post is wanted."""
        if post.kind is PostKind.REPOST or (self.author and post.author != self.author):
            return False
        if self.language and post.said.language != self.language:
            return False
        if self.until_ms and post.created_ms >= self.until_ms:
            return False
        holds = question.world.lists.holds
        if any(not holds((NETWORK, "tag", tag), post.number) for tag in self.tags):
            return False
        if self.named and not holds((NETWORK, "mentions", self.named), post.number):
            return False
        return self._says(post.said.text)

    def _says(self, said: str) -> bool:
        if self.domain and self.domain not in said.casefold():
            return False
        if not self.phrases and not self.unwanted:
            return True
        text = f" {fold(said)} "
        wanted = all(f" {phrase} " in text for phrase in self.phrases)
        return wanted and not any(f" {phrase} " in text for phrase in self.unwanted)


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [Call("GET", "app.bsky.feed.searchPosts", search)]


async def search(question: Question) -> Reply:
    """Posts that fit, newest first. Raises `Refusal`."""
    wanted = _wanted(question)
    limit = question.whole("limit", 25, 1, 100)
    found, more = await _found(question, wanted, limit)
    views = question.views
    told: dict[str, object] = {"posts": [views.post(post) for post in found]}
    return told | ({"cursor": cursor_below(question.world, found[-1].number)} if more else {})


async def _found(question: Question, wanted: Wanted, limit: int) -> tuple[list[SimPost], bool]:
    """Returns posts, and whether there are more."""
    world, found = question.world, list[SimPost]()
    what, whose = _shortest(wanted)
    for looked, number in enumerate(merged(world, what, [whose], start_of(question))):
        if looked >= FARTHEST_SEARCH or world.columns.created_ms(number) < wanted.since_ms:
            break
        if looked % _AT_ONCE == _AT_ONCE - 1:
            await asyncio.sleep(0)
        post = world.post(number)
        if wanted.fits(question, post):
            if len(found) == limit:
                return found, True
            found.append(post)
    return found, False


def _shortest(wanted: Wanted) -> tuple[str, str | int]:
    """Returns the list in which everything that fits stands."""
    if wanted.tags:
        return "tag", wanted.tags[0]
    if wanted.author:
        return "posts", wanted.author
    return ("mentions", wanted.named) if wanted.named else ("public", "")


def _wanted(question: Question) -> Wanted:
    wanted = Wanted()
    wanted.tags = [fold(tag.removeprefix("#")) for tag in question.listed("tag")]
    wanted.domain = question.text("domain") or question.text("url")
    for name in ("author", "mentions", "lang", "since", "until"):
        if told := question.text(name):
            _narrow(question, wanted, name, told)
    for minus, phrase, word in _PART.findall(question.text("q", None)):
        _take(question, wanted, bool(minus), phrase, word)
    return wanted


def _take(question: Question, wanted: Wanted, minus: bool, phrase: str, word: str) -> None:
    name, _, told = word.partition(":")
    if told and name in _OPERATORS and not minus:
        _narrow(question, wanted, _OPERATORS[name], told)
    elif word.startswith("#") and len(word) > 1 and not minus:
        wanted.tags.append(fold(word[1:]))
    elif folded := fold(phrase or word):
        (wanted.unwanted if minus else wanted.phrases).append(folded)


_OPERATORS = {
    "from": "author", "mentions": "mentions", "to": "mentions", "lang": "lang",
    "since": "since", "until": "until", "domain": "domain",
}  # fmt: skip


def _narrow(question: Question, wanted: Wanted, name: str, told: str) -> None:
    match name:
        case "author":
            wanted.author = _who(question, told)
        case "mentions":
            wanted.named = _who(question, told)
        case "lang":
            wanted.language = told.casefold()
        case "domain":
            wanted.domain = told.casefold()
        case "since":
            wanted.since_ms = _moment(told)
        case "until":
            wanted.until_ms = _moment(told)


def _who(question: Question, told: str) -> int:
    if told == "me":
        return question.caller
    account = question.site.kept.account(told)
    return account.number if account else -1


def _moment(told: str) -> int:
    moment = read_ms(told)
    if moment is None:
        raise invalid("Error: since and until must be a date or a moment")
    return moment
