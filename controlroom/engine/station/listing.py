"""Which profiles and streams a station reads, as a workstation takes them over."""

from collections.abc import Sequence

import msgspec

from controlroom.model import clock
from controlroom.model.decoding import decoder
from controlroom.model.profile import Profile
from controlroom.model.server import Server, Servers
from controlroom.model.stream import Reach, Stream
from controlroom.store.archive.names import Names
from controlroom.store.cache.servers import ServerKeeper, ServerList
from controlroom.store.cache.sources import SourceKeeper


class ListedProfile(msgspec.Struct, frozen=True):
    """A profile; `group` by its name."""

    network: str
    remote_id: str
    handle: str
    name: str = ""
    host: str = ""
    group: str = ""
    owner: str = ""


class ListedStream(msgspec.Struct, frozen=True):
    """A stream; `sources` by their names, `groups` of the reaches by theirs."""

    name: str
    sources: tuple[str, ...] = ()
    query: str = ""
    urgent: bool = False
    reaches: tuple[Reach, ...] = ()
    groups: tuple[str, ...] = ()
    purpose: str = ""


class ListedServer(msgspec.Struct, frozen=True):
    """What a server of profiles takes, as it told the station."""

    network: str
    host: str
    told: Server


class Listing(msgspec.Struct, frozen=True):
    """All of them."""

    profiles: tuple[ListedProfile, ...] = ()
    streams: tuple[ListedStream, ...] = ()
    servers: tuple[ListedServer, ...] = ()


decode = decoder(Listing).decode
"""Returns the listing of a text. Raises `msgspec.MsgspecError`."""


def listing_of(cache: SourceKeeper) -> Listing:
    """Returns what a cache says is read."""
    groups = {group.id: group.name for group in cache.groups()}
    profiles = cache.profiles()
    names = Names({profile.id: profile for profile in profiles})
    return Listing(
        tuple(_profile(one, groups.get(one.group, "")) for one in profiles),
        tuple(_stream(one, names, groups) for one in cache.streams()),
        tuple(ListedServer(*key, told) for key, told in sorted(_told(cache).items())),
    )


def take_over(listing: Listing, cache: SourceKeeper) -> bool:
    """Adds and changes profiles, and adds streams that are not there; returns whether it did.

    What the servers take is taken over besides.

    What is here and not in the listing stays: it may be somebody's own.
    """
    changed = _took_profiles(listing.profiles, cache)
    _take_servers(listing.servers, cache)
    profiles = {profile.id: profile for profile in cache.profiles()}
    groups = {group.name: group.id for group in cache.groups()}
    known = {stream.name for stream in cache.streams()}
    for one in listing.streams:
        if one.name not in known:
            cache.save_stream(_made(one, Names(profiles), groups))
            changed = True
    return changed


def _took_profiles(listed: Sequence[ListedProfile], cache: SourceKeeper) -> bool:
    groups = {group.id: group.name for group in cache.groups()}
    there = {_profile(one, groups.get(one.group, "")) for one in cache.profiles()}
    new = [one for one in listed if one not in there]
    if not new:
        return False
    made = [Profile(0, one.network, one.remote_id, one.handle, one.name, one.host, 0, one.owner)
            for one in new]  # fmt: skip
    cache.add_profiles(made, [one.group for one in new])
    return True


def _take_servers(listed: Sequence[ListedServer], cache: SourceKeeper) -> None:
    known, keeper = _told(cache), ServerKeeper(cache.database)
    for one in listed:
        if known.get((one.network, one.host)) != one.told:
            keeper.keep(one.network, one.host, one.told, clock.now())


def _told(cache: SourceKeeper) -> Servers:
    return ServerList(cache.database).told()


def _profile(one: Profile, group: str) -> ListedProfile:
    about = (one.network, one.remote_id, one.handle, one.name, one.host)
    return ListedProfile(*about, group, one.owner)


def _stream(one: Stream, names: Names, groups: dict[int, str]) -> ListedStream:
    sources = tuple(name for source in one.sources if (name := names.of_source(source)))
    of = tuple(groups.get(reach.group, "") for reach in one.reaches)
    return ListedStream(one.name, sources, one.query, one.urgent, one.reaches, of, one.purpose)


def _made(one: ListedStream, names: Names, groups: dict[str, int]) -> Stream:
    sources = tuple(source for name in one.sources if (source := names.source(name)))
    reaches = tuple(
        _in_group(reach, groups.get(group, 0))
        for reach, group in zip(one.reaches, one.groups, strict=False)
    )
    return Stream(0, one.name, sources, one.query, one.urgent, reaches, one.purpose)


def _in_group(reach: Reach, group: int) -> Reach:
    return Reach(reach.kind, group, reach.network, reach.term)
