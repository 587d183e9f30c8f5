"""How an exercise stands, as a desk's director panel shows it."""

from typing import Any

from msgspec import to_builtins

from controlroom.exercise.director import Director
from controlroom.exercise.planned import Planned
from controlroom.exercise.record import Deed

MOST_DEEDS = 200


def status_of(director: Director, networks: list[str]) -> dict[str, Any]:
    """Returns everything the panel shows; plain values only."""
    clock = director.clock
    planned = [one for one in networks if director.faults.mishaps.plan(one)]
    return {
        "clock": to_builtins(clock.pace()),
        "now": clock.now().isoformat(),
        "since_s": clock.since_start().total_seconds(),
        "speed": clock.speed,
        "paused": clock.paused,
        "over": director.is_over(),
        "posts": len(director.world.columns),
        "networks": networks,
        "injects": [_inject(one, director) for one in director.injects()],
        "faults": dict(director.faults.standing()),
        "mishaps": {one: dict(director.faults.mishaps.happened(one)) for one in planned},
        "team": [_deed(one, director) for one in director.record.deeds[-MOST_DEEDS:]],
    }


def _inject(one: Planned, director: Director) -> dict[str, Any]:
    inject = one.inject
    person = next((p for p in director.scenario.cast if p.key == inject.by), None)
    return {
        "id": inject.id,
        "at_s": (one.at - director.clock.starts).total_seconds(),
        "state": one.state.value,
        "kind": ", ".join(inject.marks) or inject.title,
        "network": inject.networks[0] if inject.networks else _failing(inject),
        "by": person.name if person else inject.by or "",
        "text": inject.text or inject.title or inject.note,
    }


def _failing(inject: Any) -> str:
    return inject.fault.network if inject.fault else ""


def _deed(deed: Deed, director: Director) -> dict[str, Any]:
    since = deed.at - director.clock.starts
    account = director.world.accounts.get(deed.account)
    return {
        "at": str(since).partition(".")[0],
        "network": deed.network,
        "what": deed.kind.value,
        "by": account.handle if account else "",
        "text": director.world.post(deed.number).said.text,
    }
