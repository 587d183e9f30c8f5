"""What can be done on a network from here, and why not: asked for every card."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from controlroom.model.outgoing.content import Act, Target
from controlroom.model.post import PostKind
from controlroom.ui.language import language

if TYPE_CHECKING:
    from controlroom.feeds.outgoing.ways import Lack

_TARGETS = {PostKind.COMMENT: Target.COMMENT, PostKind.MESSAGE: Target.MESSAGE}


@lru_cache(maxsize=256)
def can_write(network: str, act: Act) -> bool:
    """Returns whether this can be done on a network from here at all."""
    from controlroom.feeds.outgoing.ways import writing_of

    return act in writing_of(network).acts


def can_do(network: str, act: Act, kind: PostKind) -> bool:
    """Returns whether this can be done on a network to a post of a kind."""
    return _fits(network, act, _TARGETS.get(kind, Target.POST))


def is_too_late(network: str, act: Act, published: datetime, now: datetime) -> bool:
    """Returns whether a network allowed this for a while only, which is over."""
    within = _within(network, act)
    return within is not None and now - published > within


def why_lacking(network: str, act: Act) -> str:
    """Returns in words why a network does not offer this, "" where its data do not say."""
    lack = _lack(network, act)
    return lack.told(language().code) if lack is not None else ""


def by_hand(network: str, act: Act) -> tuple[str, ...]:
    """Returns the steps by which a person does what a network does not offer, if there are any."""
    lack = _lack(network, act)
    return lack.how(language().code) if lack is not None else ()


@lru_cache(maxsize=256)
def _fits(network: str, act: Act, target: Target) -> bool:
    from controlroom.feeds.outgoing.ways import writing_of

    way = writing_of(network).ways.get(act)
    return way is not None and way.fits(target)


@lru_cache(maxsize=256)
def _within(network: str, act: Act) -> timedelta | None:
    from controlroom.feeds.outgoing.ways import writing_of

    way = writing_of(network).ways.get(act)
    return way.within if way is not None else None


@lru_cache(maxsize=256)
def _lack(network: str, act: Act) -> "Lack | None":
    from controlroom.feeds.outgoing.ways import writing_of

    return writing_of(network).lacks.get(act)
