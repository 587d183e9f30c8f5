"""From text to tree."""

import re
from datetime import datetime

from controlroom.model import clock
from controlroom.model.query.errors import BrokenCharacter, TooLong
from controlroom.model.query.grammar import Grammar
from controlroom.model.query.printer import print_query
from controlroom.model.query.tree import Node

LONGEST = 2_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: str, now: datetime | None = None) -> Node:
    """Returns the canonical tree of a query.

    Args:
        now: what ages such as `since:2h` are counted from, aware; the clock if not given.

    Raises:
        QueryError: the text is no query; it names the characters at fault.
    """
    _check_text(text)
    node = Grammar(text, now or clock.now()).whole()
    # What is saved is the printed form, and that must be readable too.
    if len(print_query(node)) > LONGEST:
        raise TooLong(0, len(text), limit=LONGEST)
    return node


def _check_text(text: str) -> None:
    if len(text) > LONGEST:
        raise TooLong(LONGEST, len(text), limit=LONGEST)
    if broken := _SURROGATE.search(text):
        raise BrokenCharacter(*broken.span())
