"""The engine as the desk starts it, against somebody else's Mastodon server."""

from pathlib import Path

from controlroom.model.reading import GapCause
from tests.engine.desk import Desk, desk
from tests.engine.mastodon_server import MastodonServer

SIGN_INS = {
    "1": {"access": "SENTINEL-TOKEN-westmarch"},
    "2": {"access": "SENTINEL-TOKEN-fenbridge"},
}


def connect(one: Desk, server: MastodonServer, name: str, number: int) -> None:
    """Makes an account of the force profile `number`."""
    account = server.client(name).account_verify_credentials()
    profile = {
        "id": 0,
        "network": "mastodon",
        "remote_id": f"127.0.0.1:{server.port}/{account.id}",
        "handle": f"{name}@127.0.0.1:{server.port}",
        "host": server.base,
    }
    one.say(save_profile=profile)
    assert one.hears("saved", lambda s: s.get("profile") == number)


def watch(one: Desk, *sources: tuple[str, int, str]) -> int:
    """Saves a stream over kinds, profiles and terms and returns its id."""
    before = len(one.heard("saved"))
    told = [
        {"network": "mastodon", "kind": kind, "profile": profile, "term": term}
        for kind, profile, term in sources
    ]
    one.say(save_stream={"id": 0, "name": "Watched", "sources": told, "urgent": True})
    number: int = one.hears("saved", lambda s: "stream" in s, before)["stream"]
    one.hears("state", lambda s: number in s["streams"])
    return number


def test_what_somebody_posts_appears_in_the_cache(server: MastodonServer, tmp_path: Path) -> None:
    ida = server.client("ida")
    ida.status_post("Good morning @westmarch, is the A17 open?", language="en")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        stream = watch(one, ("mentions", 1, ""))
        assert one.texts() == ["Good morning @westmarch, is the A17 open?"]
        ida.status_post("@westmarch It is closed at Fenbridge.")
        one.read(stream)
        changed = one.heard("changed")[-1]
        assert one.texts()[0] == "@westmarch It is closed at Fenbridge."
        assert changed["new"] == [one.posts()[0].id]
        assert changed["streams"] == [stream]
        post = one.posts()[0]
        assert post.profiles == (1,)
        assert post.post.author.handle == f"ida@127.0.0.1:{server.port}"
        assert one.close() == 0


def test_every_page_is_followed_until_the_known_post(
    server: MastodonServer, tmp_path: Path
) -> None:
    ida = server.client("ida")
    ida.status_post("@westmarch first")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        stream = watch(one, ("mentions", 1, ""))
        for number in range(45):
            ida.status_post(f"@westmarch report {number}")
        one.read(stream)
        assert len(one.texts()) == 46
        assert one.gaps() == []


def test_one_post_seen_through_two_profiles_is_stored_once(
    server: MastodonServer, tmp_path: Path
) -> None:
    server.client("ida").status_post("@westmarch @fenbridge a lorry is on its side #M97")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        connect(one, server, "fenbridge", 2)
        first = watch(one, ("mentions", 1, ""), ("hashtag", 1, "m97"))
        one.hears("state", lambda s: s["kind"] == "hashtag")
        second = watch(one, ("mentions", 2, ""))
        (only,) = one.posts()
        assert only.profiles == (1, 2)
        with one._cache() as database, database.read() as connection:
            rows = list(connection.exec_driver_sql("SELECT stream_id, post_id FROM stream_post"))
        assert rows == [(first, only.id), (second, only.id)]


def test_home_own_posts_and_reposts_come_with_what_they_say(
    server: MastodonServer, tmp_path: Path
) -> None:
    westmarch, ida = server.client("westmarch"), server.client("ida")
    westmarch.account_follow(ida.account_verify_credentials().id)
    original = ida.status_post("Lost: a grey cat in Brackenford", spoiler_text="Cat")
    westmarch.status_reblog(original)
    westmarch.status_post("Found the cat.")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        watch(one, ("home", 1, ""))
        watch(one, ("posts", 1, ""))
        kinds = {cached.post.kind: cached.post for cached in one.posts()}
        assert one.texts().count("Found the cat.") == 1
        assert kinds["repost"].text == "Lost: a grey cat in Brackenford"
        assert kinds["repost"].quote.remote_id == f"127.0.0.1:{server.port}/{original.id}"
        assert kinds["repost"].warning == "Cat"


def test_an_edit_is_a_new_version(server: MastodonServer, tmp_path: Path) -> None:
    ida = server.client("ida")
    status = ida.status_post("@westmarch fire at the mil")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        stream = watch(one, ("mentions", 1, ""))
        ida.status_update(status, "@westmarch fire at the mill")
        one.read(stream)
        (only,) = one.posts()
        assert only.post.text == "@westmarch fire at the mill"
        assert only.versions == 2


def test_a_server_that_is_down_leaves_a_gap_which_is_filled_when_it_is_back(
    server: MastodonServer, tmp_path: Path
) -> None:
    ida = server.client("ida")
    ida.status_post("@westmarch before")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        stream = watch(one, ("mentions", 1, ""))
        ida.status_post("@westmarch nobody reads this yet")
        server.stop()
        assert one.read(stream)["now"] == "network_down"
        (gap,) = one.gaps()
        assert gap.cause is GapCause.NETWORK_DOWN
        assert gap.ends is None
        assert one.heard("error")[-1]["kind"] == "NetworkDown"
        server.start()
        assert one.read(stream)["now"] == "live"
        (gap,) = one.gaps()
        assert gap.filled_at is not None
        assert one.texts() == ["@westmarch nobody reads this yet", "@westmarch before"]


def test_what_is_posted_while_the_engine_is_off_appears_when_it_is_back(
    server: MastodonServer, tmp_path: Path
) -> None:
    ida = server.client("ida")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        watch(one, ("mentions", 1, ""))
        assert one.close() == 0
    for number in range(42):
        ida.status_post(f"@westmarch at night {number}")
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        one.hears("state")
        assert len(one.texts()) == 42


def test_a_refused_token_sleeps_until_there_is_a_new_one(
    server: MastodonServer, tmp_path: Path
) -> None:
    server.client("ida").status_post("@westmarch hello")
    with desk(tmp_path / "data", sign_ins={"1": {"access": "SENTINEL-TOKEN-wrong"}}) as one:
        connect(one, server, "westmarch", 1)
        watch(one, ("mentions", 1, ""))
        assert one.heard("state")[-1]["now"] == "token_expired"
        one.say(sign_ins=SIGN_INS)
        one.hears("state", lambda s: s["now"] == "live")
        assert one.texts() == ["@westmarch hello"]


def test_no_token_and_no_key_is_ever_told_or_logged(server: MastodonServer, tmp_path: Path) -> None:
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        stream = watch(one, ("mentions", 1, ""))
        one.say(sign_ins={"x": {"access": "SENTINEL-TOKEN-in-a-bad-line"}})
        one.say(sign_ins={"1": {"access": "SENTINEL-TOKEN-with\nnewline"}})
        one.read(stream)
        server.stop()
        one.read(stream)
        one.close()
        told = one.errors.read_text() + repr(one.lines)
        assert one.errors.read_text()
        assert "SENTINEL" not in told
        assert "5a5a5a5a" not in told
