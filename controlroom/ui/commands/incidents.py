"""What commands may ask of incidents."""

from typing import Protocol


class OfIncidents(Protocol):
    """Keeps incidents; every reason is marked for translation, "" for none."""

    def show(self) -> None:
        """Shows the incidents."""

    def open(self) -> None:
        """Asks what is to be opened."""

    def change(self) -> None:
        """Asks what the current incident is called, and whom it concerns."""

    def close(self) -> None:
        """Asks whether the current incident is over."""

    def hold_others(self) -> None:
        """Asks for whom all but the current incident is held."""

    def limit_publishers(self) -> None:
        """Asks who alone may publish during the current incident."""

    def why_not_open(self) -> str:
        """Returns why nothing can be opened by who works here."""

    def why_not_change(self) -> str:
        """Returns why the current incident cannot be changed or closed."""

    def why_none(self) -> str:
        """Returns why there is no incident to act upon."""
