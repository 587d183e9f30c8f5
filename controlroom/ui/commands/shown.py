"""What commands may ask of Review, and of a post that is looked at, wherever that is."""

from typing import Protocol


class OfShown(Protocol):
    """The post that has the keyboard."""

    def open_media(self) -> None:
        """Shows what hangs on the post, large."""

    def open_link(self) -> None:
        """Opens a link of the post, or asks which."""

    def open_original(self) -> None:
        """Opens the post on its network, in the browser."""


class OfReview(Protocol):
    """What acts on the search in Review."""

    def export(self) -> None:
        """Asks for a form and a place, and exports what was found."""

    def save(self) -> None:
        """Asks for a name and saves the search."""

    def group(self) -> None:
        """Groups the hits by conversation, or no longer."""

    def show_as_column(self) -> None:
        """Goes to the board with a column of this search."""
