"""What is old goes, after it was shown, in small steps; what is kept stays whole."""

from datetime import UTC, datetime, timedelta

import pytest

from benchmarks.posts import sightings
from controlroom.model.changes import Sighting
from controlroom.model.errors import OurError
from controlroom.model.post import PostKind
from controlroom.model.query.parse import parse
from controlroom.settings import RETENTION, SETTINGS
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.retention import Removed, RetentionRule, rules_of
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.dump import PLAIN_TABLES, meaning, rows
from tests.store.cache.sample import author, missed, post

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
POSTS_400 = (RetentionRule("posts", 400),)


def aged(days: float, remote_id: str, text: str = "Lorry", **other: object) -> Sighting:
    """Returns a post published and last seen so many days ago."""
    moment = NOW - timedelta(days=days)
    seen = other.pop("seen", moment)
    made = post(text, remote_id, created_at=moment, **other)
    return Sighting(made, seen, (1,), (1, 2))  # type: ignore[arg-type]


def run(writer: CacheWriter, rules: tuple[RetentionRule, ...], most: int = 500) -> list[Removed]:
    plan = writer.plan_removal(rules, NOW)
    steps = []
    while step := writer.remove_step(plan, most):
        steps.append(step)
    return steps


def texts(writer: CacheWriter, query: str = "Lorry OR letter") -> list[str]:
    return [hit.post.text for hit in CacheReader(writer.database).search(parse(query))]


def test_the_rules_are_those_of_the_settings() -> None:
    assert {rule.kind for rule in rules_of(RETENTION)} == set(RETENTION)
    read = SETTINGS["retention_days"].kind.read({"posts": 10})
    assert RetentionRule("posts", 10) in rules_of(read)


@pytest.mark.parametrize(("kind", "days"), [("rumours", 3), ("posts", 0), ("posts", -1)])
def test_a_rule_that_makes_no_sense_is_refused(kind: str, days: int) -> None:
    with pytest.raises(OurError):
        RetentionRule(kind, days)


def test_removal_is_shown_before_it_happens(writer: CacheWriter) -> None:
    writer.ingest([aged(500, "1"), aged(450, "2"), aged(399, "3")])
    before = rows(writer)
    removal = writer.plan_removal(POSTS_400, NOW).removals[0]
    assert (removal.kind, removal.count) == ("posts", 2)
    assert (removal.oldest, removal.newest) == tuple(NOW - timedelta(days=d) for d in (500, 450))
    assert removal.before == NOW - timedelta(days=400)
    assert rows(writer) == before
    assert not writer.plan_removal((RetentionRule("posts", 600),), NOW)


def test_what_was_planned_goes_and_nothing_else(writer: CacheWriter) -> None:
    writer.ingest([aged(500, "1", "Lorry old"), aged(399, "2", "Lorry young")])
    (step,) = run(writer, POSTS_400)
    assert len(step.posts) == 1
    assert texts(writer) == ["Lorry young"]
    assert list(meaning(writer)["posts"]) == [("mastodon", "2")]


def test_a_removed_post_leaves_no_row_and_no_word(writer: CacheWriter) -> None:
    young = aged(1, "2", "Lorry young")
    old = {"author": author("ours", "Old Hand"), "remote_id": "1"}
    writer.ingest([young])
    untouched = rows(writer)
    writer.ingest([aged(500, text="Lorry old", **old)])
    writer.ingest([aged(500, text="Lorry edited", edited_at=NOW - timedelta(days=499), **old)])
    assert rows(writer)["version"]
    assert rows(writer)["metrics"]
    run(writer, POSTS_400)
    assert rows(writer) == untouched
    for query in ("old", "edited", "from:ours_handle", "Hand", "is:edited", "Lorry"):
        assert "Lorry old" not in texts(writer, query)
        assert "Lorry edited" not in texts(writer, query)
    assert [c.post.text for c in CacheReader(writer.database).older(2)] == ["Lorry young"]


def test_every_table_that_names_a_post_is_known_to_retention(writer: CacheWriter) -> None:
    with writer.database.read() as connection:
        naming = {
            row[0]
            for row in connection.exec_driver_sql(
                "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
                " WHERE m.type = 'table' AND c.name = 'post_id'"
            )
        }
    assert naming == {"payload", "version", "metrics", "stream_post"}
    assert naming < set(PLAIN_TABLES)


def test_what_is_kept_stays_with_versions_and_payload(writer: CacheWriter) -> None:
    old = {"remote_id": "1", "author": author("ours")}
    (kept,) = writer.ingest([aged(500, text="Lorry one", **old)]).new
    writer.ingest([aged(500, text="Lorry two", edited_at=NOW - timedelta(days=499), **old)])
    writer.ingest([aged(500, "2", "Lorry three")])
    assert writer.keep([kept]).updated == (kept,)
    before = meaning(writer)["posts"]["mastodon", "1"]
    run(writer, rules_of(RETENTION))
    assert meaning(writer)["posts"] == {("mastodon", "1"): before}
    assert before["payload"]
    assert before["versions"][0][6]
    assert texts(writer, "is:kept") == ["Lorry two"]


def test_a_post_no_longer_kept_goes_with_the_next_run(writer: CacheWriter) -> None:
    new = writer.ingest([aged(500, "1")]).new
    writer.keep(new)
    assert not writer.keep(new), "keeping twice changes nothing"
    assert run(writer, POSTS_400) == []
    assert writer.keep(new, kept=False).updated == new
    assert texts(writer, "is:kept") == []
    assert len(run(writer, POSTS_400)) == 1
    assert not writer.keep(new), "what is gone cannot be kept"


def test_messages_go_by_their_own_rule(writer: CacheWriter) -> None:
    writer.ingest([aged(100, "1", "letter", kind=PostKind.MESSAGE), aged(100, "2")])
    run(writer, (RetentionRule("posts", 400), RetentionRule("messages", 90)))
    assert texts(writer) == ["Lorry"]
    writer.ingest([aged(500, "3", "letter", kind=PostKind.MESSAGE)])
    run(writer, POSTS_400)
    assert texts(writer) == ["Lorry", "letter"]


def test_payloads_go_before_their_posts(writer: CacheWriter) -> None:
    old = {"remote_id": "1"}
    writer.ingest([aged(40, text="Lorry one", **old), aged(2, "2", "Lorry young")])
    writer.ingest([aged(40, text="Lorry two", edited_at=NOW - timedelta(days=39), **old)])
    rule = (RetentionRule("payloads", 30),)
    assert writer.plan_removal(rule, NOW).removals[0].count == 1
    assert run(writer, rule) == [Removed(payloads=1)]
    posts = meaning(writer)["posts"]
    assert posts["mastodon", "1"]["payload"] is None
    assert [v[6] for v in posts["mastodon", "1"]["versions"]] == [None]
    assert posts["mastodon", "2"]["payload"]
    assert texts(writer) == ["Lorry young", "Lorry two"]


def test_what_the_network_still_shows_is_not_old(writer: CacheWriter) -> None:
    writer.ingest([aged(5_000, "1", seen=NOW - timedelta(days=3))])
    assert not writer.plan_removal(POSTS_400, NOW)


def test_a_false_old_date_removes_nothing(writer: CacheWriter) -> None:
    claimed = post("Lorry threat", created_at=datetime(1900, 1, 1, tzinfo=UTC))
    writer.ingest([Sighting(claimed, NOW)])
    assert run(writer, POSTS_400) == []


def test_removal_may_stop_between_steps_and_go_on(writer: CacheWriter) -> None:
    writer.ingest([aged(500 + n / 100, str(n)) for n in range(250)])
    plan = writer.plan_removal(POSTS_400, NOW)
    assert len(writer.remove_step(plan, 100).posts) == 100
    folder = writer.database.path.parent
    writer.close()
    writer = CacheWriter.open(folder, bytes(range(32)))
    assert writer.plan_removal(POSTS_400, NOW).removals[0].count == 150
    assert [len(step.posts) for step in run(writer, POSTS_400, 100)] == [100, 50]
    assert not writer.remove_step(plan)
    writer.close()


def test_no_step_is_larger_than_a_thousand_posts(writer: CacheWriter) -> None:
    writer.ingest([aged(500, str(n), raw=b"") for n in range(1_200)])
    assert [len(step.posts) for step in run(writer, POSTS_400, 10**6)] == [1_000, 200]


def test_authors_go_with_their_last_post_and_may_come_back(writer: CacheWriter) -> None:
    both = author("both")
    writer.ingest([aged(500, "1", author=author("old")), aged(500, "2", author=both)])
    writer.ingest([aged(1, "3", author=both)])
    assert run(writer, POSTS_400)[0].authors == 1
    assert [row[1] for row in meaning(writer)["authors"]] == ["both"]
    writer.ingest([aged(1, "4", "Lorry again", author=author("old"))])
    assert len(meaning(writer)["posts"]) == 2
    assert "Lorry again" in texts(writer)


def test_marks_of_posts_never_seen_are_forgotten_in_time(writer: CacheWriter) -> None:
    writer.ingest([], [missed(0, "young"), missed(-500 * 86_400, "old")])
    assert [step.tombstones for step in run(writer, POSTS_400)] == [1]
    assert [row[1] for row in meaning(writer)["gone"]] == ["young"]


def test_the_rest_of_a_real_load_is_found_as_before(writer: CacheWriter) -> None:
    batch = list(sightings(3_000, per_second=0.001))
    for start in range(0, 3_000, 500):
        writer.ingest(batch[start : start + 500])
    now = batch[-1].seen_at
    plan = writer.plan_removal((RetentionRule("posts", 15),), now)
    assert 0 < plan.removals[0].count < 3_000
    before = meaning(writer)
    gone = set()
    while step := writer.remove_step(plan):
        gone |= set(step.posts)
    after = meaning(writer)
    assert len(gone) == plan.removals[0].count
    assert len(after["posts"]) == 3_000 - len(gone)
    assert all(before["posts"][key] == value for key, value in after["posts"].items())
    writers = {(key[0], value["row"][2]) for key, value in after["posts"].items()}
    assert {row[:2] for row in after["authors"]} == writers


def segments_of_text(writer: CacheWriter) -> set[int]:
    with writer.database.read() as connection:
        found = connection.exec_driver_sql("SELECT DISTINCT segid FROM post_text_idx")
        return {row[0] for row in found}


def merging(writer: CacheWriter) -> int:
    with writer.database.read() as connection:
        asked = "SELECT v FROM post_text_config WHERE k = 'automerge'"
        return connection.exec_driver_sql(asked).scalar_one()


def test_what_removal_leaves_of_the_full_text_is_closed_up_in_idle_time(
    writer: CacheWriter,
) -> None:
    batch = list(sightings(2_000, per_second=0.001))
    for start in range(0, 2_000, 200):
        writer.ingest(batch[start : start + 200])
    while writer.tidy_step():
        pass
    before, usual = segments_of_text(writer), merging(writer)
    plan = writer.plan_removal((RetentionRule("posts", 10),), batch[-1].seen_at)
    assert 400 < plan.removals[0].count < 2_000
    while writer.remove_step(plan, 200):
        pass
    assert before <= segments_of_text(writer)
    while writer.tidy_step():
        pass
    assert before - segments_of_text(writer)
    assert merging(writer) == usual == 16
