"""What a query is asked of: one post, and what X's operators look at in it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from controlroom.exercise.faces.x.once import Once
from controlroom.exercise.faces.x.view import View, user_id
from controlroom.exercise.world import Account, MediaKind
from controlroom.model.query.fold import fold

_TAG = re.compile(r"(?<!\w)#(\w+)")
_MENTION = re.compile(r"(?<!\w)@(\w+)")
_ADDRESS = re.compile(r"https?://\S+")


class Subject:
    """A post under test; what no operator looks at is never made."""

    def __init__(self, view: View) -> None:
        self.view = view

    @Once
    def text(self) -> str:
        """The words: of a repost those of the original."""
        return (self.view.original or self.view).plain

    @Once
    def words(self) -> str:
        """The folded words between spaces."""
        return f" {fold(self.text)} "

    @Once
    def tags(self) -> frozenset[str]:
        return frozenset(fold(tag) for tag in _TAG.findall(self.text))

    @Once
    def mentions(self) -> frozenset[str]:
        return frozenset(name.casefold() for name in _MENTION.findall(self.text))

    @Once
    def links(self) -> tuple[str, ...]:
        return tuple(link.casefold() for link in _ADDRESS.findall(self.text))


Test = Callable[[Subject], bool]


@dataclass(frozen=True, slots=True)
class Operator:
    """One of X's operators.

    Attributes:
        test_for: from its value to a test, None for a value it does not have.
        alone: a query may consist of it.
    """

    test_for: Callable[[str], Test | None]
    alone: bool = True


def _is(account: Account, value: str) -> bool:
    named = value.removeprefix("@").casefold()
    return named in (account.handle.casefold(), user_id(account))


def _by(value: str) -> Test:
    return lambda subject: _is(subject.view.author, value)


def _to(value: str) -> Test:
    def test(subject: Subject) -> bool:
        answered = subject.view.answered
        return answered is not None and _is(answered.author, value)

    return test


def _of_repost(value: str) -> Test:
    def test(subject: Subject) -> bool:
        original = subject.view.original
        return original is not None and _is(original.author, value)

    return test


def _other(pick: Callable[[View], View | None]) -> Callable[[str], Test]:
    """Looks at the id of another post."""

    def made(value: str) -> Test:
        def test(subject: Subject) -> bool:
            other = pick(subject.view)
            return other is not None and value in other.ids

        return test

    return made


def _in_conversation(value: str) -> Test:
    return lambda subject: subject.view.conversation == value


def _in_language(value: str) -> Test:
    return lambda subject: subject.view.said.language == value.casefold()


def _linked(value: str) -> Test:
    wanted = value.casefold()
    return lambda subject: any(wanted in link for link in subject.links)


def _one_of(tests: Mapping[str, Test]) -> Callable[[str], Test | None]:
    return lambda value: tests.get(value.casefold())


def _has(*kinds: MediaKind) -> Test:
    return lambda subject: any(
        not kinds or one.kind in kinds for one in (subject.view.original or subject.view).media
    )


_HAS: Mapping[str, Test] = {
    "media": _has(),
    "images": _has(MediaKind.IMAGE),
    "videos": _has(MediaKind.VIDEO, MediaKind.GIF),
    "video_link": _has(MediaKind.VIDEO),
    "links": lambda subject: bool(subject.links),
    "hashtags": lambda subject: bool(subject.tags),
    "mentions": lambda subject: bool(subject.mentions),
}
_KINDS: Mapping[str, Test] = {
    "retweet": lambda subject: subject.view.is_repost,
    "reply": lambda subject: bool(subject.view.post.reply_to),
    "quote": lambda subject: subject.view.quoted is not None,
    "verified": lambda subject: subject.view.author.verified,
    "nullcast": lambda subject: False,
}
OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {
        "from": Operator(_by),
        "to": Operator(_to),
        "retweets_of": Operator(_of_repost),
        "retweets_of_tweet_id": Operator(_other(lambda view: view.original)),
        "quotes_of_tweet_id": Operator(_other(lambda view: view.quoted)),
        "in_reply_to_tweet_id": Operator(_other(lambda view: view.answered)),
        "conversation_id": Operator(_in_conversation),
        "url": Operator(_linked),
        "lang": Operator(_in_language, alone=False),
        "has": Operator(_one_of(_HAS), alone=False),
        "is": Operator(_one_of(_KINDS), alone=False),
    }
)
