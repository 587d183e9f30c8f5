"""From profiles and streams to what is to be read: every source once, for all its streams."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from controlroom.feeds.base import Capabilities
from controlroom.intake.wanting import Scope, Wanted
from controlroom.model.errors import OurError
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, Stream

log = logging.getLogger(__name__)


def wanted_sources(
    profiles: Iterable[Profile],
    streams: Iterable[Stream],
    capabilities_of: Callable[[str], Capabilities],
    app_of: Callable[[int], str] = lambda _: "",
) -> list[Wanted]:
    """Returns what the streams ask for; a source nobody can read is logged and left out.

    Args:
        app_of: from a profile to the application it is signed in under.
    """
    known = {profile.id: profile for profile in profiles}
    asked: dict[Source, list[Stream]] = {}
    for stream in streams:
        for source in stream.sources:
            asked.setdefault(source, []).append(stream)
    found = [_wanted(source, by, known, capabilities_of) for source, by in asked.items()]
    return [replace(one, app=app_of(one.source.profile)) for one in found if one]


def _wanted(
    source: Source,
    streams: list[Stream],
    profiles: dict[int, Profile],
    capabilities_of: Callable[[str], Capabilities],
) -> Wanted | None:
    try:
        offers = capabilities_of(source.network)
    except OurError:
        log.warning("nothing here reads the network %s", source.network)
        return None
    profile = profiles.get(source.profile)
    reading = offers.reads.get(source.kind)
    if reading is None or (offers.signs_in and reading.by_profile and profile is None):
        log.warning(
            "%s cannot be read: %s, profile %d", source.network, source.kind, source.profile
        )
        return None
    return Wanted(
        source=source,
        streams=tuple(stream.id for stream in streams),
        scope=_scope(source, profile),
        capabilities=offers,
        urgent=any(stream.urgent for stream in streams),
    )


def _scope(source: Source, profile: Profile | None) -> Scope:
    """Where nobody signs in, every server counts for itself."""
    if profile is not None:
        return source.network, profile.host, profile.id
    return source.network, _server(source.term), 0


def _server(term: str) -> str:
    try:
        return urlsplit(term).netloc
    except ValueError:
        return ""
