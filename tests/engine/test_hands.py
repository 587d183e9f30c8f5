"""Those who do the engine's work: how many are free, what they were at, and how they are let go."""

import asyncio
import threading

import pytest

from controlroom.engine.hands import READERS, Hands


async def seen(condition: threading.Event) -> None:
    await asyncio.to_thread(condition.wait, 30)


def test_a_reader_is_free_until_all_are_taken() -> None:
    hands = Hands(lambda _error: None)
    hands.reading = READERS - 1
    assert hands.is_one_free()
    hands.reading += 1
    assert not hands.is_one_free()
    hands.end()


async def _kept_in_order() -> list[int]:
    hands, order, go = Hands(lambda _error: None), list[int](), threading.Event()

    def first() -> None:
        go.wait(30)
        order.append(1)

    one = asyncio.create_task(hands.keep(first))
    two = asyncio.create_task(hands.keep(lambda: order.append(2)))
    # A reader does not wait for the cache.
    await hands.read(go.set)
    await asyncio.gather(one, two)
    await hands.let_go()
    hands.end()
    return order


def test_what_is_kept_is_kept_one_after_the_other_and_no_reader_waits_for_it() -> None:
    assert asyncio.run(_kept_in_order()) == [1, 2]


async def _raised() -> list[BaseException | None]:
    ended: list[BaseException | None] = []
    over = asyncio.Event()

    def end(error: BaseException | None) -> None:
        ended.append(error)
        if len(ended) == 2:
            over.set()

    hands = Hands(end)

    async def wrong() -> None:
        raise KeyError("a mistake")

    async def right() -> None:
        await asyncio.sleep(0)

    hands.start(wrong())
    hands.start(right())
    async with asyncio.timeout(30):
        await over.wait()
    await hands.let_go()
    hands.end()
    return ended


def test_each_end_is_told_and_what_was_raised_with_it(caplog: pytest.LogCaptureFixture) -> None:
    ended = asyncio.run(_raised())
    assert sorted(type(one).__name__ for one in ended) == ["KeyError", "NoneType"]
    assert "a turn failed" in caplog.text


async def _let_go() -> list[str]:
    said, begun = list[str](), threading.Event()
    hands = Hands(lambda _error: None)

    def work() -> None:
        begun.set()
        said.append("read")

    async def lasting() -> None:
        await hands.read(work)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            said.append("cancelled")
            raise

    hands.start(lasting())
    await seen(begun)
    await hands.let_go()
    # The one who keeps is still there for what is put away last.
    await hands.keep(lambda: said.append("kept"))
    hands.end()
    with pytest.raises(RuntimeError):
        await hands.read(work)
    return said


def test_what_goes_on_is_cancelled_and_the_one_who_keeps_stays_to_the_last() -> None:
    said = asyncio.run(_let_go())
    assert said[0] == "read"
    assert said[-1] == "kept"
    assert said.count("read") == 1
