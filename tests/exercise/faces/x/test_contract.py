"""What the simulated X understands and answers, held against X's own description."""

import re
from typing import Any

import pytest

from controlroom.exercise.faces.x import ages
from controlroom.exercise.faces.x.calls import Call
from controlroom.exercise.faces.x.limits import limits
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from controlroom.exercise.world.post import Poll
from tests.exercise.faces.x.files import png
from tests.exercise.faces.x.test_publishing import published
from tests.exercise.faces.x.town import Desk
from tests.feeds.x.description import description, faults_of, faults_of_request, operation, resolved
from tests.feeds.x.test_contract import now_called

STREAM = "/2/tweets/search/stream"
EVERYTHING = {
    "post.fields": ",".join(sorted(ages.POST.fields)),
    "expansions": ",".join(sorted(ages.POST.expansions["posts"])),
    "user.fields": "created_at,description,id,name,profile_image_url,protected,public_metrics,"
    "username,verified,verified_type",
    "media.fields": ",".join(sorted(ages.MEDIA)),
    "poll.fields": ",".join(sorted(ages.POLL)),
}


def of_description(call: Call) -> dict[str, Any]:
    """Returns what the description says of a call, whatever it names the parts of the path."""
    form = re.sub(r"\{\w+\}", "{}", call.path)
    for path, operations in description()["paths"].items():
        if re.sub(r"\{\w+\}", "{}", path) == form and call.method.lower() in operations:
            found: dict[str, Any] = operations[call.method.lower()]
            return found
    raise AssertionError(f"X does not know {call.method} {call.path}")


def parameters(call: Call) -> dict[str, Any]:
    told = map(resolved, of_description(call).get("parameters", ()))
    return {one["name"]: resolved(one["schema"]) for one in told if one["in"] == "query"}


def test_every_call_is_one_of_xs_asked_for_with_the_tokens_x_wants(x: Desk) -> None:
    for call in x.face._calls():
        security = of_description(call)["security"]
        people = [set(one["OAuth2UserToken"]) for one in security if "OAuth2UserToken" in one]
        assert call.user is bool(people), call
        assert call.app is any("BearerToken" in one for one in security), call
        assert not people or people[0] == call.scopes, call


def test_every_parameter_is_one_of_xs(x: Desk) -> None:
    for call in x.face._calls():
        known = parameters(call)
        assert call.parameters <= known.keys(), call
        if call.fields:
            assert {"post.fields", "tweet.fields"} & known.keys(), call


def test_every_call_has_a_limit_of_its_own(x: Desk) -> None:
    told = limits()
    for call in x.face._calls():
        allowed = told.by_name[call.name]
        assert bool(allowed.user) is call.user, call
        assert not call.app or allowed.app, call


def test_the_names_of_the_new_age_are_those_of_the_description(x: Desk) -> None:
    known = next(parameters(one) for one in x.face._calls() if one.path == "/2/tweets")
    assert ages.POST.fields == set(known["post.fields"]["items"]["enum"])
    assert set(ages.POST.expansions["posts"]) == set(known["expansions"]["items"]["enum"])
    assert set(known["user.fields"]["items"]["enum"]) <= ages.USER
    assert set(known["media.fields"]["items"]["enum"]) == ages.MEDIA
    assert set(known["poll.fields"]["items"]["enum"]) == ages.POLL
    events = next(parameters(one) for one in x.face._calls() if one.path == "/2/dm_events")
    assert ages.POST.event_fields == set(events["dm_event.fields"]["items"]["enum"])
    assert set(ages.POST.expansions["events"]) == set(events["expansions"]["items"]["enum"])


def test_the_names_of_the_old_age_are_those_the_stream_kept(x: Desk) -> None:
    known = next(parameters(one) for one in x.face._calls() if one.path == STREAM)
    assert ages.TWEET.fields == set(known["tweet.fields"]["items"]["enum"])
    assert set(ages.TWEET.expansions["posts"]) == set(known["expansions"]["items"]["enum"])
    assert set(known["place.fields"]["items"]["enum"]) == ages.PLACE


@pytest.fixture
def busy(x: Desk) -> Desk:
    """A town where everything has happened that a post can show."""
    town = x.town
    closes = town.world.clock.now_ms() + 60_000
    media = (
        Media("a", alt="Smoke"),
        Media("b", MediaKind.VIDEO, duration_ms=9),
        Media("c", MediaKind.GIF),
    )
    said = Said("@WestmarchPolice <look> #M97 https://fen.example/1 & more", media=media)
    first = x.says(town.ida, said)
    poll = Said("Which? @WestmarchPolice", poll=Poll(("a", "b"), (1, 2), closes))
    x.says(town.tom, poll, reply_to=first)
    x.says(town.press, "@WestmarchPolice quoted", quote=first)
    x.says(town.press, "", kind=PostKind.REPOST, quote=first)
    x.says(town.press, "@WestmarchPolice " + "a long statement " * 40)
    gone = x.says(town.press, "@WestmarchPolice gone")
    x.says(town.press, "@WestmarchPolice of something gone", quote=gone)
    x.server.do(town.world.delete, gone)
    x.server.do(town.world.edit, 3, Said("@WestmarchPolice quoted again"))
    x.server.do(lambda: town.messages(town.ida, town.police, "A tip for you https://fen.example/2"))
    return x


def assert_described(x: Desk, method: str, path: str, query: dict[str, str]) -> dict[str, Any]:
    """Asks, and holds question and answer against the description."""
    answer = x.ask(method, path, x.town.police, params=query)
    assert answer.status_code == 200, answer.text
    asked = answer.request.path_url.partition("?")[2]
    assert faults_of_request(method, path, asked, b"") == []
    assert faults_of_answer(method, path, answer.json()) == []
    told: dict[str, Any] = answer.json()
    return told


def faults_of_answer(method: str, path: str, told: Any, status: str = "200") -> list[str]:
    responses = operation(method, path)["responses"]
    content = responses[status]["content"]["application/json"]
    return list(faults_of(told, resolved(content["schema"]), path))


@pytest.mark.parametrize("what", ["mentions", "tweets", "timelines/reverse_chronological"])
def test_pages_have_the_form_of_the_description(busy: Desk, what: str) -> None:
    whose = busy.town.press if what == "tweets" else busy.town.police
    told = assert_described(
        busy, "GET", f"/2/users/{busy.face.remote_id(whose)}/{what}", EVERYTHING
    )
    shown = {name for post in told["data"] for name in post}
    assert {"note_post", "referenced_posts", "entities", "username"} <= shown
    assert told["errors"][0]["resource_type"] == "post"


def test_searches_and_look_ups_have_the_form_of_the_description(busy: Desk) -> None:
    query = EVERYTHING | {"query": "WestmarchPolice", "max_results": "100"}
    told = assert_described(busy, "GET", "/2/tweets/search/recent", query)
    assert {"media", "polls", "posts", "users"} == told["includes"].keys()
    ids = [post["id"] for post in told["data"]]
    looked = EVERYTHING | {"ids": ",".join([*ids, "17"])}
    assert len(assert_described(busy, "GET", "/2/tweets", looked)["data"]) == len(ids)
    assert_described(busy, "GET", f"/2/tweets/{ids[0]}", EVERYTHING)


def test_people_lists_and_messages_have_the_form_of_the_description(busy: Desk) -> None:
    users = {"user.fields": EVERYTHING["user.fields"]}
    own = busy.face.remote_id(busy.town.police)
    assert_described(busy, "GET", "/2/users/me", users)
    assert_described(busy, "GET", f"/2/users/{own}", users)
    assert_described(busy, "GET", "/2/users", users | {"ids": f"{own},17"})
    assert_described(busy, "GET", "/2/users/by", users | {"usernames": "idaquill,nobody"})
    lists = assert_described(busy, "GET", f"/2/users/{own}/owned_lists", {})
    assert_described(busy, "GET", f"/2/lists/{lists['data'][0]['id']}/tweets", EVERYTHING)
    fields = ",".join(sorted(ages.POST.event_fields))
    beside = ",".join(sorted(ages.POST.expansions["events"]))
    events = {"dm_event.fields": fields, "expansions": beside}
    told = assert_described(busy, "GET", "/2/dm_events", events | users)
    assert_described(busy, "GET", f"/2/dm_events/{told['data'][0]['id']}", events)


def test_what_is_said_to_who_writes_has_the_form_of_the_description(busy: Desk) -> None:
    police = busy.town.police
    post_id = published(busy, text="Ours")
    other = busy.face.remote_id(busy.town.ida)
    own = f"/2/users/{busy.face.remote_id(police)}"
    for method, path, body, status in (
        ("POST", "/2/tweets", {"text": "Two", "reply_settings": "following"}, 201),
        ("POST", f"/2/dm_conversations/with/{other}/messages", {"text": "Hello"}, 201),
        ("POST", f"{own}/retweets", {"tweet_id": post_id}, 200),
        ("POST", f"{own}/likes", {"tweet_id": post_id}, 200),
        ("DELETE", f"/2/tweets/{post_id}", None, 200),
        ("DELETE", f"/2/tweets/{post_id}", None, 200),
    ):
        answer = busy.ask(method, path, police, json=body)
        assert answer.status_code == status
        assert faults_of_answer(method, path, answer.json(), str(status)) == []


def test_uploads_have_the_form_of_the_description(x: Desk) -> None:
    begin = {"media_type": "image/png", "total_bytes": len(png()), "media_category": "tweet_image"}
    path = "/2/media/upload/initialize"
    begun = x.ask("POST", path, x.town.police, json=begin).json()
    assert faults_of_answer("POST", path, begun) == []
    one = f"/2/media/upload/{begun['data']['id']}"
    form = {"segment_index": "0"}
    sent = x.ask("POST", f"{one}/append", x.town.police, data=form, files={"media": png()})
    assert faults_of_answer("POST", f"{one}/append", sent.json()) == []
    ended = x.ask("POST", f"{one}/finalize", x.town.police).json()
    assert faults_of_answer("POST", f"{one}/finalize", ended) == []
    body = {"id": begun["data"]["id"], "metadata": {"alt_text": {"text": "Grey"}}}
    told = x.ask("POST", "/2/media/metadata", x.town.police, json=body).json()
    assert faults_of_answer("POST", "/2/media/metadata", told) == []


def test_both_ages_tell_the_same(busy: Desk) -> None:
    path = f"/2/users/{busy.face.remote_id(busy.town.police)}/mentions"
    fields = "author_id,conversation_id,created_at,entities,note_tweet,public_metrics"
    old = {
        "tweet.fields": f"{fields},referenced_tweets",
        "expansions": "referenced_tweets.id,referenced_tweets.id.author_id",
    }
    new = {
        "post.fields": "conversation_id,created_at,entities,note_post,public_metrics",
        "expansions": "author_id,referenced_posts",
    }
    one, two = (busy.ask("GET", path, busy.town.police, params=q).json() for q in (old, new))
    assert "edit_history_tweet_ids" in one["data"][0]
    assert now_called(one)["data"] == two["data"]
    posts = {post["id"] for post in one["includes"]["tweets"]}
    assert posts == {post["id"] for post in two["includes"]["posts"]}


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"post.fields": "author_id"}, "post.fields"),
        ({"tweet.fields": "note_post"}, "tweet.fields"),
        ({"expansions": "author"}, "expansions"),
        ({"max_results": "101"}, "max_results"),
        ({"max_results": "four"}, "max_results"),
        ({"since_id": "x"}, "since_id"),
        ({"pagination_token": "invented"}, "pagination_token"),
        ({"start_time": "yesterday"}, "start_time"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_question_x_does_not_understand_is_refused(
    x: Desk, query: dict[str, str], parameter: str
) -> None:
    path = f"/2/users/{x.face.remote_id(x.town.police)}/mentions"
    answer = x.ask("GET", path, x.town.police, params=query)
    assert answer.status_code == 400
    told = answer.json()
    assert told["errors"][0]["parameters"] == {parameter: [query[parameter]]}
    assert told["type"] == "https://api.x.com/2/problems/invalid-request"


def test_who_asks_with_a_token_of_the_wrong_kind_is_refused(x: Desk) -> None:
    rules = x.ask("GET", f"{STREAM}/rules", x.town.police)
    assert (rules.status_code, rules.json()["title"]) == (403, "Unsupported Authentication")
    nobody = x.ask("GET", "/2/users/me", "invented")
    assert (nobody.status_code, nobody.json()["title"]) == (401, "Unauthorized")
    nowhere = x.ask("GET", "/2/somewhere", x.town.police)
    assert (nowhere.status_code, nowhere.json()["title"]) == (404, "Not Found")
