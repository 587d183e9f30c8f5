"""What the simulated Facebook tells is held against Facebook's own descriptions of its Graph."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from controlroom.exercise.faces.facebook.doors import POSTS_TO
from controlroom.exercise.faces.facebook.lists import EDGES
from controlroom.exercise.faces.facebook.names import KNOWN
from controlroom.exercise.faces.facebook.nodes import FIELDS
from controlroom.exercise.faces.facebook.things import Node

CONTRACTS = Path(__file__).parents[4].parent / "shared" / "contracts" / "facebook"
DESCRIBED = [one for one in EDGES if one is not Node.MESSAGE]
BESIDE = {"tasks", "attachments"}
"""A field of accounts of a person only, and an edge that is asked for as a field."""
pytestmark = pytest.mark.skipif(
    not CONTRACTS.is_dir(), reason="the descriptions of the Graph are not beside the repository"
)


def described(node: Node) -> Mapping[str, Any]:
    told: Mapping[str, Any] = json.loads((CONTRACTS / f"{node}.json").read_text("utf-8"))
    return told


def edges(node: Node, method: str) -> set[str]:
    return {str(one.get("endpoint")) for one in described(node)["apis"] if one["method"] == method}


@pytest.mark.parametrize("node", DESCRIBED)
def test_every_field_told_is_one_of_facebooks(node: Node) -> None:
    assert set(FIELDS[node]) - BESIDE <= {one["name"] for one in described(node)["fields"]}


@pytest.mark.parametrize("node", DESCRIBED)
def test_every_field_of_facebooks_is_known(node: Node) -> None:
    assert {one["name"] for one in described(node)["fields"]} <= KNOWN[node]


@pytest.mark.parametrize("node", DESCRIBED)
def test_every_list_and_every_way_to_publish_is_one_of_facebooks(node: Node) -> None:
    assert set(EDGES[node]) <= edges(node, "GET")
    assert set(POSTS_TO.get(node, {})) <= edges(node, "POST")
