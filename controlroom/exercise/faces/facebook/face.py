"""Facebook as its clients meet it."""

from aiohttp import web

from controlroom.exercise.faces.facebook.book import Book
from controlroom.exercise.faces.facebook.holders import EVERYTHING, NETWORK
from controlroom.exercise.faces.facebook.ids import post_number
from controlroom.exercise.faces.facebook.media import FILMS, STILLS
from controlroom.exercise.faces.facebook.serving import dialog_app, graph_app
from controlroom.exercise.faces.facebook.stills import media_app
from controlroom.exercise.world import Account, World
from controlroom.model.credential import AppKey, Credential

GRAPH, GRAPH_FOR_FILMS, DIALOG = (
    "graph.facebook.com",
    "graph-video.facebook.com",
    "www.facebook.com",
)


class FacebookFace:
    """Serves the Graph, its second host for films, the dialog, pictures and films."""

    network = NETWORK
    hosts = (GRAPH, GRAPH_FOR_FILMS, DIALOG, STILLS, FILMS)
    many_hosts = False

    def __init__(self, world: World) -> None:
        self.book = Book(world)
        for account in self.book.pages():
            world.tokens.usual(NETWORK, account.number)

    def application(self, host: str) -> web.Application:
        if host in (GRAPH, GRAPH_FOR_FILMS):
            return graph_app(self.book)
        return dialog_app(self.book) if host == DIALOG else media_app(self.book, host)

    def credential(self, account: Account) -> Credential:
        return Credential(
            self.book.world.tokens.usual(NETWORK, account.number),
            app=self.app,
            account=self.remote_id(account),
            scopes=EVERYTHING,
        )

    def remote_id(self, account: Account) -> str:
        return self.book.owner_id(account)

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        return post_number(remote_id)

    @property
    def app(self) -> AppKey:
        """The application the force has at Facebook in an exercise."""
        return self.book.holders.app

    def person_token(self) -> str:
        """Returns the lasting token of somebody who looks after every page, to be pasted."""
        return self.book.holders.person()
