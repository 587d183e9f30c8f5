"""What the lines of X's filtered stream say."""

import logging
from collections.abc import Callable, Mapping

from controlroom.feeds.base import Heard
from controlroom.feeds.errors import NonsenseReceived, NotFound
from controlroom.feeds.networks.x.envelope import Envelope, open_envelope
from controlroom.feeds.networks.x.parse import post_of
from controlroom.feeds.networks.x.words import Wanted
from controlroom.model.stream import Source

log = logging.getLogger(__name__)

_REMEMBERED = 10_000


class Ears:
    """Understands the lines of the stream. X may send a post twice; it is passed on once."""

    def __init__(
        self,
        host: str,
        wants: Wanted,
        by_rule: Mapping[str, str],
        hear: Callable[[Heard], None],
    ) -> None:
        self._host = host
        self._wants = wants
        self._by_rule = by_rule
        self._hear = hear
        self._heard: dict[str, None] = {}

    def line(self, line: bytes) -> None:
        """Takes in a line that is not empty. Raises `ReadError` if it says that this is the end."""
        try:
            envelope = open_envelope(line, self._host)
        except (NonsenseReceived, NotFound) as error:
            log.warning("line set aside: %s", error)
            return
        sources = self._sources(envelope)
        for item in envelope.items if sources else ():
            self._item(item, envelope, sources)

    def _item(self, item: bytes, envelope: Envelope, sources: tuple[Source, ...]) -> None:
        try:
            version, post = post_of(item, envelope.included)
        except (ValueError, RecursionError, OverflowError) as error:
            log.warning("item set aside: %s", type(error).__name__)
            return
        if version not in self._heard:
            self._remember(version)
            self._hear(Heard(sources, (post,)))

    def _remember(self, version: str) -> None:
        self._heard[version] = None
        if len(self._heard) > _REMEMBERED:
            del self._heard[next(iter(self._heard))]

    def _sources(self, envelope: Envelope) -> tuple[Source, ...]:
        """Returns which sources the matched rules stand for; rules of others stand for none."""
        tags = (self._by_rule.get(str(rule.id)) or rule.tag or "" for rule in envelope.rules)
        found = (self._wants.sources.get(tag, ()) for tag in dict.fromkeys(tags))
        return tuple(source for some in found for source in some)
