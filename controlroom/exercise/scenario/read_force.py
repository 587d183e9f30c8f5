"""Reads a force from its YAML."""

from pathlib import Path

from controlroom.exercise.problem import Problem
from controlroom.exercise.scenario.entry import Entry, parsed
from controlroom.exercise.scenario.force import (
    Choice,
    Force,
    ForceGroup,
    ForceProfile,
    Neighbour,
    handle_on,
)  # fmt: skip
from controlroom.exercise.server import NETWORKS

OUR_NETWORKS = tuple(network for network in NETWORKS if network != "rss")
KINDS = ("person", "press", "council", "service", "bot", "force")


def read_force(path: Path, problems: list[Problem]) -> Force:
    """Returns the force of a file; what is wrong with it is noted."""
    top = parsed(path.read_text("utf-8"), problems, path.name)
    groups = tuple(_group(entry) for entry in top.entries("groups"))
    domain = top.text("domain", None)
    profiles = [one for entry in top.entries("profiles") for one in _profiles(entry, domain)]
    neighbours = tuple(_neighbour(entry) for entry in top.entries("feeds"))
    force = Force(top.text("name", None), domain, groups, tuple(profiles), neighbours)
    top.done()
    _check(force, top)
    return force


def read_choice(entry: Entry) -> Choice:
    """Returns which profiles a block means."""
    choice = Choice(
        entry.words("groups"), entry.words("networks"), entry.words("handles"), entry.whole("most")
    )
    for network in choice.networks:
        if network not in OUR_NETWORKS:
            entry.wrong(f"“{network}” is no network of profiles", "networks")
    entry.done()
    return choice


def _group(entry: Entry) -> ForceGroup:
    group = ForceGroup(entry.text("name", None), entry.text("in"))
    entry.done()
    return group


def _profiles(entry: Entry, domain: str) -> list[ForceProfile]:
    """One account on each of the networks; handles may differ from network to network."""
    name, group = entry.text("name", None), entry.text("group", None)
    about, owner = entry.text("about"), entry.text("owner")
    handle, followers = entry.text("handle", None), entry.whole("followers", 900)
    verified = entry.yes("verified", True)
    networks = entry.words("on")
    for network in networks:
        if network not in OUR_NETWORKS:
            entry.wrong(f"“{network}” is no network of profiles", "on")
    entry.done()
    return [
        ForceProfile(
            network, handle_on(network, handle, domain), name, group, about,
            _reach(followers, network), verified, owner,
        )
        for network in networks
    ]  # fmt: skip


_REACHES = {"x": 1.0, "facebook": 1.4, "mastodon": 0.05, "bluesky": 0.12, "youtube": 0.08}


def _reach(followers: int, network: str) -> int:
    return int(followers * _REACHES.get(network, 1.0))


def _neighbour(entry: Entry) -> Neighbour:
    neighbour = Neighbour(
        entry.text("handle", None), entry.text("name", None),
        entry.one_of("kind", KINDS, "press"), entry.text("about"), entry.words("says"),
    )  # fmt: skip
    entry.done()
    return neighbour


def _check(force: Force, top: Entry) -> None:
    names = {group.name for group in force.groups}
    for group in force.groups:
        if group.parent and group.parent not in names:
            top.wrong(f"group “{group.name}” stands in “{group.parent}”, which is not there")
    seen: set[tuple[str, str]] = set()
    for one in force.profiles:
        if one.group not in names:
            top.wrong(f"profile “{one.handle}” stands in “{one.group}”, which is not there")
        if (one.network, one.handle.casefold()) in seen:
            top.wrong(f"profile “{one.handle}” is there twice on {one.network}")
        seen.add((one.network, one.handle.casefold()))
