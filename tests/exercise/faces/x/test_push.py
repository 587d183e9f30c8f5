"""Our own feed listens to the simulated X's filtered stream."""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
import requests

from controlroom.exercise.faces.x.limits import limits
from controlroom.exercise.faults import FaultKind
from controlroom.exercise.world import Said
from controlroom.feeds.errors import BudgetUsed, HungUp, NetworkDown
from controlroom.feeds.networks.x.errors import NoAppToken
from controlroom.model.credential import AppKey, Credential
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.ear import Ear, listening_with, wait_for
from tests.exercise.faces.x.town import Desk, desk

M97 = Source("x", SourceKind.HASHTAG, 1, "M97")
WEIR = Source("x", SourceKind.SEARCH, 1, "weir -is:retweet")
STREAM = "/2/tweets/search/stream"


def listening(x: Desk, *sources: Source) -> AbstractContextManager[Ear]:
    return listening_with(x.feed(x.town.police), *sources)


def test_what_matches_is_pushed_once_for_its_sources(x: Desk) -> None:
    with listening(x, M97, WEIR) as ear:
        x.says(x.town.ida, "Nothing of that")
        x.says(x.town.ida, "Fire on the #M97 near the weir")
        x.says(x.town.tom, "The WEIR!")
        wait_for(lambda: len(ear.heard) == 2)
    assert [(len(one.posts), one.sources) for one in ear.heard] == [(1, (M97, WEIR)), (1, (WEIR,))]
    assert ear.texts() == ["Fire on the #M97 near the weir", "The WEIR!"]
    assert ear.heard[0].posts[0].author.handle == "idaquill"
    assert isinstance(ear.ended[0], HungUp)


def test_an_edit_is_pushed_as_another_version_of_the_same_post(x: Desk) -> None:
    with listening(x, M97) as ear:
        number = x.says(x.town.ida, "#M97 opn")

        def edit() -> None:
            x.town.world.clock.jump(timedelta(minutes=1))
            x.town.world.edit(number, Said("#M97 open"))

        wait_for(lambda: len(ear.heard) == 1)
        x.server.do(edit)
        wait_for(lambda: len(ear.heard) == 2)
    first, second = (one.posts[0] for one in ear.heard)
    assert (first.remote_id, second.text) == (second.remote_id, "#M97 open")
    assert second.edited_at == x.town.now()


def test_one_connection_of_an_application_stands_and_it_can_come_back(x: Desk) -> None:
    with listening(x, M97) as ear:
        with listening(x, M97) as second:
            assert isinstance(second.ended[0], BudgetUsed)
        x.says(x.town.ida, "#M97 before")
        wait_for(lambda: len(ear.heard) == 1)
    wait_for(lambda: not x.face._streams._standing)
    with listening(x, M97) as again:
        x.says(x.town.ida, "#M97 after")
        wait_for(lambda: len(again.heard) == 1)
    assert again.texts() == ["#M97 after"]


def test_signs_of_life_come_while_nothing_happens() -> None:
    with desk(keep_alive_s=0.02) as x:
        token = app_token(x)
        add_rule(x, token, "weir")
        with requests.get(
            x.base + STREAM, headers={"Authorization": token}, stream=True, timeout=10
        ) as answer:
            beats = answer.raw.read(10)
        assert beats == b"\r\n" * 5


def test_who_does_not_keep_up_is_hung_up_on() -> None:
    few = {"waiting": 20, "posts_a_second": 5}
    with desk(allowed=limits(**few)) as x, listening(x, M97) as ear:
        x.server.do(lambda: [x.town.says(x.town.ida, f"#M97 {n}") for n in range(30)])
        wait_for(lambda: bool(ear.ended))
        assert isinstance(ear.ended[0], NetworkDown)
        assert len(ear.heard) < 30


def test_the_last_minutes_can_be_had_again(x: Desk) -> None:
    token = app_token(x)
    add_rule(x, token, "weir")
    x.says(x.town.ida, "weir long ago")
    x.says(x.town.ida, "weir just now", after_s=600)
    query = {"backfill_minutes": "5"}
    with requests.get(
        x.base + STREAM, query, headers={"Authorization": token}, stream=True, timeout=10
    ) as answer:
        lines = (line for line in answer.iter_lines() if line)
        assert b"weir just now" in next(lines)


def test_a_stream_without_rules_is_refused(x: Desk) -> None:
    answer = requests.get(x.base + STREAM, headers={"Authorization": app_token(x)}, timeout=10)
    assert answer.status_code == 409
    assert answer.json()["connection_issue"] == "RuleConfigurationIssue"


def test_an_application_that_does_not_prove_itself_is_not_pushed_to(x: Desk) -> None:
    app = AppKey("westmarch-client", "westmarch-client-secret", "westmarch-key", "wrong")
    feed = x.feed(x.town.police, Credential("any", app=app))
    with pytest.raises(NoAppToken):
        feed.listen([M97], lambda heard: None, lambda: None)


def test_a_broken_network_refuses_to_push(x: Desk) -> None:
    x.server.do(x.server.faults.set, "x", FaultKind.BROKEN)
    with listening(x, M97) as ear:
        assert isinstance(ear.ended[0], NetworkDown)


def test_rules_are_kept_told_tried_and_removed(x: Desk) -> None:
    token = app_token(x)
    added = add_rule(x, token, "weir lang:en", "quay OR (bridge -closed)")
    assert added.status_code == 201
    assert added.json()["meta"]["summary"]["created"] == 2
    told = ask_rules(x, token).json()
    assert told["data"] == [rule | {"tag": "ours"} for rule in told["data"]]
    assert [rule["value"] for rule in told["data"]] == ["weir lang:en", "quay OR (bridge -closed)"]
    twice = add_rule(x, token, "weir lang:en").json()
    assert twice["errors"][0]["title"] == "DuplicateRule"
    assert twice["errors"][0]["id"] == told["data"][0]["id"]
    trial = ask_rules(x, token, {"add": [{"value": "new"}]}, dry_run="true")
    assert trial.json()["meta"]["summary"]["created"] == 1
    ids = [told["data"][0]["id"], "17"]
    removed = ask_rules(x, token, {"delete": {"ids": ids}}).json()
    assert removed["meta"]["summary"] == {"deleted": 1, "not_deleted": 1}
    assert [rule["value"] for rule in ask_rules(x, token).json()["data"]] == [
        "quay OR (bridge -closed)"
    ]


@pytest.mark.parametrize(
    "value",
    ["(weir", "weir)", '"weir', "-weir", "lang:en", "OR weir", "weir near:quay", "x" * 1025],
)
def test_a_rule_that_is_none_is_refused_with_all_that_came_with_it(x: Desk, value: str) -> None:
    token = app_token(x)
    answer = add_rule(x, token, "quay", value)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["value"] == value
    assert "data" not in ask_rules(x, token).json()


def app_token(x: Desk) -> str:
    answer = requests.post(
        f"{x.base}/oauth2/token",
        {"grant_type": "client_credentials"},
        auth=("westmarch-key", "westmarch-key-secret"),
        timeout=10,
    )
    return f"Bearer {answer.json()['access_token']}"


def ask_rules(
    x: Desk, token: str, change: dict[str, Any] | None = None, **query: str
) -> requests.Response:
    method = "POST" if change else "GET"
    address = f"{x.base}{STREAM}/rules"
    headers = {"Authorization": token}
    return requests.request(method, address, params=query, json=change, headers=headers, timeout=10)


def add_rule(x: Desk, token: str, *values: str) -> requests.Response:
    return ask_rules(x, token, {"add": [{"value": one, "tag": "ours"} for one in values]})
