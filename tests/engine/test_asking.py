"""What servers take is asked by a real engine, kept, and asked again when it is old."""

from datetime import UTC, datetime
from pathlib import Path

from controlroom.engine.sending_beside import told_by
from controlroom.model.server import Server
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.servers import ServerKeeper, ServerList
from controlroom.store.cache.sources import SourceList
from controlroom.store.database import Database
from tests.engine.desk import KEY, Desk, desk
from tests.engine.mastodon_server import MastodonServer, wait_until
from tests.engine.test_real_server import SIGN_INS, connect

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def told(one: Desk) -> list[Server]:
    with one._cache() as database:
        return list(ServerList(database).told().values())


def characters_of(folder: Path) -> list[int]:
    """Returns what the sender goes by, for each profile whose server has told."""
    database = Database.open(folder, CACHE, bytes.fromhex(KEY), write=False)
    try:
        known = told_by(SourceList(database))
    finally:
        database.close()
    return [one.limits.text().most for one in known.values() if one.limits is not None]


def grow_old(folder: Path) -> None:
    """Makes what servers told as if they had told it long ago."""
    database = Database.open(folder, CACHE, bytes.fromhex(KEY), write=True)
    try:
        keeper = ServerKeeper(database)
        for (network, host), known in keeper.told().items():
            keeper.keep(network, host, known, LONG_AGO)
    finally:
        database.close()


def test_what_a_server_takes_is_kept_and_follows_what_it_says_later(
    server: MastodonServer, tmp_path: Path
) -> None:
    server.stop()
    server.characters = 11_000
    server.start()
    folder = tmp_path / "data"
    with desk(folder, sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        assert one.hears("servers") is True
        assert [each.characters for each in told(one)] == [11_000]
        assert told(one)[0].poll_options == 4
        connect(one, server, "fenbridge", 2)
        assert one.close() == 0
    assert characters_of(folder) == [11_000, 11_000], "both stand on one server"
    server.stop()
    server.characters = 280
    server.start()
    with desk(folder, sign_ins=SIGN_INS) as one:
        one.say(networks=True)
        one.hears("networks")
        assert [each.characters for each in told(one)] == [11_000], "it was asked a moment ago"
        assert one.close() == 0
    grow_old(folder)
    with desk(folder, sign_ins=SIGN_INS) as one:
        assert one.hears("servers") is True
        assert one.close() == 0
    assert characters_of(folder) == [280, 280]


def test_a_server_that_is_away_is_asked_again_when_somebody_signs_in(
    server: MastodonServer, tmp_path: Path
) -> None:
    profile = profile_of(server)
    server.stop()
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        one.say(save_profile=profile)
        wait_until(lambda: "did not tell what it takes" in one.errors.read_text())
        assert told(one) == []
        server.start()
        one.say(sign_ins=SIGN_INS)
        one.hears("servers")
        assert [each.characters for each in told(one)] == [500]


def profile_of(server: MastodonServer) -> dict[str, object]:
    account = server.client("westmarch").account_verify_credentials()
    return {
        "id": 0,
        "network": "mastodon",
        "remote_id": f"127.0.0.1:{server.port}/{account.id}",
        "handle": f"westmarch@127.0.0.1:{server.port}",
        "host": server.base,
    }
