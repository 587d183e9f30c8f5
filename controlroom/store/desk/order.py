"""The order of things of which some are closed and may come back to their place."""

from collections.abc import Sequence


def arranged(before: Sequence[int], shown: Sequence[int]) -> list[int]:
    """Returns the ids of `before` and `shown` in the order that `shown` asks for.

    What is not shown stays right of the shown one it stood right of, or at the front.
    """
    hidden: dict[int, list[int]] = {}
    left, wanted = 0, set(shown)
    for number in before:
        if number in wanted:
            left = number
        else:
            hidden.setdefault(left, []).append(number)
    order = hidden.get(0, [])
    for number in shown:
        order = [*order, number, *hidden.get(number, [])]
    return order


def moved(shown: Sequence[int], number: int, index: int) -> list[int]:
    """Returns the ids with `number` at `index`, counted without it; beyond the end is the end."""
    rest = [other for other in shown if other != number]
    return [*rest[:index], number, *rest[index:]]
