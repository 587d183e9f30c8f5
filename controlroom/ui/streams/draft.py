"""What a person has asked for so far, and the stream that makes."""

from collections.abc import Iterable
from dataclasses import dataclass

from controlroom.model.network import NetworkOffer
from controlroom.model.stream import Reach, Source, SourceKind, Stream

WITH_TERM = (
    SourceKind.SEARCH,
    SourceKind.HASHTAG,
    SourceKind.LIST,
    SourceKind.CONVERSATION,
    SourceKind.FEED,
)
"""Kinds that need a word, a tag, a list, a post or an address."""
ASKED_FOR = (SourceKind.SEARCH, SourceKind.HASHTAG)
"""Kinds that look for what anybody says; terms and purpose stand before them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A stream in the making.

    Attributes:
        network: "" for every network that has the kind.
        group, profile: through whom; 0 for all. `profile` goes before `group`.
    """

    kind: SourceKind = SourceKind.MENTIONS
    network: str = ""
    group: int = 0
    profile: int = 0
    term: str = ""
    name: str = ""
    urgent: bool = False
    purpose: str = ""

    def stream(self, profile_network: str, offers: Iterable[NetworkOffer]) -> Stream:
        """Returns the stream.

        Args:
            profile_network: of the profile chosen, "" for none.
        """
        term = self.term.strip().removeprefix("#") if self.kind in WITH_TERM else ""
        if self.profile:
            sources = (Source(profile_network, self.kind, self.profile, term),)
            return self._made(sources, ())
        bare = self._without_profile(offers)
        if bare:
            return self._made(tuple(Source(n, self.kind, 0, term) for n in bare), ())
        return self._made((), (Reach(self.kind, self.group, self.network, term),))

    def _without_profile(self, offers: Iterable[NetworkOffer]) -> list[str]:
        """Networks that read the kind for nobody in particular."""
        return [
            offer.key
            for offer in offers
            if self.kind in offer.kinds
            and (not offer.signs_in or self.kind not in offer.by_profile)
            and self.network in ("", offer.key)
            and self.kind is SourceKind.FEED
        ]

    def _made(self, sources: tuple[Source, ...], reaches: tuple[Reach, ...]) -> Stream:
        return Stream(
            0, self.name.strip(), sources, urgent=self.urgent, reaches=reaches,
            purpose=self.purpose.strip(),
        )  # fmt: skip
