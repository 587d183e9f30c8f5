"""Servers of other people, started once for all tests here."""

from collections.abc import Callable, Iterator

import pytest

from tests.servers import pieces, stack
from tests.servers.people import Person


@pytest.fixture(scope="session")
def bluesky() -> Iterator[stack.Stack]:
    """The Bluesky reference servers; a test that needs them is skipped where they are not."""
    if reason := pieces.missing():
        pytest.skip(reason)
    with stack.running() as one:
        yield one


@pytest.fixture
def person(bluesky: stack.Stack) -> Iterator[Callable[[str], Person]]:
    """Makes people, each with a new account."""
    made: list[Person] = []

    def make(name: str) -> Person:
        made.append(Person(bluesky.pds, name))
        return made[-1]

    yield make
    for one in made:
        one.close()
