"""Every question we ask, held against Facebook's own descriptions of its Graph."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from controlroom.feeds.networks.facebook import edges, fields, shape
from controlroom.feeds.networks.facebook.branches import Branch, branch_of
from controlroom.model.stream import Source, SourceKind

HERE = Path(__file__).parent
CONTRACTS = HERE.parents[2].parent / "shared" / "contracts" / "facebook"
EVERYWHERE = {"fields", "limit", "after", "ids"}
"""What every edge takes: the Graph's own words, of no node."""
UNDESCRIBED = {"shares", "attachments", "sticker", "created_time", "from", "to", "message", "id"}
"""Fields of messages: the description names their type and no more."""

BROKEN = re.compile("bad_items|unknown_new|not_strictly")
"""Made to break the description."""
PAIRS = [one for one in sorted(HERE.glob("*.payload.json")) if not BROKEN.search(one.name)]

pytestmark = pytest.mark.skipif(
    not CONTRACTS.is_dir(), reason="the descriptions of the Graph are not beside the repository"
)


@cache
def node(name: str) -> Mapping[str, Any]:
    described: Mapping[str, Any] = json.loads((CONTRACTS / f"{name}.json").read_text("utf-8"))
    return described


def fields_of(name: str) -> set[str]:
    return {one["name"] for one in node(name)["fields"]}


def edge_of(name: str, edge: str) -> Mapping[str, Any]:
    return next(
        one for one in node(name)["apis"] if (one["method"], one.get("endpoint")) == ("GET", edge)
    )


def edges_of(name: str) -> set[str]:
    return {str(one.get("endpoint")) for one in node(name)["apis"] if one["method"] == "GET"}


def split(told: str) -> Iterator[tuple[str, str, str]]:
    """Yields name, modifiers and inner fields of each field asked for."""
    for one in re.finditer(r"(\w+)((?:\.\w+\([^)]*\))*)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?", told):
        yield one[1], one[2], one[3] or ""


def options(told: str) -> set[str]:
    return set(re.findall(r"\.(\w+)\(", told)) - {"limit", "summary"}


def takes(name: str, edge: str) -> set[str]:
    return {one["name"] for one in edge_of(name, edge)["params"]} | EVERYWHERE


@pytest.mark.parametrize(
    ("name", "asked"),
    [("PagePost", fields.POST), ("Comment", fields.COMMENT), ("AdVideo", fields.VIDEO)],
)
def test_every_field_we_ask_for_exists(name: str, asked: str) -> None:
    for field, modifiers, _ in split(asked):
        assert field in fields_of(name) | edges_of(name)
        if modifiers:
            assert options(modifiers) <= takes(name, field)


@pytest.mark.parametrize(
    ("kind", "term", "name", "edge", "brings"),
    [
        (SourceKind.POSTS, "", "Page", "posts", "PagePost"),
        (SourceKind.HOME, "", "Page", "feed", "PagePost"),
        (SourceKind.MENTIONS, "", "Page", "tagged", "PagePost"),
        (SourceKind.COMMENTS, "1_2", "PagePost", "comments", "Comment"),
        (SourceKind.COMMENTS, "1_2", "Comment", "comments", "Comment"),
        (SourceKind.LIVE, "9", "LiveVideo", "comments", "Comment"),
        (SourceKind.MESSAGES, "t_1", "UnifiedThread", "messages", "UnifiedMessage"),
    ],
)
def test_every_edge_and_parameter_exists(
    kind: SourceKind, term: str, name: str, edge: str, brings: str
) -> None:
    asked = edges.edge_of(Source("facebook", kind, 1, term), "77")
    assert asked.path == f"{term or '77'}/{edge}"
    assert edge_of(name, edge)["return"] == brings
    assert set(asked.query) <= takes(name, edge)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (SourceKind.COMMENTS, "PagePost"),
        (SourceKind.LIVE, "LiveVideo"),
        (SourceKind.MESSAGES, "UnifiedThread"),
    ],
)
def test_every_list_of_things_exists(kind: SourceKind, name: str) -> None:
    branch: Branch | None = branch_of(kind, "77")
    assert branch is not None
    assert edge_of("Page", branch.things)["return"] == name
    assert set(branch.options) <= takes("Page", branch.things)
    ((field, modifiers, _),) = split(branch.nested)
    assert field == branch.name
    assert options(modifiers) <= takes(name, field)
    assert not branch.changed or branch.changed in fields_of(name)


def test_pages_are_listed_with_fields_they_have() -> None:
    assert edge_of("User", "accounts")["return"] == "Page"
    assert {"id", "name", "username", "access_token"} <= fields_of("Page")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda path: path.name)
def test_recorded_payloads_are_made_of_known_fields(pair: Path) -> None:
    known = {
        "posts": fields_of("PagePost") | edges_of("PagePost"),
        "comments": fields_of("Comment"),
        "messages": UNDESCRIBED,
    }[pair.name.partition("_")[0]]
    for item in json.loads(pair.read_text("utf-8"))["data"]:
        assert set(item) <= known


@pytest.mark.parametrize(
    ("module", "name", "struct", "beside"),
    [
        ("pagepost", "PagePost", shape.PagePost, {"attachments", "comments", "reactions"}),
        ("comment", "Comment", shape.Comment, set()),
        ("advideo", "AdVideo", shape.Video, set()),
        ("entityattextrange", "EntityAtTextRange", shape.Tag, set()),
    ],
)
def test_the_newer_description_knows_what_we_read(
    module: str, name: str, struct: Any, beside: set[str]
) -> None:
    """As `facebook-business` has it, a library of the platform that comes with every version."""
    described = getattr(import_module(f"facebook_business.adobjects.{module}"), name)
    known = {value for key, value in vars(described.Field).items() if not key.startswith("__")}
    assert set(struct.__struct_encode_fields__) - beside <= known


@pytest.mark.parametrize("edge", ["Filter", "Order", "LiveFilter"])
def test_the_newer_description_knows_our_choices(edge: str) -> None:
    comment = import_module("facebook_business.adobjects.comment")
    known = set(vars(getattr(comment.Comment, edge)).values())
    name = {"Filter": "filter", "Order": "order", "LiveFilter": "live_filter"}[edge]
    assert edges.LIVE[name] in known
