"""What a batch leaves behind, and what it says of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from benchmarks.posts import sightings
from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.post import Author, Media, MediaKind, Metrics
from controlroom.model.query.parse import parse
from controlroom.store.cache import authors, ids
from controlroom.store.cache.ids import second_of
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.conftest import KEY
from tests.store.cache.dump import meaning, rows
from tests.store.cache.sample import START, at, author, missed, post, sighting

ONE = ("mastodon", "1")


def stored(writer: CacheWriter, key: tuple[str, str] = ONE) -> dict[str, object]:
    return meaning(writer)["posts"][key]


def found(writer: CacheWriter, query: str) -> list[str]:
    reader = CacheReader(writer.database)
    return [hit.post.text for hit in reader.search(parse(query))]


def only(writer: CacheWriter) -> int:
    with writer.database.read() as connection:
        return connection.exec_driver_sql("SELECT id FROM post").scalar_one()


def test_a_post_comes_back_as_it_went_in(writer: CacheWriter) -> None:
    batch = list(sightings(300))
    changes = writer.ingest(batch)
    reader = CacheReader(writer.database)
    back = {c.post.remote_id: c for c in reader.posts(changes.new)}
    for one in batch:
        cached = back[one.post.remote_id]
        assert replace(cached.post, author=one.post.author) == replace(one.post, raw=b"")
        assert cached.profiles == one.profiles
        assert reader.payload(cached.id) == one.post.raw


def test_new_posts_are_told_in_order_of_time(writer: CacheWriter) -> None:
    batch = list(sightings(200))
    changes = writer.ingest(batch[::-1])
    told = [c.post.created_at for c in CacheReader(writer.database).posts(changes.new)]
    assert list(changes.new) == sorted(changes.new)
    assert told == sorted(told, reverse=True)


def test_the_same_batch_twice_changes_nothing(writer: CacheWriter) -> None:
    batch, gone = list(sightings(500)), [missed(70), missed(70, "never seen")]
    assert len(writer.ingest(batch, gone).new) == 500
    before = rows(writer)
    assert writer.ingest(batch, gone) == Changes()
    assert rows(writer) == before


def test_many_streams_hold_one_post_once(writer: CacheWriter) -> None:
    writer.ingest([sighting(streams=(1, 2)), sighting(streams=(2, 3), profiles=(4,))])
    writer.ingest([sighting(streams=(9,), profiles=(1, 5))])
    reader = CacheReader(writer.database)
    ids = {reader.older(stream)[0].id for stream in (1, 2, 3, 9)}
    assert len(ids) == 1
    assert reader.older(1)[0].profiles == (1, 4, 5)
    assert stored(writer)["streams"] == [1, 2, 3, 9]


def test_an_edit_keeps_the_version_before_it_with_its_payload(writer: CacheWriter) -> None:
    first = writer.ingest([sighting("two hurt", 10)])
    second = writer.ingest([sighting("nobody hurt", 20, edited_at=at(15))])
    assert (first.new, first.updated) == (second.updated, second.new)
    texts = [v.text for v in CacheReader(writer.database).versions(first.new[0])]
    assert texts == ["nobody hurt", "two hurt"]
    assert stored(writer)["payload"] == b"{\"text\": 'nobody hurt'}"
    assert [v[6] for v in stored(writer)["versions"]] == [b"{\"text\": 'two hurt'}"]
    assert found(writer, "nobody") == ["nobody hurt"]
    assert found(writer, "two") == []


def test_an_edit_which_the_network_does_not_date_is_kept_too(writer: CacheWriter) -> None:
    writer.ingest([sighting("two hurt", 10)])
    writer.ingest([sighting("nobody hurt", 20)])
    texts = [v.text for v in CacheReader(writer.database).versions(only(writer))]
    assert texts == ["nobody hurt", "two hurt"]


def test_an_older_version_that_arrives_late_does_not_stand(writer: CacheWriter) -> None:
    writer.ingest([sighting("nobody hurt", 20, edited_at=at(15))])
    assert not writer.ingest([sighting("two hurt", 10)])
    assert stored(writer)["row"][14] == 2, "versions"
    assert found(writer, "two OR nobody") == ["nobody hurt"]


def test_the_payload_of_an_old_text_is_never_shown_for_a_new_one(writer: CacheWriter) -> None:
    writer.ingest([sighting("two hurt", 10)])
    writer.ingest([sighting("nobody hurt", 20, raw=b"")])
    assert stored(writer)["payload"] is None
    assert stored(writer)["versions"][0][6] == b"{\"text\": 'two hurt'}"


def test_a_missing_post_is_marked_and_stays(writer: CacheWriter) -> None:
    new = writer.ingest([sighting(seen=10)]).new
    assert writer.ingest([], [missed(20)]) == Changes(removed=new)
    cached = CacheReader(writer.database).posts(new)[0]
    assert cached.gone_at == at(20)
    assert cached.post.text == "Lorry on the M97"
    assert found(writer, "is:gone") == ["Lorry on the M97"]


def test_a_post_that_is_seen_again_later_is_no_longer_gone(writer: CacheWriter) -> None:
    new = writer.ingest([sighting(seen=10)], [missed(20)]).new
    assert writer.ingest([sighting(seen=30)]) == Changes(updated=new)
    assert CacheReader(writer.database).posts(new)[0].gone_at is None
    assert found(writer, "is:gone") == []


def test_a_post_missed_before_it_was_first_stored_arrives_as_gone(writer: CacheWriter) -> None:
    writer.ingest([], [missed(20)])
    assert meaning(writer)["gone"] == [("mastodon", "1", 1_793_534_420_000)]
    new = writer.ingest([sighting(seen=10)]).new
    assert CacheReader(writer.database).posts(new)[0].gone_at == at(20)
    assert meaning(writer)["gone"] == []


def test_an_unknown_post_seen_and_missed_in_one_batch_arrives_as_gone(writer: CacheWriter) -> None:
    new = writer.ingest([sighting(seen=10)], [missed(20)]).new
    assert CacheReader(writer.database).posts(new)[0].gone_at == at(20)
    assert found(writer, "is:gone") == ["Lorry on the M97"]
    assert meaning(writer)["gone"] == []


def test_a_change_of_figures_is_told_also_when_the_post_was_missed_before(
    writer: CacheWriter,
) -> None:
    new = writer.ingest([sighting(seen=10)]).new
    liked = sighting(seen=30, metrics=Metrics(likes=7))
    assert writer.ingest([liked], [missed(20)]) == Changes(updated=new)


def test_later_detail_of_an_unchanged_text_is_found(writer: CacheWriter) -> None:
    new = writer.ingest([sighting(seen=10)]).new
    picture = Media(MediaKind.IMAGE, "https://m.example/1")
    assert writer.ingest([sighting(seen=20, language="en")]) == Changes(updated=new)
    assert found(writer, "lang:en") == ["Lorry on the M97"]
    writer.ingest([sighting(seen=30, language="en", media=(picture,))])
    assert found(writer, "has:image") == ["Lorry on the M97"]


def test_figures_of_our_own_posts_have_a_history_by_quarter_hours(writer: CacheWriter) -> None:
    ours = {"author": author("ours"), "remote_id": "1"}
    for minute, likes in ((40, 9), (1, 1), (14, 2), (16, 3)):
        writer.ingest([sighting(seen=minute * 60, metrics=Metrics(likes=likes), **ours)])
    writer.ingest([sighting("theirs", metrics=Metrics(likes=5), remote_id="2")])
    assert [row[4] for row in stored(writer)["metrics"]] == [2, 3, 9]
    assert stored(writer, ("mastodon", "2"))["metrics"] == []


def test_the_first_post_of_a_network_may_be_our_own(writer: CacheWriter) -> None:
    writer.ingest([sighting(author=author("ours"), metrics=Metrics(likes=1))])
    assert [row[4] for row in stored(writer)["metrics"]] == [1]


def test_a_renamed_author_is_known_by_the_new_name_and_the_post_found_by_its_own(
    writer: CacheWriter,
) -> None:
    writer.ingest([sighting("old one", 10)])
    writer.ingest([sighting("new one", 20, remote_id="2", author=author(name="Bo Reed"))])
    writer.ingest([], [missed(30)])
    assert meaning(writer)["authors"][0][3] == "Bo Reed"
    assert found(writer, "Quill") == ["old one"]
    assert found(writer, "Reed") == ["new one"]


def test_payloads_come_back_from_before_and_after_the_dictionary(writer: CacheWriter) -> None:
    batch = list(sightings(2_500))
    for start in range(0, len(batch), 500):
        writer.ingest(batch[start : start + 500])
    with writer.database.read() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM payload_dictionary").scalar_one()
    assert count == 1
    posts = meaning(writer)["posts"]
    for one in batch:
        assert posts[one.post.network, one.post.remote_id]["payload"] == one.post.raw


def test_payloads_that_teach_nothing_do_not_stop_ingest(writer: CacheWriter) -> None:
    for start in range(0, 2_000, 500):
        numbers = range(start, start + 500)
        writer.ingest([sighting(remote_id=str(n), raw=b"{}") for n in numbers])
    assert len(meaning(writer)["posts"]) == 2_000


HOSTILE = {
    "lone surrogates": "so \ud83d sad \udc00",
    "NUL": "before\0after",
    "a megabyte": "flood " * 175_000,
    "stacked accents": "z" + "\u0301" * 5_000,
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_goes_in_and_its_neighbours_with_it(writer: CacheWriter, text: str) -> None:
    neighbours = list(sightings(20))
    batch = [*neighbours[:10], sighting(text), *neighbours[10:]]
    assert len(writer.ingest(batch).new) == 21
    assert writer.ingest(batch) == Changes()
    clean = text.replace("\ud83d", "\ufffd").replace("\udc00", "\ufffd")
    assert stored(writer)["row"][4] == clean
    assert len(meaning(writer)["posts"]) == 21
    assert clean in found(writer, "from:a1_handle")


@pytest.mark.parametrize("bad", ["\ud83d", "a\0b", "", "🚓" * 500])
def test_every_field_may_be_hostile(writer: CacheWriter, bad: str) -> None:
    evil = Author(bad, bad, bad, bad)
    fields = {"author": evil, "language": bad, "reply_to": bad, "root": bad, "warning": bad}
    batch = [sighting(bad, remote_id=bad, url=bad, **fields), sighting(remote_id="2")]
    gone = [missed(5, bad), missed(5, bad, bad)]
    assert len(writer.ingest(batch, gone).new) == 2
    assert writer.ingest(batch, gone) == Changes()
    assert len(CacheReader(writer.database).search(parse("network:mastodon"))) == 2


def test_hostile_authors_are_known_again_after_a_restart(
    new_cache: Callable[[], CacheWriter],
) -> None:
    writer = new_cache()
    evil = author("a\0\ud83d", handle="\ud83d")
    writer.ingest([sighting(author=evil)])
    folder = writer.database.path.parent
    writer.close()
    again = CacheWriter.open(folder, KEY)
    again.ingest([sighting("second", remote_id="2", author=evil)])
    assert len(meaning(again)["posts"]) == 2
    assert len(meaning(again)["authors"]) == 1
    again.close()


def test_figures_beyond_64_bits_are_cut(writer: CacheWriter) -> None:
    huge = author("rich", followers=10**30)
    neighbours = list(sightings(10))
    batch = [*neighbours, sighting(author=huge, metrics=Metrics(likes=-(10**40)))]
    assert len(writer.ingest(batch).new) == 11
    assert writer.ingest(batch) == Changes()
    assert stored(writer)["row"][21] == -(2**63 - 1)
    assert found(writer, "from:a1_handle OR from:rich_handle") == ["Lorry on the M97"]


def test_authors_without_any_data_share_one_row(writer: CacheWriter) -> None:
    nobody = Author("", "")
    writer.ingest([sighting(author=nobody), sighting("b", author=nobody, remote_id="2")])
    assert len(meaning(writer)["authors"]) == 1
    assert len(CacheReader(writer.database).older(1)) == 2


@pytest.mark.parametrize("year", [1, 1900, 1970, 1999, 2000, 2099, 9999])
def test_a_post_may_claim_any_date(writer: CacheWriter, year: int) -> None:
    claimed = datetime(year, 1, 1, tzinfo=UTC)
    new = writer.ingest([sighting(created_at=claimed)]).new
    assert CacheReader(writer.database).older(1)[0].post.created_at == claimed
    assert second_of(new[0]) <= at(10).timestamp(), "a false date in the future stays below now"
    assert writer.ingest([sighting(created_at=claimed)]) == Changes()


def test_twenty_thousand_posts_of_one_second_all_go_in(writer: CacheWriter) -> None:
    second = [sighting("flood", remote_id=str(n), raw=b"") for n in range(20_000)]
    ids = []
    for start in range(0, 20_000, 2_000):
        ids += writer.ingest(second[start : start + 2_000]).new
    assert len(set(ids)) == 20_000
    assert second_of(min(ids)) == second_of(max(ids)) - 1
    after = writer.ingest([sighting("next", remote_id="n", created_at=at(1))]).new
    assert after[0] not in ids
    seen, before = 0, 0
    reader = CacheReader(writer.database)
    while page := reader.older(1, before, 5_000):
        seen, before = seen + len(page), page[-1].id
    assert seen == 20_001


def test_what_is_remembered_between_batches_may_be_forgotten(
    writer: CacheWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ids, "_REMEMBERED", 10)
    monkeypatch.setattr(authors, "_REMEMBERED", 10)
    batch = list(sightings(400))
    for start in range(0, 400, 40):
        writer.ingest(batch[start : start + 40])
    late = [replace(s, post=replace(s.post, remote_id="l" + s.post.remote_id)) for s in batch]
    writer.ingest(late)
    assert len(meaning(writer)["posts"]) == 800
    assert len(meaning(writer)["authors"]) == len(
        {(s.post.network, s.post.author.remote_id) for s in batch}
    )


def test_a_batch_that_fails_leaves_nothing_behind_and_may_be_tried_again(
    writer: CacheWriter,
) -> None:
    good = list(sightings(50))
    broken = Sighting(replace(good[0].post, remote_id="x", kind=None), START)  # type: ignore[arg-type]
    before = rows(writer)
    with pytest.raises(AttributeError):
        writer.ingest([*good, broken])
    assert rows(writer) == before
    assert len(writer.ingest(good).new) == 50
    posts = meaning(writer)["posts"]
    assert len(posts) == 50
    assert all(posts[s.post.network, s.post.remote_id]["found by"] for s in good)


def test_networks_are_met_as_they_come(writer: CacheWriter) -> None:
    writer.ingest([sighting(network=f"net{n}") for n in range(5)])
    writer.ingest([], [Disappearance("net9", "1", START + timedelta(days=1))])
    assert {key[0] for key in meaning(writer)["posts"]} == {f"net{n}" for n in range(5)}
    assert post().network == "mastodon"
