"""Reading one edge, newest first, back to what is known."""

from itertools import chain

from controlroom.feeds.base import Page
from controlroom.feeds.graph.calls import Calls
from controlroom.feeds.graph.edges import Edge
from controlroom.feeds.reading import read_all

_MARKS = 10


def read_edge(calls: Calls, edge: Edge, older: str, known: str) -> Page:
    """Reads one page of an edge, as `Feed.page`. The mark is ids. Raises `ReadError`."""
    told = calls.edge(edge.path, edge.query, older)
    items = chain.from_iterable(edge.unfold(raw).items for raw in told.listing.items)
    posts, bad = read_all(items, edge.read)
    ids = [post.remote_id for post in posts]
    onward = told.listing.older if told.listing.older != older else ""
    met = not onward or not set(known.split()).isdisjoint(ids)
    return Page(
        posts=tuple(posts),
        older=onward,
        mark="" if older else " ".join(ids[:_MARKS]) or known,
        reached_known=bool(known) and met,
        set_aside=tuple(bad),
        budgets=told.budgets,
    )
