"""What is said of a draft that consists of its text alone."""

from benchmarks.checks import surroundings
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.checks import check

ABOUT = surroundings()


def said_of(text: str) -> dict[str, Verdict]:
    """Returns the rules that find something, with what they say."""
    content = Content(Act.POST, ("x/none",), (Piece(text),))
    return {one.rule: one.verdict for one in check(content, ABOUT)}
