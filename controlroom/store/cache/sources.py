"""Who is read and what for: profiles, groups and streams as the cache keeps them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from controlroom.model.decoding import decoder
from controlroom.model.profile import Group, Profile
from controlroom.model.stream import Reach, Source, Stream
from controlroom.store.database import Database

_encode = msgspec.json.Encoder().encode


class _Stored(msgspec.Struct, omit_defaults=True):
    """What stands in a stream's column `sources`; the first version held the bare list."""

    sources: tuple[Source, ...] = ()
    reaches: tuple[Reach, ...] = ()
    purpose: str = ""


_stored = decoder(_Stored | tuple[Source, ...]).decode

_PROFILE = "network, remote_id, handle, name, host, group_id, owner"
_SAVE_PROFILE = f"""
INSERT INTO profile (id, {_PROFILE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET network = excluded.network, remote_id = excluded.remote_id,
    handle = excluded.handle, name = excluded.name, host = excluded.host,
    group_id = excluded.group_id, owner = excluded.owner
ON CONFLICT (network, remote_id) DO UPDATE SET handle = excluded.handle, name = excluded.name,
    host = excluded.host, group_id = excluded.group_id, owner = excluded.owner
RETURNING id
"""
_SAVE_STREAM = """
INSERT INTO stream (id, name, sources, query, urgent) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, sources = excluded.sources,
    query = excluded.query, urgent = excluded.urgent
RETURNING id
"""
_SAVE_GROUP = """
INSERT INTO profile_group (id, name, parent) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent = excluded.parent
RETURNING id
"""
_GROUPS = "SELECT id, name FROM profile_group ORDER BY id DESC"
_REMOVE_PROFILES = "DELETE FROM profile WHERE id IN (SELECT value FROM json_each(?))"
_STREAM_SOURCES = "SELECT id, sources FROM stream"
_SAVE_SOURCES = "UPDATE stream SET sources = ? WHERE id = ?"


class SourceList:
    """Reads profiles, groups and streams; works on a database opened only for reading."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def profiles(self) -> list[Profile]:
        """Returns all profiles in the order in which they were added."""
        return [Profile(*row) for row in self._rows(f"SELECT id, {_PROFILE} FROM profile")]

    def groups(self) -> list[Group]:
        """Returns all groups in the order in which they were added."""
        return [Group(*row) for row in self._rows("SELECT id, name, parent FROM profile_group")]

    def streams(self) -> list[Stream]:
        """Returns all streams in the order in which they were added."""
        rows = self._rows("SELECT id, name, sources, query, urgent FROM stream")
        return [_stream(*row) for row in rows]

    def _rows(self, statement: str) -> list[Any]:
        with self.database.read() as connection:
            return list(connection.exec_driver_sql(f"{statement} ORDER BY id"))


class SourceKeeper(SourceList):
    """The same with saving. An id of 0 adds; any other changes what has it, or adds it under it."""

    def save_profile(self, profile: Profile) -> int:
        """Saves and returns the id. One account of a network is one profile for ever."""
        return self._save(_SAVE_PROFILE, _profile_row(profile))

    def add_profiles(self, profiles: Sequence[Profile], groups: Sequence[str] = ()) -> list[int]:
        """Saves all or none and returns their ids.

        Args:
            groups: the name of each one's group, made if it is not there; "" keeps the profile's.
        """
        no_groups = [""] * len(profiles)
        with self.database.write() as connection:
            known = {name: number for number, name in connection.exec_driver_sql(_GROUPS)}
            ids = []
            for profile, group in zip(profiles, [*groups, *no_groups], strict=False):
                if group and group not in known:
                    row = (None, group, 0)
                    known[group] = connection.exec_driver_sql(_SAVE_GROUP, row).scalar_one()
                whole = replace(profile, group=known[group]) if group else profile
                saved = connection.exec_driver_sql(_SAVE_PROFILE, _profile_row(whole))
                ids.append(saved.scalar_one())
        return ids

    def remove_profiles(self, ids: Sequence[int]) -> None:
        """Forgets profiles and what streams read through them; their posts stay."""
        gone = set(ids)
        with self.database.write() as connection:
            connection.exec_driver_sql(_REMOVE_PROFILES, (_encode(sorted(gone)).decode(),))
            for number, held in connection.exec_driver_sql(_STREAM_SOURCES).all():
                stored = _read(held)
                left = tuple(source for source in stored.sources if source.profile not in gone)
                if len(left) < len(stored.sources):
                    stored.sources = left
                    connection.exec_driver_sql(_SAVE_SOURCES, (_encode(stored), number))

    def save_group(self, group: Group) -> int:
        """Saves and returns the id."""
        return self._save(_SAVE_GROUP, (group.id or None, group.name, group.parent))

    def save_stream(self, stream: Stream) -> int:
        """Saves and returns the id."""
        sources = _encode(_Stored(stream.sources, stream.reaches, stream.purpose))
        row = (stream.id or None, stream.name, sources, stream.query, stream.urgent)
        return self._save(_SAVE_STREAM, row)

    def _save(self, statement: str, row: tuple[Any, ...]) -> int:
        with self.database.write() as connection:
            saved: int = connection.exec_driver_sql(statement, row).scalar_one()
        return saved


def _profile_row(profile: Profile) -> tuple[Any, ...]:
    return (
        profile.id or None, profile.network, profile.remote_id, profile.handle, profile.name,
        profile.host, profile.group, profile.owner,
    )  # fmt: skip


def _stream(number: int, name: str, held: bytes, query: str, urgent: int) -> Stream:
    stored = _read(held)
    return Stream(number, name, stored.sources, query, bool(urgent), stored.reaches, stored.purpose)


def _read(held: bytes) -> _Stored:
    stored = _stored(held)
    return stored if isinstance(stored, _Stored) else _Stored(stored)
