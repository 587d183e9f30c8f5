"""What is made for a network fits every server of it that the force has profiles on."""

from controlroom.model.server import Server
from controlroom.outbound.media.needs import needs, needs_of

KNOWN = needs()["mastodon"]


def test_without_servers_the_data_of_the_networks_stand() -> None:
    assert needs_of([]) == needs()
    assert needs_of([("mastodon", Server())]) == needs()
    assert needs_of([("elsewhere", Server(photo_bytes=1))]) == needs()


def test_the_strictest_server_counts_in_each_figure() -> None:
    servers = [
        ("mastodon", Server(photo_bytes=5_000_000, files=8, kinds=("image/png", "video/mp4"))),
        ("mastodon", Server(clip_bytes=9_000_000, photo_bytes=1 << 40, alt=400, files=2)),
    ]
    found = needs_of(servers)
    took = found.pop("mastodon")
    assert found == {name: one for name, one in needs().items() if name != "mastodon"}
    assert took.photo is not None
    assert took.clip is not None
    assert (took.photo.bytes, took.photo.types) == (5_000_000, ("image/png",))
    assert (took.clip.bytes, took.alt, took.photos) == (9_000_000, 400, 2)
    assert KNOWN.photo is not None
    assert took.photo.side == KNOWN.photo.side


def test_for_a_server_without_mp4_no_clip_is_made() -> None:
    pictures = Server(kinds=("image/jpeg", "image/png"))
    assert needs_of([("mastodon", pictures)])["mastodon"].clip is None
