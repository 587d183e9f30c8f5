"""The five people of the small worlds, whatever network they are on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from controlroom.exercise.clock import moment_of
from controlroom.exercise.world import Account, PostKind, Said, World


@dataclass
class Town:
    """Who is there; nothing happens by itself, the clock stands still until it is jumped."""

    world: World
    police: Account
    roads: Account
    press: Account
    ida: Account
    tom: Account

    def says(self, who: Account, text: str | Said, after_s: float = 1, **more: Any) -> int:
        """Publishes a little later and returns the number."""
        self.world.clock.jump(timedelta(seconds=after_s))
        said = Said(text) if isinstance(text, str) else text
        return self.world.publish(who.number, said, **more)

    def messages(self, who: Account, to: Account, text: str) -> int:
        return self.says(who, text, kind=PostKind.MESSAGE, to=to.number)

    def now(self) -> datetime:
        return moment_of(self.world.clock.now_ms())
