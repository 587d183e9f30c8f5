"""A day at the desk, step by step: what comes, what changes, the servers gone and back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from controlroom.ui.board.page import BoardPage
from controlroom.ui.review.page import ReviewPage
from tests.servers.building import connect, make_board, make_streams
from tests.servers.gate import Gate
from tests.servers.hands import Hands, gaps, said, shows, texts
from tests.servers.people import Person
from tests.servers.stack import Stack
from tests.servers.writing import VIOLET, answering, calling, picture, put_again

SEARCHED = "lantern causeway"
WATER, DRY = "The lantern causeway is under water.", "The lantern causeway is dry again."
WEIR, UNTIL = "The weir is over its banks.", "Until noon today?"
LOOK, MISSED = "Look at this.", "Did you miss me?"
ALT = "The weir from the bridge"


class Day:
    """Three profiles of ours, and Ida, who writes with another client."""

    def __init__(
        self,
        hands: Hands,
        servers: Stack,
        ours: Sequence[Person],
        ida: Person,
        gates: Sequence[Gate],
    ) -> None:
        self.hands, self._servers, self._gates = hands, servers, gates
        self.ours, self.ida = ours, ida

    def work(self) -> None:
        """Does all of it."""
        connect(self.hands, self._servers.pds, self.ours)
        make_streams(self.hands, SEARCHED)
        self.mentions, self.search, self.author = make_board(self.hands, self.ida.handle)
        self.read_what_comes()
        self.see_what_changes()
        self.lose_the_servers()
        self.search_without_them()
        self.get_them_back()

    def read_what_comes(self) -> None:
        """Mentions of each profile, a picture, an answer to ours, and what the search finds."""
        hands, ida = self.hands, self.ida
        for one in self.ours:
            text = calling(one, WEIR)
            hands.meanwhile(lambda text=text: ida.posts(text))
        asked = hands.meanwhile(lambda: self.ours[0].posts("The weir road is shut until noon."))
        called = calling(self.ours[1], LOOK)
        hands.meanwhile(lambda: ida.client.send_image(called, picture(), ALT))
        hands.meanwhile(lambda: ida.posts(UNTIL, reply_to=answering(asked)))
        hands.meanwhile(lambda: ida.posts(WATER))
        called_each = [f"@{one.handle} {WEIR}" for one in self.ours]
        hands.reads(self.mentions, *called_each, LOOK, ALT, UNTIL)
        hands.reads(self.search, WATER)
        hands.reads(self.author, *called_each, LOOK, UNTIL, WATER)
        hands.until(lambda: shows(self.mentions.list, VIOLET))
        hands.picture("board")

    def see_what_changes(self) -> None:
        """A record put again shows as edited, a post deleted as gone; both can still be read."""
        hands, ida, called = self.hands, self.ida, self.ours[0]
        wrong = hands.meanwhile(lambda: ida.posts(calling(called, "Closed till one.")))
        rash = hands.meanwhile(lambda: ida.posts(calling(called, "Said in anger.")))
        hands.reads(self.mentions, "Closed till one.", "Said in anger.")
        hands.meanwhile(lambda: put_again(ida, wrong, "Closed till two."))
        hands.meanwhile(lambda: ida.client.delete_post(rash.uri))
        hands.until(lambda: said(self.mentions, "Closed till two.", "Edited"))
        hands.until(lambda: said(self.mentions, "Said in anger.", "Deleted, seen"))
        hands.picture("edited-and-deleted")

    def lose_the_servers(self) -> None:
        """Everything stays as it was, what is missing shows, and conversations open."""
        hands, before = self.hands, texts(self.mentions)
        for gate in self._gates:
            gate.shut()
        hands.until(lambda: self.mentions.standing.word == self.search.standing.word == "Offline")
        hands.until(lambda: gaps(self.mentions) and gaps(self.search))
        assert [row.text[:13] for row in gaps(self.mentions)] == ["Missing since"]
        assert texts(self.mentions) == before
        hands.picture("offline")
        self.open_a_conversation()

    def open_a_conversation(self) -> None:
        hands = self.hands
        hands.double_press(self.mentions, UNTIL)
        page = hands.page(BoardPage, "board")
        hands.until(lambda: page.beside.drawer is not None)
        drawer = page.beside.drawer
        assert drawer is not None
        hands.until(lambda: drawer.post is not None and drawer.post.post.text == UNTIL)
        hands.picture("conversation-offline")
        hands.press(drawer.head.close_)
        hands.until(lambda: page.beside.drawer is None)

    def search_without_them(self) -> None:
        """Review finds what is kept, and says that it is all there is for now."""
        hands, review = self.hands, self.hands.page(ReviewPage, "review")
        hands.until(lambda: review.extent.text.startswith("Offline."))
        hands.write(review.bar.field, "causeway")
        QTest.keyClick(review.bar.field, Qt.Key.Key_Return)
        hands.until(lambda: self.found_in(review) == (self.ida.handle, WATER))
        through = self.ours[0].handle
        hands.until(lambda: dict(review.details.facts.facts)["Came through"] == through)
        hands.picture("review-offline")

    def found_in(self, review: ReviewPage) -> tuple[str, str] | None:
        """Returns who wrote the hit that is shown, and what."""
        hit = review.details.post if review.details.isVisible() else None
        return (hit.post.author.handle, hit.post.text) if hit else None

    def get_them_back(self) -> None:
        """What was written meanwhile is there, and nothing is missing any more."""
        hands, missed = self.hands, calling(self.ours[2], MISSED)
        hands.meanwhile(lambda: self.ida.posts(missed))
        hands.meanwhile(lambda: self.ida.posts(DRY))
        hands.go("board")
        assert not said(self.mentions, MISSED)
        for gate in self._gates:
            gate.open()
        hands.reads(self.mentions, MISSED)
        hands.reads(self.search, DRY)
        hands.reads(self.author, MISSED, DRY)
        hands.until(lambda: not gaps(self.mentions) and not gaps(self.search))
        hands.until(lambda: self.mentions.standing.word == self.search.standing.word == "Live")
        assert not said(self.mentions, WATER), "a search's post is no mention"
        hands.picture("back")
