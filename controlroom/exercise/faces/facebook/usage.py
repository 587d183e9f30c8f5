"""What may be asked of the Graph, and how it tells: in percent, never in numbers of calls."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from controlroom.exercise.faces.budgets import Meter, Spent
from controlroom.exercise.faces.facebook.holders import Holder
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.problems import Problem, spent
from controlroom.exercise.world import Account, World

DAY_S, HOUR_S = 86_400, 3_600
OF_PAGE, OF_MESSENGER, OF_PERSON = 4_800, 200, 200
"""Calls in a day for each person who engages with a page; in an hour for each user of the app."""
PRIVATE_REPLIES = 750
"""In an hour."""
_ENGAGED = 20
"""One follower in so many engages with a page in a day."""
_CODES = {"pages": 80001, "messenger": 80006, "instagram": 80002}


@dataclass(frozen=True, slots=True)
class Told:
    """How budgets stand after a call; `problem` if it was one too many."""

    headers: Mapping[str, str]
    problem: Problem | None = None


@dataclass(slots=True)
class Usage:
    """Counts calls."""

    world: World
    meter: Meter = field(init=False)

    def __post_init__(self) -> None:
        self.meter = Meter(self.world.clock)

    def spend(self, holder: Holder, name: str, cost: int = 1, *, of_page: bool = False) -> Told:
        """Counts a call.

        Args:
            of_page: a page is asked for; people who ask too much are told so in other words.
            name: of the budget of a page: "pages", "messenger" or "instagram".
        """
        if holder.is_page:
            return self._of_page(holder, name, cost)
        return self._of_app(holder, cost, 32 if of_page else 17)

    def private_reply(self, page: int) -> None:
        """Counts a private reply. Raises `Problem`."""
        if not self.meter.spend("private replies", str(page), PRIVATE_REPLIES, HOUR_S).allowed:
            raise spent(613)

    def _of_page(self, holder: Holder, name: str, cost: int) -> Told:
        account = self.world.account(holder.page)
        each = OF_MESSENGER if name == "messenger" else OF_PAGE
        now = self.meter.spend(name, str(holder.page), each * engaged(account), DAY_S, cost)
        wait = 0 if now.allowed else -(-(now.resets_ms - self.world.clock.now_ms()) // 60_000)
        used = {"type": name, **_shares(now), "estimated_time_to_regain_access": wait}
        header = json.dumps({id_of(Stretch.PAGE, holder.page): [used]})
        problem = None if now.allowed else spent(_CODES[name])
        return Told({"X-Business-Use-Case-Usage": header}, problem)

    def _of_app(self, holder: Holder, cost: int, code: int) -> Told:
        people = max(1, len(self.world.profiles("facebook")))
        now = self.meter.spend("app", holder.app.id, OF_PERSON * people, HOUR_S, cost)
        own = self.meter.spend("person", holder.token, OF_PERSON, HOUR_S, cost)
        problem = spent(4) if not now.allowed else None if own.allowed else spent(code)
        return Told({"X-App-Usage": json.dumps(_shares(now))}, problem)


def engaged(account: Account) -> int:
    """Returns how many people engage with a page in a day."""
    return max(1, account.followers // _ENGAGED)


def _shares(now: Spent) -> dict[str, int]:
    used = 100 if not now.allowed else (now.limit - now.remaining) * 100 // now.limit
    return {"call_count": used, "total_cputime": used // 4, "total_time": used // 3}
