"""What the simulated server tells, held against the entities a third party's client describes."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
import requests
from mastodon import return_types
from mastodon.types_base import Entity

from controlroom.exercise.world import Media, PostKind, Said
from controlroom.exercise.world.post import Poll
from tests.exercise.faces.mastodon.city import City, city, own_id

NEWER = {
    "attribution_domains", "hide_collections", "quote_policy", "blurhash", "text_url",
    "preview_remote_url",
}  # fmt: skip
"""Described by Mastodon, but not by this client."""


def unknown_in(told: Any, hint: Any, place: str) -> Iterator[str]:
    """Yields names that no entity describes."""
    if isinstance(told, list):
        for one in told:
            yield from unknown_in(one, hint, place)
    elif isinstance(told, dict) and (entity := _entity(hint)) is not None:
        hints = get_type_hints(entity, vars(return_types))
        renamed = getattr(entity, "_rename_map", {})
        own = {renamed.get(name, name): one for name, one in hints.items()}
        for name, value in told.items():
            if name not in own and name not in NEWER:
                yield f"{place}.{name}"
            elif name in own:
                yield from unknown_in(value, own[name], f"{place}.{name}")


def _entity(hint: Any) -> Any:
    """Returns the one entity a hint allows, None if it is none or one of several."""
    if isinstance(hint, type) and issubclass(hint, Entity):
        return hint if getattr(hint, "__annotations__", {}) else None
    found = [one for arg in get_args(hint) if (one := _entity(arg)) is not None]
    return found[0] if len(found) == 1 else None


@pytest.fixture(scope="module")
def fen() -> Iterator[City]:
    with city() as one:
        poll = Poll(("Yes", "No"), (1, 2), one.world.clock.now_ms() + 60_000)
        said = Said("@WestmarchPolice look #M97", "en", (Media("m"),), poll, "Fire")
        first = one.server.do(one.world.publish, one.ida.number, said)
        one.server.do(one.world.publish, one.force.number, Said("it is so"), quote=first)
        message = {"kind": PostKind.MESSAGE, "to": one.force.number}
        one.server.do(one.world.publish, one.ida.number, Said("psst"), **message)
        yield one


def test_the_check_finds_what_is_wrong() -> None:
    told = {"id": "1", "account": {"id": "2", "nonsense": 3}, "more": 4}
    found = sorted(unknown_in(told, return_types.Status, "status"))
    assert found == ["status.account.nonsense", "status.more"]


@pytest.mark.parametrize(
    ("path", "entity"),
    [
        ("/api/v1/accounts/verify_credentials", return_types.Account),
        ("/api/v1/accounts/{ida}/statuses", return_types.Status),
        ("/api/v1/timelines/home", return_types.Status),
        ("/api/v1/notifications", return_types.Notification),
        ("/api/v1/conversations", return_types.Conversation),
        ("/api/v2/search?q=look", return_types.SearchV2),
        ("/api/v2/instance", return_types.InstanceV2),
        ("/api/v1/instance", return_types.Instance),
        ("/api/v1/lists", return_types.UserList),
        ("/api/v1/accounts/relationships?id[]={ida}", return_types.Relationship),
    ],
)
def test_nothing_is_told_that_nobody_knows(fen: City, path: str, entity: Any) -> None:
    address = fen.base + path.replace("{ida}", own_id(fen.face.remote_id(fen.ida)))
    headers = {"Authorization": f"Bearer {fen.token(fen.force)}"}
    answer = requests.get(address, headers=headers, timeout=10).json()
    assert answer
    assert sorted(set(unknown_in(answer, entity, "answer"))) == []
