"""How the account of the dummy network is connected."""

from collections.abc import Mapping

from controlroom.feeds.errors import TokenExpired
from controlroom.feeds.signing_in import Begun, Entrance, Offer, Way, Ways
from controlroom.model.credential import AppKey, Credential

WAYS = Ways((Way.BROWSER, Way.TOKEN, Way.PASSWORD), needs_app=True, needs_host=True)


class DummyConnector:
    """Accepts the code "good", and every token but "bad" and "broken"."""

    def __init__(self, entrance: Entrance) -> None:
        self._host = entrance.host

    def begin(self, app: AppKey, redirect: str) -> Begun:
        address = f"https://{self._host}/authorise?client={app.id}"
        return Begun(address, "the-state", redirect, secret="verifier", app=app)

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        if answer["code"] == "good":
            return (self._offer(f"token for {begun.secret}"),)
        return ()

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        if token == "bad":
            raise TokenExpired(host=self._host)
        if token == "broken":
            raise ZeroDivisionError
        return (self._offer(token),)

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        return (self._offer(f"{handle}:{password}"),)

    def close(self) -> None:
        pass

    def _offer(self, access: str) -> Offer:
        return Offer("dummy", "1", "westmarch", "Westmarch Police", Credential(access), self._host)


def make_connector(entrance: Entrance) -> DummyConnector:
    return DummyConnector(entrance)
