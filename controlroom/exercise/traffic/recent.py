"""What was said last, by theme or label and network: what people answer and pass on."""

from collections import deque
from collections.abc import Iterable

from controlroom.exercise.world import World

REMEMBERED = 64
OURS = ""
"""The name under which the force's own posts are remembered."""


class Recent:
    """Numbers of posts under names; a withdrawn post is no longer answered."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._held: dict[tuple[str, str], deque[int]] = {}

    def add(self, name: str, network: str, number: int) -> None:
        """Remembers a post under a name."""
        key = name, network
        if key not in self._held:
            self._held[key] = deque(maxlen=REMEMBERED)
        self._held[key].append(number)

    def newest(self, names: Iterable[str], network: str, share: float, which: float) -> int:
        """Returns a post under one of the names, mostly a late one; 0 if there is none or it went.

        Args:
            share, which: where the post stands, and which of the names: 0 to 1.
        """
        there = [held for name in names if (held := self._held.get((name, network)))]
        if not there:
            return 0
        held = there[int(which * len(there))]
        number = held[len(held) - 1 - int(len(held) * share * share)]
        return 0 if self._world.is_gone(number) else number
