"""A shelf of one workstation and one of a team, for tests that hold for both."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from controlroom.store.journal.postgres.shelf import TeamShelf
from controlroom.store.shelf.base import Shelf
from controlroom.store.shelf.file import ShelfFile
from tests.store.journal.conftest import Team, cluster, team
from tests.store.journal.samples import KEY

__all__ = ["cluster", "team"]
Desk = Callable[[str], Shelf]


@pytest.fixture(params=["file", "team"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """Opens the shelf as it is at the desk of an officer."""
    with ExitStack() as stack:

        def in_file(_number: str) -> Shelf:
            return stack.enter_context(closing(ShelfFile.open_in(tmp_path, KEY)))

        def in_team(number: str) -> Shelf:
            (folder := tmp_path / number).mkdir(exist_ok=True)
            here = ShelfFile.open_in(folder, KEY)
            return stack.enter_context(closing(TeamShelf(team.officer(number), here)))

        if request.param == "team":
            team: Team = request.getfixturevalue("team")
        yield in_file if request.param == "file" else in_team
