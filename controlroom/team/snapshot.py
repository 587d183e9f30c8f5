"""A state put away and brought back, so that a workstation need not fold from the first entry.

A snapshot is believed as far as whoever keeps it is believed: the cache is encrypted and local. It
names the entry it stands on and that entry's hash, and the fold goes on only from there.
"""

from dataclasses import dataclass

import msgspec

from controlroom.model.decoding import from_json
from controlroom.model.errors import WorldError
from controlroom.model.journal import moment, stamp
from controlroom.model.journal_rights import Refusal, Right
from controlroom.team.incident_state import Incident
from controlroom.team.publishing.kept import KeptPublishing
from controlroom.team.state import Cover, Officer, Place, State

FORM = 5


class SnapshotUnreadable(WorldError):
    sentence = "The team's state on this computer cannot be used."
    remedy = "It is made anew from the record; that takes up to a minute."


@dataclass(slots=True)
class _Form:
    form: int
    seq: int
    hash: str
    officers: dict[str, Officer]
    roles: dict[str, list[str]]
    groups: dict[str, str]
    profiles: dict[str, Place]
    locked: dict[str, int]
    covers: list[tuple[str, str, str, int]]
    assigned: dict[str, tuple[str, int]]
    shared: dict[str, tuple[str, int]]
    incidents: dict[str, Incident]
    refused: list[tuple[int, Refusal]]
    unknown: int
    publishing: KeptPublishing


def snapshot(state: State) -> bytes:
    """Returns a state as bytes; equal states give equal bytes."""
    covers = [
        (to, giver, stamp(cover.until), cover.seq)
        for to, given in state.covers.items()
        for giver, cover in given.items()
    ]
    form = _Form(
        FORM,
        state.seq,
        state.hash.hex(),
        state.officers,
        {role: sorted(rights) for role, rights in state.roles.items()},
        state.groups,
        state.profiles,
        state.locked,
        sorted(covers),
        state.assigned,
        state.shared,
        state.incidents,
        list(state.refused.items()),
        state.unknown,
        KeptPublishing.of(state.publishing),
    )
    return msgspec.json.encode(form, order="deterministic")


def restored(raw: bytes) -> State:
    """Returns the state of a snapshot. Raises `SnapshotUnreadable`, also for another version's."""
    try:
        form = from_json(raw, _Form)
        if form.form != FORM:
            raise SnapshotUnreadable
        return _state(form)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise SnapshotUnreadable from error


def _state(form: _Form) -> State:
    covers: dict[str, dict[str, Cover]] = {}
    for to, giver, until, seq in form.covers:
        covers.setdefault(to, {})[giver] = Cover(moment(until), seq)
    state = State(
        form.seq,
        bytes.fromhex(form.hash),
        form.officers,
        {role: frozenset(map(Right, rights)) for role, rights in form.roles.items()},
        form.groups,
        form.profiles,
        form.locked,
        covers,
        form.assigned,
        form.shared,
        form.incidents,
        dict(form.refused),
        form.unknown,
        form.publishing.restored(),
    )
    _find_holders(state)
    return state


def _find_holders(state: State) -> None:
    for number, officer in state.officers.items():
        for scope in officer.roles:
            if scope.startswith("profile/"):
                state.on_profile.setdefault(scope, set()).add(number)
