"""The bare machine that the tests of the set-up share."""

from pathlib import Path

import pytest

from tests.installer.machine import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Returns a machine with Python, of a caller who is not root and has no sudo."""
    return Machine(tmp_path)
