"""Reads a force from its YAML."""

from pathlib import Path

from controlroom.bundle import bundled
from controlroom.exercise.problem import Problem
from controlroom.exercise.scenario.entry import Entry, parsed
from controlroom.exercise.scenario.force import (
    Choice,
    Force,
    ForceGroup,
    ForceOfficer,
    ForceProfile,
    Neighbour,
    handle_on,
)  # fmt: skip
from controlroom.exercise.server import NETWORKS
from controlroom.model.journal_subject import is_force_number

OUR_NETWORKS = tuple(network for network in NETWORKS if network != "rss")
ROLES = frozenset(path.stem for path in bundled("roles").glob("*.toml")) - {"limits"}
KINDS = ("person", "press", "council", "service", "bot", "force")


def read_force(path: Path, problems: list[Problem]) -> Force:
    """Returns the force of a file; what is wrong with it is noted."""
    top = parsed(path.read_text("utf-8"), problems, path.name)
    groups = tuple(_group(entry) for entry in top.entries("groups"))
    domain = top.text("domain", None)
    profiles = [one for entry in top.entries("profiles") for one in _profiles(entry, domain)]
    neighbours = tuple(_neighbour(entry) for entry in top.entries("feeds"))
    officers = tuple(_officer(entry) for entry in top.entries("officers"))
    force = Force(top.text("name", None), domain, groups, tuple(profiles), neighbours, officers)
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


def _officer(entry: Entry) -> ForceOfficer:
    number = entry.text("number", None)
    officer = ForceOfficer(
        number, entry.text("name", None), entry.words("roles"), entry.text("in"), entry.yes("desk")
    )
    if not is_force_number(number):
        entry.wrong(f"“{number}” is no force number: capital letters and digits", "number")
    for role in officer.roles:
        if role not in ROLES:
            entry.wrong(f"“{role}” is no role", "roles")
    entry.done()
    return officer


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
    for officer in force.officers:
        if officer.group and officer.group not in names:
            top.wrong(f"officer “{officer.number}” is in “{officer.group}”, which is not there")
    if len({officer.number for officer in force.officers}) < len(force.officers):
        top.wrong("two officers have the same number")
    seen: set[tuple[str, str]] = set()
    for one in force.profiles:
        if one.group not in names:
            top.wrong(f"profile “{one.handle}” stands in “{one.group}”, which is not there")
        if (one.network, one.handle.casefold()) in seen:
            top.wrong(f"profile “{one.handle}” is there twice on {one.network}")
        seen.add((one.network, one.handle.casefold()))
