"""Making X's rules what is wanted."""

import logging
from collections.abc import Iterator, Sequence
from typing import TypeVar

import tweepy

from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.envelope import open_envelope
from controlroom.feeds.networks.x.errors import QuestionRefused
from controlroom.feeds.networks.x.stream import Stream
from controlroom.feeds.networks.x.words import OURS, Wanted
from controlroom.feeds.wire import Answer
from controlroom.model.decoding import decoder

log = logging.getLogger(__name__)

_AT_ONCE = 100
T = TypeVar("T")

_rules = decoder(list[shape.Rule]).decode


class Agreement:
    """Adds the rules that are missing and removes ours that nobody wants any more."""

    def __init__(self, stream: Stream, host: str) -> None:
        self._stream = stream
        self._host = host

    def on(self, wants: Wanted) -> dict[str, str]:
        """Agrees on rules; returns our tags by X's ids of them. Raises `ReadError`.

        A rule of another program with the same words serves us too: X keeps no two of them.
        """
        standing = self._told(self._stream.get_rules())
        stale = [str(rule.id) for rule in standing if _is_stale(rule, wants)]
        known = {str(r.id): tag for r in standing if (tag := wants.tag_for(r.value or ""))}
        missing = [tag for tag in wants.words if tag not in known.values()]
        for ids in _some(stale):
            self._stream.delete_rules(list(ids))
        for tags in _some(missing):
            for rule in self._added(wants, tags):
                known[str(rule.id)] = wants.tag_for(rule.value or "") or rule.tag or ""
        return known

    def _added(self, wants: Wanted, tags: Sequence[str]) -> list[shape.Rule]:
        """Adds rules; if X does not understand one of them, the others by themselves."""
        try:
            new = [tweepy.StreamRule(wants.words[tag], tag) for tag in tags]
            return self._told(self._stream.add_rules(new))
        except QuestionRefused:
            if len(tags) == 1:
                log.warning("X takes no rule from one of the searches; it is polled only")
                return []
        return [rule for tag in tags for rule in self._added(wants, [tag])]

    def _told(self, answer: Answer) -> list[shape.Rule]:
        parts = open_envelope(answer.body, self._host)
        try:
            return _rules(b"[" + b",".join(parts.items) + b"]")
        except ValueError:
            raise NonsenseReceived(host=self._host, reason="rules nobody can read") from None


def _is_stale(rule: shape.Rule, wants: Wanted) -> bool:
    tag = rule.tag or ""
    return tag.startswith(OURS) and tag not in wants.words


def _some(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for at in range(0, len(items), _AT_ONCE):
        yield items[at : at + _AT_ONCE]
