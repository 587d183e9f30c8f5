"""What commands may ask of what holds publishing, and of what is on its way."""

from typing import Protocol


class OfHolding(Protocol):
    """Holds publishing; every reason is marked for translation, "" for none."""

    def press(self) -> None:
        """Holds everything at once; while something is held, asks for its release."""

    def hold_some(self) -> None:
        """Asks for whom alone to hold, or which incident to let through."""

    def release(self) -> None:
        """Asks for the release, with what is held in view."""

    def limit_publishers(self) -> None:
        """Asks who alone may publish, and with which incident that ends."""

    def review(self) -> None:
        """Shows what is held."""

    def why_not_press(self) -> str:
        """Returns why the switch does nothing now."""

    def why_not_hold(self) -> str:
        """Returns why nothing can be held by who works here."""

    def why_not_release(self) -> str:
        """Returns why nothing can be released by who works here."""


class OfSending(Protocol):
    """Shows what is on its way."""

    def open_outbox(self) -> None:
        """Shows everything on its way."""

    def open_sent(self) -> None:
        """Shows everything that was sent."""
