"""What an exercise says once it runs: where its networks are, and what a desk begins with."""

from collections.abc import Mapping, Sequence

import msgspec

from controlroom.exercise.faces.base import Face
from controlroom.exercise.scenario.force import ForceOfficer
from controlroom.exercise.scenario.plan import BoardPlan, ColumnPlan
from controlroom.exercise.traffic.stage import Stage
from controlroom.model.clock import Pace
from controlroom.model.credential import Credential
from controlroom.model.decoding import decoder
from controlroom.model.profile import Profile


class ReadyProfile(msgspec.Struct):
    """One profile, the name of its group, and what it signs in with."""

    profile: Profile
    group: str
    credential: Credential


class ReadyOfficer(msgspec.Struct):
    """Somebody of the force.

    Attributes:
        scopes: names of groups the roles are for, "" for the whole force.
        profiles: places of profiles in `Ready.profiles` the roles are for.
    """

    number: str
    name: str
    roles: list[str]
    scopes: list[str]
    profiles: list[int]
    at_desk: bool = False


class ReadyColumn(msgspec.Struct):
    """A column as `scenario.plan.ColumnPlan` has it.

    Attributes:
        feeds: addresses of the feeds it reads, for a column of feeds.
    """

    title: str
    kind: str
    group: str
    network: str
    term: str
    query: str
    urgent: bool
    feeds: list[str] = []


class ReadyBoard(msgspec.Struct):
    """A tab and its columns."""

    name: str
    columns: list[ReadyColumn]


class Ready(msgspec.Struct):
    """Everything a desk needs to begin.

    Attributes:
        clock: how its clock runs.
        led: from hosts of the originals to addresses on this computer.
        groups: names of groups, each with the name of the one it stands in.
    """

    name: str
    clock: Pace
    led: dict[str, str]
    groups: dict[str, str]
    profiles: list[ReadyProfile]
    boards: list[ReadyBoard]
    officers: list[ReadyOfficer] = []

    def __repr__(self) -> str:
        return "Ready(hidden)"


decode = decoder(Ready).decode


def ready_of(stage: Stage, faces: Mapping[str, Face], led: Mapping[str, str]) -> Ready:
    """Returns what a desk begins with; networks without a face are left out."""
    scenario = stage.scenario
    profiles = _profiles(stage, faces)
    return Ready(
        name=scenario.title,
        clock=stage.world.clock.pace(),
        led=dict(led),
        groups={group.name: group.parent for group in scenario.force.groups},
        profiles=profiles,
        boards=[_board(board, stage, faces) for board in scenario.boards],
        officers=[_officer(one, profiles) for one in scenario.force.everybody()],
    )


def _officer(one: ForceOfficer, profiles: Sequence[ReadyProfile]) -> ReadyOfficer:
    theirs = [
        place
        for place, ready in enumerate(profiles)
        if (ready.profile.network, ready.profile.handle) in one.handles
    ]
    scopes = [] if one.handles else [one.group]
    return ReadyOfficer(one.number, one.name, list(one.roles), scopes, theirs, one.at_desk)


def _profiles(stage: Stage, faces: Mapping[str, Face]) -> list[ReadyProfile]:
    ready = []
    for one in stage.scenario.force.profiles:
        face = faces.get(one.network)
        if face is None:
            continue
        account = stage.profiles[one.network, one.handle]
        host = face.hosts[0] if face.many_hosts else ""
        profile = Profile(
            0, one.network, face.remote_id(account), account.handle, account.name, host,
            owner=one.owner,
        )  # fmt: skip
        ready.append(ReadyProfile(profile, one.group, face.credential(account)))
    return ready


def _board(board: BoardPlan, stage: Stage, faces: Mapping[str, Face]) -> ReadyBoard:
    return ReadyBoard(board.name, [_column(one, stage, faces) for one in board.columns])


def _column(one: ColumnPlan, stage: Stage, faces: Mapping[str, Face]) -> ReadyColumn:
    face, addresses = faces.get("rss"), []
    if one.kind == "feed" and face is not None:
        addresses = [face.remote_id(f) for f in stage.feeds if one.term in ("", f.handle)]
    return ReadyColumn(
        one.title, one.kind, one.group, one.network, one.term, one.query, one.urgent, addresses
    )
