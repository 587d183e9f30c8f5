"""Shows what hangs on a post, and where its links lead, over the window one works in."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.person import handle_of, name_of

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QMenu

    from controlroom.ui.board.links.spans import Link
    from controlroom.ui.board.media.desk import MediaDesk
    from controlroom.ui.layers.layer import Panel

translate = QCoreApplication.translate
MOST_LINKS = 20


class Host(Protocol):
    """A window with layers."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""


class Showing:
    """Opens viewer, link layer and browser.

    Args:
        desk: brings what is shown.
        reads: whether an engine runs, which could fetch what is not kept.
        browse: hands an address on; to the system's browser if it is not given.
    """

    def __init__(
        self,
        host: Host,
        desk: "MediaDesk",
        reads: Callable[[], bool],
        browse: "Callable[[QUrl], object] | None" = None,
    ) -> None:
        self._host, self._desk, self._reads, self._browse = host, desk, reads, browse

    def media(self, post: CachedPost, place: int = 0, *, covered: bool = True) -> bool:
        """Shows one of the media of a post, by its number from 0; False if it has none."""
        from controlroom.ui.board.media.saving import save_copy
        from controlroom.ui.board.media.viewer import MediaViewer, Shown

        media = post.post.media
        if not media:
            return False
        covered = covered and (bool(post.post.warning) or any(one.sensitive for one in media))
        shown = Shown(media, _whose(post), post.id, post.post.url, covered)
        viewer = MediaViewer(shown, min(place, len(media) - 1), self._desk, reads=self._reads())
        viewer.browsed.connect(self.address)
        viewer.saved.connect(lambda body: save_copy(viewer, body, post.id, viewer.place))
        self._host.open_layer(viewer)
        return True

    def link(self, link: "Link") -> None:
        """Opens a link of a post, after a look at it where it is in doubt."""
        self._open(link.address, link.shown)

    def address(self, address: str) -> None:
        """Opens an address that no words stand for."""
        self._open(address, "")

    def original(self, post: CachedPost) -> bool:
        """Opens a post on its network; False if nobody said where it stands."""
        if post.post.url:
            self.address(post.post.url)
        return bool(post.post.url)

    def links(self, post: CachedPost, beside: QWidget) -> bool:
        """Opens the one link of a post, or asks which; False if it has none."""
        from controlroom.ui.board.links.spans import links_of

        found = links_of(post.post)[:MOST_LINKS]
        if len(found) == 1:
            self.link(found[0])
        elif found:
            self._ask(found, beside)
        return bool(found)

    def _open(self, address: str, shown: str) -> None:
        from controlroom.ui.board.links.opening import open_address

        open_address(self._host, address, shown, self._browse or _browser())

    def _ask(self, links: "list[Link]", beside: QWidget) -> "QMenu":
        from PySide6.QtGui import QAction

        from controlroom.ui.commands.menus import styled_menu
        from controlroom.ui.plain import shortcut_safe

        menu = styled_menu(beside)
        for link in links:
            action = QAction(shortcut_safe(clean_line(link.shown, 80)), menu)
            action.triggered.connect(partial(self._chosen, link))
            menu.addAction(action)
        menu.popup(beside.mapToGlobal(QPoint(beside.width() // 4, beside.height() // 4)))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _chosen(self, link: "Link", *_checked: bool) -> None:
        self.link(link)


def _whose(post: CachedPost) -> str:
    author = post.post.author
    return f"{name_of(author)}  {handle_of(post.post.network, author)}".rstrip()


def _browser() -> "Callable[[QUrl], object]":
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl
