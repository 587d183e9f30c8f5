"""Direct messages: every dialogue with all that was said in it, one call at a time."""

from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Page
from controlroom.feeds.networks.mastodon.feed import MastodonFeed
from controlroom.model.post import PostKind
from controlroom.model.stream import Source, SourceKind
from tests.feeds.mastodon.server import Item, asked, feed_to, host_of, status

MESSAGES = Source("mastodon", SourceKind.MESSAGES, 1)
LIST = "/api/v1/conversations"


def said(number: int, answers: int = 0) -> Item:
    return status(str(number), str(answers) if answers else None, visibility="direct")


def dialogue(number: str, latest: Item | None) -> Item:
    return {"id": number, "unread": True, "accounts": [], "last_status": latest}


def serve(server: HTTPServer, *dialogues: Item, **before: list[Item]) -> None:
    """Lets the server have these dialogues, and what stands before a status ("s12")."""
    server.clear()
    server.expect_request(LIST).respond_with_json(list(dialogues))
    for number, ancestors in before.items():
        path = f"/api/v1/statuses/{number[1:]}/context"
        server.expect_request(path).respond_with_json({"ancestors": ancestors, "descendants": []})


def walk(feed: MastodonFeed, known: str) -> list[Page]:
    pages = [feed.page(MESSAGES, known=known)]
    while pages[-1].older and not pages[-1].reached_known:
        pages.append(feed.page(MESSAGES, older=pages[-1].older, known=known))
    return pages


def ids(*pages: Page) -> list[str]:
    return [post.remote_id.rpartition("/")[2] for page in pages for post in page.posts]


def test_a_dialogue_names_its_messages(httpserver: HTTPServer) -> None:
    serve(httpserver, dialogue("d1", said(12)))
    with feed_to(httpserver) as feed:
        (post,) = feed.page(MESSAGES).posts
    assert post.kind is PostKind.MESSAGE
    assert post.root == f"{host_of(httpserver)}/d1"


def test_what_was_said_before_comes_with_the_second_read(httpserver: HTTPServer) -> None:
    serve(
        httpserver,
        dialogue("d1", said(12, 11)),
        dialogue("d2", said(9)),
        s12=[status("8"), said(10, 8), said(11, 10)],
    )
    with feed_to(httpserver) as feed:
        first = feed.page(MESSAGES)
        pages = walk(feed, first.mark)
        third = walk(feed, pages[0].mark)
    assert ids(first) == ["12", "9"]
    assert ids(*pages[1:]) == ["11", "10"]
    assert all(post.root.endswith("/d1") for post in pages[1].posts)
    assert pages[-1].reached_known
    assert (len(third), third[0].reached_known) == (1, True)


def test_only_a_dialogue_with_something_new_is_asked_about(httpserver: HTTPServer) -> None:
    serve(httpserver, dialogue("d1", said(12, 11)), dialogue("d2", said(9, 5)), s12=[], s9=[])
    with feed_to(httpserver) as feed:
        mark = walk(feed, feed.page(MESSAGES).mark)[0].mark
        serve(
            httpserver,
            dialogue("d2", said(15, 9)),
            dialogue("d1", said(12, 11)),
            s15=[said(13, 9), said(14, 13)],
        )
        asked(httpserver)
        pages = walk(feed, mark)
    assert asked(httpserver) == [LIST, "/api/v1/statuses/15/context"]
    assert ids(*pages) == ["15", "12", "14", "13"]


def test_reading_can_be_broken_off_and_gone_on_with(httpserver: HTTPServer) -> None:
    serve(
        httpserver,
        dialogue("d1", said(12, 11)),
        dialogue("d2", said(9, 8)),
        s12=[said(11)],
        s9=[said(8)],
    )
    with feed_to(httpserver) as feed:
        first = feed.page(MESSAGES)
    with feed_to(httpserver) as other:
        second = other.page(MESSAGES, older=first.older)
        third = other.page(MESSAGES, older=second.older)
    assert (ids(second), ids(third), third.older) == (["11"], ["8"], "")


def test_a_message_deleted_meanwhile_stops_nothing(httpserver: HTTPServer) -> None:
    serve(httpserver, dialogue("d1", said(12, 11)))
    gone = "/api/v1/statuses/12/context"
    httpserver.expect_request(gone).respond_with_json({"error": "Record not found"}, status=404)
    with feed_to(httpserver) as feed:
        first = feed.page(MESSAGES)
        assert feed.page(MESSAGES, older=first.older).older == ""


def test_empty_dialogues_and_bad_ones_cost_nothing(httpserver: HTTPServer) -> None:
    serve(httpserver, dialogue("d1", None), dialogue("d2", {"id": "3"}), dialogue("d3", said(9)))
    with feed_to(httpserver) as feed:
        page = feed.page(MESSAGES)
    assert ids(page) == ["9"]
    assert len(page.set_aside) == 1


def test_no_dialogue_at_all_keeps_what_was_known(httpserver: HTTPServer) -> None:
    serve(httpserver, dialogue("d1", said(12)))
    with feed_to(httpserver) as feed:
        mark = feed.page(MESSAGES).mark
        serve(httpserver)
        assert feed.page(MESSAGES, known=mark).mark == mark
