"""A team's station as a process, reading somebody else's Mastodon server.

python -m tests.together.station FOLDER TEAM-URL SERVER ACCOUNT-ID
"""

import sys
from pathlib import Path

from controlroom.engine.station.hearing import log_plainly
from controlroom.engine.station.seat import Seat
from controlroom.engine.station.serving import serve
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.journal.signing import Signer

KEY = bytes(range(32))
TOKEN = Credential("SENTINEL-TOKEN-westmarch")


def force_profile(server: str, account: str) -> Profile:
    """Returns the profile of the force on a server."""
    host = server.removeprefix("http://")
    return Profile(0, "mastodon", f"{host}/{account}", f"westmarch@{host}", "Westmarch", server)


def main(folder: Path, url: str, server: str, account: str) -> None:
    """Runs until it is told to end."""
    log_plainly()
    folder.mkdir()
    cache = CacheWriter.open(folder, KEY)
    number = cache.save_profile(force_profile(server, account))
    mentions = Source("mastodon", SourceKind.MENTIONS, number)
    cache.save_stream(Stream(0, "Mentions", (mentions,), urgent=True))
    cache.close()
    serve(Seat(folder, KEY, url, Signer.fresh(), sign_ins=lambda _: {number: TOKEN}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
