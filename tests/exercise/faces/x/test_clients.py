"""Programs of others read and publish without a change but the host."""

import base64
import importlib
import threading
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import tweepy
from requests.adapters import HTTPAdapter

from controlroom.exercise.faces.x.doors import PAIR
from tests.exercise.faces.x.files import png
from tests.exercise.faces.x.test_push import app_token, wait_for
from tests.exercise.faces.x.town import Desk

FIELDS = ["created_at", "author_id", "conversation_id", "referenced_tweets", "public_metrics"]


class Led(HTTPAdapter):
    """Leads a host elsewhere, below the program that asks for it."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = urlsplit(base)

    def send(self, request: requests.PreparedRequest, *args: Any, **more: Any) -> requests.Response:
        asked = urlsplit(request.url or "")
        led = asked._replace(scheme=self._base.scheme, netloc=self._base.netloc)
        request.url = led.geturl()
        return super().send(request, *args, **more)


def lead(session: requests.Session, x: Desk) -> None:
    session.mount("https://api.twitter.com", Led(x.base))


@pytest.fixture
def tweets(x: Desk) -> Iterator[tweepy.Client]:
    client = tweepy.Client(bearer_token=x.token(x.town.police))
    lead(client.session, x)
    yield client
    client.session.close()


def test_tweepy_reads(x: Desk, tweets: tweepy.Client) -> None:
    first = x.says(x.town.ida, "@WestmarchPolice the weir is open #M97")
    x.says(x.town.tom, "@WestmarchPolice really?", reply_to=first)
    me = tweets.get_me(user_auth=False, user_fields=["public_metrics", "verified"]).data
    assert (me.username, me.id) == ("WestmarchPolice", int(x.face.remote_id(x.town.police)))
    told = tweets.get_users_mentions(
        me.id, tweet_fields=FIELDS, expansions=["author_id", "referenced_tweets.id"]
    )
    answer, hello = told.data
    assert answer.referenced_tweets[0].id == hello.id == answer.conversation_id
    assert [user.username for user in told.includes["users"]] == ["tompell", "idaquill"]
    found = tweets.search_recent_tweets("weir #M97", tweet_fields=FIELDS).data
    assert [post.text for post in found] == ["@WestmarchPolice the weir is open #M97"]
    (looked,) = tweets.get_tweets([hello.id], tweet_fields=FIELDS).data
    assert looked.public_metrics["reply_count"] == 1


def test_tweepy_turns_pages_to_the_end(x: Desk, tweets: tweepy.Client) -> None:
    x.server.do(lambda: [x.town.says(x.town.ida, f"weir {n}") for n in range(34)])
    pages = tweepy.Paginator(
        tweets.search_recent_tweets, "weir", max_results=10, tweet_fields=["created_at"]
    )
    texts = [post.text for page in pages for post in page.data]
    assert texts == [f"weir {n}" for n in range(33, -1, -1)]


def test_tweepy_publishes_answers_hides_and_deletes(x: Desk, tweets: tweepy.Client) -> None:
    asked = x.says(x.town.ida, "@WestmarchPolice is it open?")
    mention = tweets.get_users_mentions(x.face.remote_id(x.town.police), tweet_fields=FIELDS)
    answer = tweets.create_tweet(
        text="It is", in_reply_to_tweet_id=mention.data[0].id, user_auth=False
    )
    assert x.town.world.post(2).reply_to == asked
    poll = tweets.create_tweet(
        text="Which way?", poll_options=["Left", "Right"], poll_duration_minutes=30, user_auth=False
    )
    tweets.create_tweet(text="See", quote_tweet_id=answer.data["id"], user_auth=False)
    assert x.town.world.post(4).quote == 2
    x.says(x.town.tom, "Rude", reply_to=3)
    hidden = tweets.search_recent_tweets("Rude", tweet_fields=FIELDS).data[0].id
    assert tweets.hide_reply(hidden, user_auth=False).data == {"hidden": True}
    assert tweets.delete_tweet(poll.data["id"], user_auth=False).data == {"deleted": True}
    assert x.town.world.is_gone(3)


def test_tweepy_reads_and_sends_messages(x: Desk, tweets: tweepy.Client) -> None:
    x.server.do(lambda: x.town.messages(x.town.ida, x.town.police, "I saw him"))
    fields = ["sender_id", "dm_conversation_id", "created_at"]
    (event,) = tweets.get_direct_message_events(dm_event_fields=fields, user_auth=False).data
    assert (event.text, event.sender_id) == ("I saw him", int(x.face.remote_id(x.town.ida)))
    tweets.create_direct_message(participant_id=event.sender_id, text="Thanks", user_auth=False)
    assert x.town.world.post(2).to == x.town.ida.number


def test_tweepy_understands_every_refusal(x: Desk, tweets: tweepy.Client) -> None:
    tweets.create_tweet(text="Once", user_auth=False)
    with pytest.raises(tweepy.Forbidden, match="duplicate content"):
        tweets.create_tweet(text="Once", user_auth=False)
    with pytest.raises(tweepy.BadRequest, match="invalid operator"):
        tweets.search_recent_tweets("near:quay")
    for _ in range(15):
        tweets.get_direct_message_events(user_auth=False)
    with pytest.raises(tweepy.TooManyRequests):
        tweets.get_direct_message_events(user_auth=False)
    tweets.bearer_token = "invented"
    with pytest.raises(tweepy.Unauthorized):
        tweets.get_me(user_auth=False)


def test_tweepy_listens_to_the_stream(x: Desk) -> None:
    class Listener(tweepy.StreamingClient):  # type: ignore[misc]
        def __init__(self, token: str) -> None:
            super().__init__(token, max_retries=0)
            self.heard: list[tuple[str, str]] = []
            self.connected = threading.Event()

        def on_connect(self) -> None:
            self.connected.set()

        def on_response(self, response: tweepy.StreamResponse) -> None:
            tags = [rule.tag for rule in response.matching_rules]
            self.heard.append((response.data.text, tags[0]))
            self.disconnect()

    listener = Listener(app_token(x).removeprefix("Bearer "))
    lead(listener.session, x)
    added = listener.add_rules(tweepy.StreamRule("weir", "of tweepy"))
    assert listener.get_rules().data == added.data
    thread = listener.filter(threaded=True, tweet_fields=FIELDS, expansions=["author_id"])
    assert listener.connected.wait(60)
    x.says(x.town.ida, "The weir!")
    wait_for(lambda: bool(listener.heard))
    thread.join(10)
    assert listener.heard == [("The weir!", "of tweepy")]


def test_tweepy_signs_in_with_a_browser(x: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    client_id, secret = PAIR.id, PAIR.secret
    handler = tweepy.OAuth2UserHandler(
        client_id=client_id,
        redirect_uri="http://127.0.0.1:8912/back",
        scope=["tweet.read", "users.read", "offline.access"],
        client_secret=secret,
    )
    lead(handler, x)
    page = urlsplit(handler.get_authorization_url())
    address = f"{x.server.led['x.com']}{page.path}?{page.query}"
    back = requests.get(address, allow_redirects=False, timeout=10).headers["Location"]
    token = handler.fetch_token(back)
    client = tweepy.Client(bearer_token=token["access_token"])
    lead(client.session, x)
    assert client.get_me(user_auth=False).data.username == "WestmarchPolice"
    client.session.close()
    handler.close()


@pytest.fixture
def official(x: Desk) -> Iterator[Any]:
    xdk = import_module("xdk")
    client = xdk.Client(base_url=x.base, access_token=x.token(x.town.police))
    yield client
    client.session.close()


def test_the_official_client_reads(x: Desk, official: Any) -> None:
    first = x.says(x.town.ida, "@WestmarchPolice the weir is open")
    x.says(x.town.tom, "@WestmarchPolice really?", reply_to=first)
    x.server.do(lambda: x.town.messages(x.town.ida, x.town.police, "I saw him"))
    me = official.users.get_me(user_fields=["public_metrics"])
    assert me.data.username == "WestmarchPolice"
    asked = {"post_fields": ["created_at"], "expansions": ["author_id", "referenced_posts"]}
    (page,) = official.users.get_mentions(id=me.data.id, max_results=100, **asked)
    answer, hello = page.data
    assert answer.referenced_posts[0].id == hello.id
    assert [user.username for user in page.includes.users] == ["tompell", "idaquill"]
    x.server.do(lambda: [x.town.says(x.town.ida, f"quay {n}") for n in range(23)])
    pages = official.posts.search_recent(query="quay", max_results=10)
    assert [len(one.data) for one in pages] == [10, 10, 3]
    (events,) = official.direct_messages.get_events(dm_event_fields=["created_at"])
    assert events.data[0].text == "I saw him"


def test_the_official_client_publishes(x: Desk, official: Any) -> None:
    schemas = importlib.import_module("xdk.schemas")
    media = schemas.MediaUploadRequest.model_construct(
        media=_base64(png()), media_category="tweet_image"
    )
    uploaded = official.media.upload(body=media).data
    body = schemas.CreatePostsRequest(text="With a picture", media={"media_ids": [uploaded.id]})
    made = official.posts.create(body=body).data
    assert made.text.startswith("With a picture")
    x.says(x.town.tom, "Rude", reply_to=1)
    (page,) = official.posts.search_recent(query=f"conversation_id:{made.id} is:reply")
    hidden = schemas.HidePostsReplyRequest(hidden=True)
    assert official.posts.hide_reply(page.data[0].id, body=hidden).data.hidden
    to = x.face.remote_id(x.town.ida)
    message = schemas.CreateDirectMessagesByParticipantIdRequest.model_validate({"text": "Hello"})
    sent = official.direct_messages.create_by_participant_id(to, body=message)
    assert sent.data.dm_event_id
    assert official.posts.delete(made.id).data.deleted
    assert x.town.world.is_gone(1)


def test_the_official_client_listens(x: Desk, official: Any) -> None:
    schemas = importlib.import_module("xdk.schemas")
    official.bearer_token = app_token(x).removeprefix("Bearer ")
    official.stream.update_rules(
        body=schemas.UpdateRulesRequest.model_validate({"add": [{"value": "weir"}]})
    )
    heard: list[str] = []

    def listen() -> None:
        heard.append(next(official.stream.posts(tweet_fields=["created_at"])).data.text)

    thread = threading.Thread(target=listen)
    thread.start()
    wait_for(lambda: bool(x.face._streams._standing))
    x.says(x.town.ida, "The weir!")
    thread.join(10)
    assert heard == ["The weir!"]


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()
