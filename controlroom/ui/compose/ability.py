"""What can be done on a network from here: asked for every card."""

from functools import lru_cache

from controlroom.model.outgoing.content import Act


@lru_cache(maxsize=256)
def can_write(network: str, act: Act) -> bool:
    """Returns whether this can be done on a network from here at all."""
    from controlroom.feeds.outgoing.ways import writing_of

    return act in writing_of(network).acts
