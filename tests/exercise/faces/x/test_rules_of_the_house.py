"""What the simulated X keeps to beside its words: limits, time, what is gone, web pages."""

from datetime import date, timedelta
from email.utils import parsedate_to_datetime

import pytest
import requests

from controlroom.exercise.faces.x import make_face
from controlroom.exercise.faces.x.limits import WINDOW_S, limits
from controlroom.exercise.faces.x.view import View
from controlroom.exercise.server import faces_of
from controlroom.exercise.world import PostKind, Said
from controlroom.feeds.rules import rules_of
from tests.exercise.faces.x.town import PEOPLE, Desk, town


def test_the_limits_are_those_our_own_reader_knows() -> None:
    ours = {one.name: one for one in rules_of("x").allowances}
    for name, allowance in ours.items():
        assert (limits().by_name[name].user, WINDOW_S) == (allowance.limit, allowance.window_s)
    assert limits().checked == date(2026, 8, 22)


def test_the_server_finds_the_face_by_the_networks_name() -> None:
    world = town().world
    (face,) = faces_of(world, ["x"])
    assert (face.network, face.hosts) == ("x", make_face(world).hosts)
    assert "api.x.com" in face.hosts


def test_answers_are_dated_by_the_exercises_clock(x: Desk) -> None:
    x.server.do(x.town.world.clock.jump, timedelta(days=3, seconds=7))
    answer = x.ask("GET", "/2/users/me", x.town.police)
    assert parsedate_to_datetime(answer.headers["Date"]) == x.town.now()
    assert answer.headers["x-rate-limit-limit"] == "75"
    assert int(answer.headers["x-rate-limit-reset"]) == x.town.now().timestamp() + 900


def test_every_person_and_every_application_has_a_budget_of_its_own(x: Desk) -> None:
    path = "/2/users/me"
    for _ in range(75):
        assert x.ask("GET", path, x.town.police).status_code == 200
    assert x.ask("GET", path, x.town.police).status_code == 429
    assert x.ask("GET", path, x.town.roads).status_code == 200


def test_what_is_published_by_all_together_has_a_limit_a_day(x: Desk) -> None:
    answer = x.ask("POST", "/2/tweets", x.town.police, json={"text": "One"})
    assert answer.headers["x-app-limit-24hour-limit"] == "10000"
    again = x.ask("POST", "/2/tweets", x.town.roads, json={"text": "Two"})
    assert again.headers["x-app-limit-24hour-remaining"] == "9998"
    assert again.headers["x-rate-limit-remaining"] == "99"


def test_a_repost_goes_with_what_it_reposts(x: Desk) -> None:
    first = x.says(x.town.ida, "Soon gone")
    repost = x.says(x.town.tom, "", kind=PostKind.REPOST, quote=first)
    ids = [View(x.town.world, x.town.world.post(one)).id for one in (first, repost)]
    x.server.do(x.town.world.delete, first)
    told = x.ask("GET", "/2/tweets", x.town.police, params={"ids": ",".join(ids)}).json()
    assert [one["value"] for one in told["errors"]] == ids
    assert "data" not in told


def test_a_timeline_goes_back_as_far_as_xs(x: Desk) -> None:
    back = limits().mentions_back
    says = x.town.says
    x.server.do(lambda: [says(x.town.ida, f"@WestmarchPolice {n}", 0.001) for n in range(back + 5)])
    path = f"/2/users/{x.face.remote_id(x.town.police)}/mentions"
    query, texts = {"max_results": "100"}, list[str]()
    while True:
        told = x.ask("GET", path, x.town.police, params=query).json()
        texts += [post["text"] for post in told["data"]]
        if "next_token" not in told["meta"]:
            break
        query["pagination_token"] = told["meta"]["next_token"]
    assert texts == [f"@WestmarchPolice {n}" for n in range(back + 4, 4, -1)]


@pytest.mark.parametrize(("what", "left"), [("replies", [2, 0]), ("retweets", [1, 0])])
def test_answers_or_reposts_may_be_left_out(x: Desk, what: str, left: list[int]) -> None:
    first = x.says(x.town.ida, "First")
    numbers = [
        first,
        x.says(x.town.ida, "Second", reply_to=first),
        x.says(x.town.ida, "", kind=PostKind.REPOST, quote=first),
    ]
    ids = [View(x.town.world, x.town.world.post(one)).id for one in numbers]
    path = f"/2/users/{x.face.remote_id(x.town.ida)}/tweets"
    told = x.ask("GET", path, x.town.police, params={"exclude": what}).json()
    assert [post["id"] for post in told["data"]] == [ids[one] for one in left]


def test_a_stretch_of_time_may_be_asked_for(x: Desk) -> None:
    for n in range(5):
        x.says(x.town.ida, f"weir {n}", after_s=60)
    query = {
        "query": "weir",
        "start_time": "2026-05-14T09:02:00Z",
        "end_time": "2026-05-14T09:04:00Z",
    }
    told = x.ask("GET", "/2/tweets/search/recent", x.town.police, params=query).json()
    assert [post["text"] for post in told["data"]] == ["weir 2", "weir 1"]


def test_posts_and_people_can_be_opened_in_a_browser(x: Desk) -> None:
    number = x.says(x.town.ida, "Is <this> & that open?")
    post_id = View(x.town.world, x.town.world.post(number)).id
    site = x.server.led[PEOPLE]
    page = requests.get(f"{site}/idaquill/status/{post_id}/photo/1", timeout=10)
    assert page.status_code == 200
    assert "Is &lt;this&gt; &amp; that open?" in page.text
    assert "Baker &amp; gardener" in requests.get(f"{site}/idaquill", timeout=10).text
    x.server.do(x.town.world.delete, number)
    assert requests.get(f"{site}/idaquill/status/{post_id}", timeout=10).status_code == 404
    assert requests.get(f"{site}/nobody", timeout=10).status_code == 404


def test_what_came_after_an_edit_is_read_from_the_edits_id_on(x: Desk) -> None:
    number = x.says(x.town.ida, "@WestmarchPolice first")
    x.says(x.town.ida, "@WestmarchPolice before", after_s=60)

    def edit() -> None:
        x.town.world.clock.jump(timedelta(minutes=1))
        x.town.world.edit(number, Said("@WestmarchPolice edited"))

    x.server.do(edit)
    x.says(x.town.tom, "@WestmarchPolice after")
    since = View(x.town.world, x.town.world.post(number)).id
    path = f"/2/users/{x.face.remote_id(x.town.police)}/mentions"
    told = x.ask("GET", path, x.town.police, params={"since_id": since}).json()
    assert [post["text"] for post in told["data"]] == ["@WestmarchPolice after"]
