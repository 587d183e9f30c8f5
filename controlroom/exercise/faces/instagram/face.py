"""Instagram as its clients meet it: through Facebook's Graph, with pictures at a host of its own.

The Graph is one server for both, so that this face is served beside Facebook's.
"""

from aiohttp import web

from controlroom.exercise.faces.facebook.book import Book
from controlroom.exercise.faces.facebook.gram_shown import MEDIA
from controlroom.exercise.faces.facebook.holders import EVERYTHING, NETWORK
from controlroom.exercise.faces.facebook.ids import Stretch, id_of, post_number
from controlroom.exercise.faces.facebook.stills import media_app
from controlroom.exercise.faces.facebook.things import GRAM
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential


class InstagramFace:
    """Serves Instagram's pictures and films."""

    network = GRAM
    hosts = (MEDIA,)
    many_hosts = False

    def __init__(self, world: World) -> None:
        self.world = world
        self.book = Book(world)
        for account in world.profiles(GRAM):
            self.credential(account)

    def application(self, host: str) -> web.Application:
        return media_app(self.book, host)

    def credential(self, account: Account) -> Credential:
        """An account is asked for with the token of the page it belongs to."""
        page = self.world.by_handle(NETWORK, account.handle)
        usual = self.world.tokens.usual
        token = usual(NETWORK, page.number) if page else usual(GRAM, account.number)
        return Credential(
            token,
            app=self.book.holders.app,
            account=self.remote_id(account),
            scopes=EVERYTHING,
        )

    def remote_id(self, account: Account) -> str:
        return id_of(Stretch.GRAM_USER, account.number)

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        return post_number(remote_id)
