"""Every question we ask, held against `facebook-business`, the platform's own library."""

import importlib
import re
from typing import Any

import pytest

from controlroom.feeds.networks.instagram import edges


def described(name: str) -> Any:
    return getattr(importlib.import_module(f"facebook_business.adobjects.{name.lower()}"), name)


def known(name: str) -> set[str]:
    """Returns the fields of a node, and the edges that can be asked for like fields."""
    node = described(name)
    fields = {value for key, value in vars(node.Field).items() if not key.startswith("__")}
    return fields | {one.removeprefix("get_") for one in dir(node) if one.startswith("get_")}


def asked(fields: str) -> set[str]:
    outer = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", fields))
    return {one.partition(".")[0] for one in outer.split(",")}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("IGMedia", edges.POST),
        ("IGMedia", edges.TAGGED),
        ("IGComment", edges.COMMENT),
        ("IGComment", edges.REPLY),
        ("UnifiedThread", edges.messages_branch().name),
    ],
)
def test_every_field_exists(name: str, fields: str) -> None:
    assert asked(fields) <= known(name)


def test_every_edge_exists() -> None:
    branch = edges.comments_branch()
    assert branch.things in known("IGUser")
    assert {branch.name, branch.counted} <= known("IGMedia")
    assert edges.messages_branch().things in known("Page")
    assert edges.tags_of("1").path.removeprefix("1/") in known("IGUser")
    assert edges.items_of("replies:1").path.removeprefix("1/") in known("IGComment")
    assert "instagram_business_account" in known("Page")
