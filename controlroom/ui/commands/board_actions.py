"""What commands may ask of the board."""

from typing import Protocol


class BoardActions(Protocol):
    """The board as commands see it. `why_*` give English, marked for translation, or ""."""

    def why_no_board(self) -> str:
        """Returns why no board can be added now."""

    def why_no_column(self) -> str:
        """Returns why there is no column to act on."""

    def why_nothing_to_add(self) -> str:
        """Returns why no column can be added."""

    def why_nothing_closed(self) -> str:
        """Returns why nothing can be opened again."""

    def add_board(self) -> None:
        """Asks for a name and adds a board."""

    def rename_board(self) -> None:
        """Asks for another name for the board shown."""

    def close_board(self) -> None:
        """Closes the board shown."""

    def reopen(self) -> None:
        """Opens again what was closed last, a board or a column, in its place."""

    def add_column(self) -> None:
        """Asks for a stream or a search and adds a column."""

    def close_column(self) -> None:
        """Closes the current column."""

    def rename_column(self) -> None:
        """Asks for another title for the current column."""

    def filter_column(self) -> None:
        """Asks for the filter of the current column."""

    def move_column(self, step: int) -> None:
        """Moves the current column to the right (1) or the left (-1)."""

    def resize_column(self, step: int) -> None:
        """Makes the current column wider (1) or narrower (-1)."""

    def pause_column(self) -> None:
        """Pauses the current column, or lets it go on."""

    def pause_all(self) -> None:
        """Pauses all columns, or lets all go on if all are paused."""

    def next_column(self, step: int) -> None:
        """Moves to the column at the right (1) or the left (-1)."""

    def go_to_column(self, number: int) -> None:
        """Moves to a column by its number, from 1."""

    def next_post(self, step: int) -> None:
        """Moves to the next (1) or previous (-1) post."""

    def page(self, step: int) -> None:
        """Moves one screen down (1) or up (-1)."""

    def show_new(self) -> None:
        """Shows the posts that wait in the current column."""

    def read_up_to_here(self) -> None:
        """Puts the read line of the current column above the current post."""

    def open_cover(self) -> None:
        """Shows what the current post covers, or covers it again."""
