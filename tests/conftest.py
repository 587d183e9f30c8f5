"""What every test shares: no display, no leaks, long forms by option."""

import gc
import ipaddress
import os
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from controlroom.feeds import deadlines
from controlroom.ui.sweeping import sweep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How long an example takes depends on what else the machine does; timings are for benchmarks.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None)
settings.load_profile("house")
# Its thread is waited for after every test that reads a network.
deadlines.LOOKED_EACH_S = 0.005


def refuse_the_world(event: str, arguments: tuple[Any, ...]) -> None:
    """Stops every connection of a test that would leave this computer."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
        if host != "localhost" and not ipaddress.ip_address(host.partition("%")[0]).is_loopback:
            raise AssertionError(f"a test tried to reach {host}")


sys.addaudithook(refuse_the_world)


def pytest_addoption(parser: pytest.Parser) -> None:
    long = "run the long forms of fault and load tests"
    parser.addoption("--long", action="store_true", help=long)


def pytest_configure(config: pytest.Config) -> None:
    """The long form looks for new examples; the usual one tries the same ones each time."""
    if config.getoption("--long"):
        settings.load_profile("long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="long form: run with --long")
    for item in items:
        if "long" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True, scope="session")
def widgets_are_freed_in_the_thread_of_the_window() -> None:
    """Python's search for rings stays out of the threads of the tests, as in the desk."""
    gc.disable()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_ring_outlives_its_test_for_long() -> Iterator[None]:
    """Searches where the desk does, in the main thread."""
    yield
    # A benchmark that was tried out has turned Python's own search on again.
    gc.disable()
    sweep()


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    """Fails the test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=30)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left running: {alive}"
