"""Feeds as councils and transport publish them, and as somebody might to do harm."""

from datetime import UTC, datetime

import pytest

from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.networks.rss.parse import posts_of
from controlroom.model.post import MediaKind, PostKind

SEEN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADDRESS = "https://brackenford.example/news.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Brackenford Council &amp; Partners</title><link>https://brackenford.example/</link>
{items}
</channel></rss>"""
ITEM = """<item><title>Bridge closed</title><link>https://brackenford.example/news/17</link>
<guid isPermaLink="false">news-17</guid><pubDate>Sun, 22 Nov 2026 09:30:00 +0100</pubDate>
<description><![CDATA[<p>The bridge at <b>Mill Lane</b> is closed.<br>Use Quay Street.</p>]]>
</description>
<enclosure url="https://brackenford.example/bridge.jpg" type="image/jpeg" length="1"/></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wen Valley Ambulance</title>
<id>urn:uuid:1</id><updated>2026-11-22T10:00:00Z</updated>
<entry><id>tag:wva.example,2026:5</id><title>Major incident stood down</title>
<link href="https://wva.example/5"/><published>2026-11-22T08:00:00Z</published>
<updated>2026-11-22T09:00:00Z</updated><content type="html">&lt;p&gt;Thank you.&lt;/p&gt;</content>
</entry></feed>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="\n".join(items)).encode()


def test_an_item_becomes_an_article() -> None:
    (post,), bad = posts_of(rss(ITEM), ADDRESS, SEEN)
    assert bad == []
    assert post.kind is PostKind.ARTICLE
    assert post.remote_id == f"{ADDRESS} news-17"
    assert post.text == "Bridge closed\n\nThe bridge at Mill Lane is closed.\nUse Quay Street."
    assert post.created_at == datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    assert post.author.name == "Brackenford Council & Partners"
    assert post.author.handle == "brackenford.example"
    assert post.url == "https://brackenford.example/news/17"
    assert [medium.kind for medium in post.media] == [MediaKind.IMAGE]
    assert post.raw == ITEM.encode()


def test_an_atom_entry_keeps_its_own_id_and_tells_of_its_edit() -> None:
    (post,), _ = posts_of(ATOM.encode(), ADDRESS, SEEN)
    assert post.remote_id == "tag:wva.example,2026:5"
    assert post.text == "Major incident stood down\n\nThank you."
    assert post.edited_at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Closed: &lt;Mill Lane&gt; to 7", "Closed: <Mill Lane> to 7"),
        ("Water &lt; 3 m &amp; falling", "Water < 3 m & falling"),
        ("Use &lt;b&gt; wisely", "Use <b> wisely"),
        ("Bridge &lt;b&gt;closed&lt;/b&gt; &amp;amp; guarded", "Bridge closed & guarded"),
        ("Bridge &amp;amp; quay", "Bridge & quay"),
        ("<![CDATA[Quay <em>open</em>]]>", "Quay open"),
        ("<![CDATA[Flow < 3 & rising > 2]]>", "Flow < 3 & rising > 2"),
        ("\n  Two\n  lines ", "Two lines"),
    ],
)
def test_titles_of_rss_are_markup_only_where_they_read_like_it(title: str, read: str) -> None:
    (post,), _ = posts_of(rss(ITEM.replace("Bridge closed", title)), ADDRESS, SEEN)
    assert post.text.partition("\n\n")[0] == read


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        ("", "A &lt;b&gt;c&lt;/b&gt; &amp;amp; d", "A <b>c</b> &amp; d"),
        (' type="text"', "A &lt;b&gt;c&lt;/b&gt; &amp;amp; d", "A <b>c</b> &amp; d"),
        (' type="html"', "A &lt;b&gt;c&lt;/b&gt; &amp;amp; d", "A c & d"),
        (
            ' type="xhtml"',
            '<div xmlns="http://www.w3.org/1999/xhtml">A <b>c</b> &lt; d</div>',
            "A c < d",
        ),
    ],
)
def test_what_atom_says_of_a_text_is_followed(kind: str, value: str, read: str) -> None:
    entry = ATOM.replace(
        "<title>Major incident stood down</title>", f"<title{kind}>{value}</title>"
    ).replace(
        '<content type="html">&lt;p&gt;Thank you.&lt;/p&gt;',
        f"<content{kind}>{value.replace('A', 'B')}",
    )
    (post,), _ = posts_of(entry.encode(), ADDRESS, SEEN)
    assert post.text == f"{read}\n\n{read.replace('A', 'B')}"


def test_plain_content_keeps_its_lines() -> None:
    told = ATOM.replace(
        'type="html">&lt;p&gt;Thank you.&lt;/p&gt;', 'type="text">One\n  &lt;two&gt;'
    )
    (post,), _ = posts_of(told.encode(), ADDRESS, SEEN)
    assert post.text.endswith("\n\nOne\n<two>")


def test_the_name_of_a_feed_is_no_markup_either() -> None:
    named = ATOM.replace("Wen Valley Ambulance", "Wen &lt;Valley&gt; &amp; Coast")
    (post,), _ = posts_of(named.encode(), ADDRESS, SEEN)
    assert post.author.name == "Wen <Valley> & Coast"


def test_items_come_newest_first_and_without_a_date_as_seen() -> None:
    older = ITEM.replace("news-17", "a").replace("22 Nov", "20 Nov")
    undated = "<item><title>Undated</title><guid>b</guid></item>"
    posts, _ = posts_of(rss(older, ITEM, undated), ADDRESS, SEEN)
    assert posts[0].created_at == SEEN
    assert [post.remote_id[-1] for post in posts] == ["b", "7", "a"]


def test_an_empty_item_is_set_aside_and_the_feed_goes_on() -> None:
    posts, bad = posts_of(rss("<item></item>", ITEM), ADDRESS, SEEN)
    assert len(posts) == 1
    assert len(bad) == 1


def test_a_feed_that_is_merely_wrong_is_read_as_far_as_it_goes() -> None:
    broken = rss(ITEM.replace("Bridge closed", "Bridge & road closed"))[:-20]
    posts, _ = posts_of(broken, ADDRESS, SEEN)
    assert posts[0].text.startswith("Bridge & road closed")


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">%s]><rss version="2.0"><channel>
<title>&i;</title></channel></rss>""" % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8)
)
EXTERNAL = b"""<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>
<title>&x;</title></channel></rss>"""


@pytest.mark.parametrize(
    "body",
    [
        BOMB,
        BOMB.decode().encode("utf-16"),
        BOMB.replace(b"</rss>", b""),
        EXTERNAL,
        b"<a>" * 5_000 + b"</a>" * 5_000,
        b"",
        b"<html><body>Sign in</body></html>",
        b'{"not": "a feed"}',
        b"\x00\xff\xfe",
    ],
    ids=["bomb", "utf-16", "broken bomb", "external", "deep", "empty", "html", "json", "noise"],
)
def test_harm_and_nonsense_are_refused(body: bytes) -> None:
    with pytest.raises(NonsenseReceived):
        posts_of(body, ADDRESS, SEEN)
