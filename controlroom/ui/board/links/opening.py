"""Opens an address in the system's browser, after a look at it where it is in doubt."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from controlroom.ui.board.links.judge import judge

if TYPE_CHECKING:
    from controlroom.ui.layers.layer import Panel

Browse = Callable[[QUrl], object]


class Host(Protocol):
    """A window with layers."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""


def open_address(
    host: Host, address: str, shown: str = "", browse: Browse = QDesktopServices.openUrl
) -> None:
    """Opens a plain, true address at once; shows any other one first, or why it is not opened.

    Args:
        shown: the words that stand for it in the post, "" if it is shown itself.
    """
    judged = judge(address, shown)
    url = QUrl(judged.address, QUrl.ParsingMode.StrictMode)
    if judged.refusal is None and not judged.doubts:
        browse(url)
        return
    from controlroom.ui.board.links.panel import LinkPanel

    panel = LinkPanel(judged, address)
    panel.agreed.connect(lambda: browse(url))
    host.open_layer(panel)
