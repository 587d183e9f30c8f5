"""Loads what a surge needs before there is one: the first must not keep the window waiting."""

from importlib import import_module

from controlroom.ui.board.surge.places import places_in
from controlroom.ui.board.surge.sieve import is_risky


def load_for_surge() -> None:
    """Loads the code that groups, and the word lists; not in the window's thread."""
    import_module("controlroom.ui.board.surge.crowd")
    for reads_a_list in (is_risky, places_in):
        reads_a_list("")
