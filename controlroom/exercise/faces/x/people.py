"""Accounts as X shows them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from controlroom.exercise.faces.x.asked import Asked
from controlroom.exercise.faces.x.moments import written_ms
from controlroom.exercise.faces.x.view import NETWORK, user_id
from controlroom.exercise.world import Account, World

Json = dict[str, Any]
_TYPES = MappingProxyType({"force": "government", "council": "government", "press": "business"})


def user_of(world: World, account: Account, asked: Asked) -> Json:
    """Returns an account with the fields asked for."""
    told: Json = {"id": user_id(account), "name": account.name, "username": account.handle}
    for name in asked.user & _FIELDS.keys():
        told[name] = _FIELDS[name](world, account)
    if "public_metrics" in asked.user:
        told["public_metrics"] = _metrics(world, account, asked)
    return told


def _metrics(world: World, account: Account, asked: Asked) -> Json:
    return {
        "followers_count": account.followers,
        "following_count": 40 + account.number * 37 % 700,
        asked.age.name("post_count"): world.lists.count((NETWORK, "posts", account.number)),
        "listed_count": account.followers // 400,
        "like_count": 0,
        "media_count": 0,
    }


def _kind(_: World, account: Account) -> str:
    return _TYPES.get(account.kind, "blue") if account.verified else "none"


_FIELDS: Mapping[str, Callable[[World, Account], Any]] = MappingProxyType(
    {
        "created_at": lambda _, account: written_ms(account.joined_ms),
        "description": lambda _, account: account.about,
        "profile_image_url": lambda _, account: (
            f"https://pbs.twimg.com/profile_images/{user_id(account)}/face_normal.jpg"
        ),
        "protected": lambda _, account: False,
        "verified": lambda _, account: account.verified,
        "verified_type": _kind,
    }
)
