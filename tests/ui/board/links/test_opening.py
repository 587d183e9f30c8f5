"""Plain links go to the browser at once; others wait in a layer that shows the true host."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from controlroom.model.post import Author, Post, Span, SpanKind
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.text import lay_out_text
from controlroom.ui.board.links.opening import open_address
from controlroom.ui.board.links.panel import LinkPanel
from controlroom.ui.board.links.spans import Link, link_at, links_of
from controlroom.ui.controls.button import Kind
from controlroom.ui.frame.window import DeskWindow


class Browser:
    """Takes what the system's browser would get."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def __call__(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded().data()).decode())


@pytest.fixture
def browser() -> Browser:
    return Browser()


def panel(desk: DeskWindow) -> LinkPanel:
    found = desk.layers.top()
    assert isinstance(found, LinkPanel)
    return found


def test_a_plain_link_opens_at_once(desk: DeskWindow, browser: Browser) -> None:
    open_address(desk, "https://example.org/x", "example.org/x", browser)
    assert browser.opened == ["https://example.org/x"]
    assert desk.layers.top() is None


def test_a_doubtful_link_is_shown_by_its_true_host_first(
    desk: DeskWindow, browser: Browser
) -> None:
    open_address(desk, "https://аррӏе.com/login", "apple.com", browser)
    assert browser.opened == []
    shown = panel(desk)
    assert shown.host.text().startswith("xn--80ak6aa92e.com")
    assert "It passes for apple.com" in shown.reasons.text()
    assert "name another host" in shown.reasons.text()
    assert shown.first_focus() is shown.no
    assert (shown.no.kind, shown.open_.kind) == (Kind.MAIN, Kind.PLAIN)
    shown.open_.click()
    assert browser.opened == ["https://xn--80ak6aa92e.com/login"]
    assert desk.layers.top() is None


def test_cancel_opens_nothing(desk: DeskWindow, browser: Browser) -> None:
    open_address(desk, "http://2130706433/", "", browser)
    panel(desk).no.click()
    assert browser.opened == []
    assert desk.layers.top() is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://a\\b"])
def test_what_is_no_web_address_can_only_be_copied(
    desk: DeskWindow, browser: Browser, address: str
) -> None:
    open_address(desk, address, "click", browser)
    shown = panel(desk)
    assert not shown.open_.isVisibleTo(shown)
    shown.copy.click()
    assert QGuiApplication.clipboard().text() == address
    desk.layers.close_top()
    assert browser.opened == []


def test_hostile_words_are_shown_as_they_are(desk: DeskWindow, browser: Browser) -> None:
    hostile = "https://example.org:9/<img src=file:///etc/passwd>\u202e" + "a" * 100_000
    open_address(desk, hostile, "", browser)
    assert len(panel(desk).address.text()) <= 400
    desk.layers.close_top()


def post(text: str, *spans: Span) -> Post:
    return Post("x", "1", Author("1", "jo"), text, datetime.now(UTC), spans=spans)


def test_the_link_under_the_pointer_is_found_whatever_stands_before_it() -> None:
    text = "🚨🚨 Fire\u202e at example.org/x and example.net"
    first, second = text.index("example.org"), text.index("example.net")
    one = post(
        text,
        Span(SpanKind.LINK, first, first + 13, "https://example.org/x"),
        Span(SpanKind.LINK, second, second + 11, "https://example.net/"),
        Span(SpanKind.HASHTAG, 0, 2, "x"),
    )
    from controlroom.ui.board.card.clean import clean

    shown = clean(text).text
    block = lay_out_text(shown, 2_000, look_now())
    line = block.layout.lineAt(0)
    assert [link.address for link in links_of(one)] == [
        "https://example.org/x", "https://example.net/",
    ]  # fmt: skip
    for wanted in ("example.org", "example.net"):
        units = len(shown[: shown.index(wanted) + 3].encode("utf-16-le")) // 2
        x = line.cursorToX(units)
        at = QPoint(round(float(x[0] if isinstance(x, tuple) else x)) + 2, 8)
        found = link_at(one, block.layout, at)
        assert found is not None
        assert wanted in found.address
    assert link_at(one, block.layout, QPoint(5, 8)) is None
    assert link_at(one, block.layout, QPoint(1_900, 8)) is None
    QApplication.processEvents()


def test_a_post_names_each_link_once() -> None:
    span = Span(SpanKind.LINK, 0, 3, "https://example.org/")
    assert links_of(post("one", span, span)) == [Link("https://example.org/", "one")]
