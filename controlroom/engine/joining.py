"""Joining a team from the command line, and what a station of it works with."""

import sys
from pathlib import Path

from controlroom.engine.station.seat import Seat
from controlroom.keychain import (
    Created,
    DataKey,
    open_house_key,
    recorded_backend,
    system_keychain,
)
from controlroom.keychain.case_lists import CaseKeyKeeper
from controlroom.keychain.door import Keychain
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.keychain.team import TeamSecrets
from controlroom.model.credential import Credential
from controlroom.model.guard import Guard
from controlroom.outbound.case_lists.late import keys_of
from controlroom.settings import SettingsFile
from controlroom.store.archive.spool import SPOOL
from controlroom.store.durable import disk_told
from controlroom.store.journal.signing import Signer
from controlroom.store.kinds import OURS
from controlroom.store.places import refuse_unfit_place
from controlroom.team.joined import (
    Introduction,
    NotInATeam,
    join,
    signed_in_address,
    team_address,
)


def join_here(folder: Path, url: str, password: str) -> list[str]:
    """Joins a team with a data folder, made if it is new; returns what is to be said.

    Raises `WorldError`; the folder has joined no other team then than before.
    """
    chain = system_keychain(recorded_backend(folder))
    _, said = _house_key(folder, chain)
    secrets = TeamSecrets(chain, needed_keys(folder).key_id)
    return [*said, *lines(join(folder, url, password, secrets))]


def lines(told: Introduction) -> list[str]:
    """Returns what a team's database said, for a terminal."""
    said = [f"Joined as {told.actor}."]
    if told.clock_is_off:
        seconds = told.ahead.total_seconds()
        way = "ahead of" if seconds > 0 else "behind"
        said.append(
            f"This computer's clock is {abs(seconds):.0f} seconds {way} the database's: set it."
        )
    if not told.is_here and not told.actor.startswith("login:"):
        said.append("The team's posts come once a station is on duty and the record knows you.")
    return said


def station_seat(folder: Path, custody: Path | None) -> Seat:
    """Returns what the station of a data folder works with.

    Raises `NotInATeam`, any `SecretError`, `StoreError`.
    """
    # A folder of nobody's gets no key here: whoever joins is shown how to recover it.
    if not team_address(folder):
        raise NotInATeam(folder=folder)
    chain = system_keychain(recorded_backend(folder))
    key, _ = _house_key(folder, chain)
    number = needed_keys(folder).key_id
    secrets, keeper = TeamSecrets(chain, number), SignInKeeper(chain, number)
    settings = SettingsFile(folder).now

    def renewed(profile: int, credential: Credential) -> None:
        keeper.save(profile, credential)

    def guard() -> Guard:
        match = keys_of(CaseKeyKeeper(chain, number)).match
        key = match.reveal().hex() if match is not None else ""
        now = SettingsFile(folder).now
        return Guard(key, now.own_sites, now.own_phones)

    return Seat(
        folder,
        key.reveal(),
        signed_in_address(folder, secrets),
        _signer(secrets),
        custody,
        sign_ins=keeper.of,
        renewed=renewed,
        guard=guard,
        days=settings.retention_days,
    )


def run_station(folder: Path, custody: Path | None) -> None:
    """Runs the station of a data folder until it is told to end. Raises `WorldError`."""
    from controlroom.engine.station.hearing import log_plainly
    from controlroom.engine.station.serving import serve

    log_plainly()
    seat = station_seat(folder, custody)
    sys.stderr.write(f"Checkpoints are signed with {seat.signer.public}.\n")
    serve(seat)


def _house_key(folder: Path, chain: Keychain) -> tuple[DataKey, list[str]]:
    """Returns the folder's key, made if it is new: then the recovery key is to be shown once."""
    refuse_unfit_place(folder)
    with disk_told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    got = open_house_key(folder, chain, [folder / kind.name for kind in (*OURS, SPOOL)])
    if isinstance(got, Created):
        return got.key, [f"Recovery key, to be kept on paper: {got.recovery.text()}"]
    return got.key, []


def _signer(secrets: TeamSecrets) -> Signer:
    raw = secrets.signing_key()
    if raw is not None:
        return Signer(raw)
    made = Signer.fresh()
    secrets.save_signing_key(made.reveal())
    return made
