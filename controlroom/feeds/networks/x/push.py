"""X's filtered stream: one connection of the whole application."""

from collections.abc import Callable, Sequence

from controlroom.feeds import addresses
from controlroom.feeds.base import Heard, Seat
from controlroom.feeds.errors import NonsenseReceived, ReadError
from controlroom.feeds.networks.x.agreement import Agreement
from controlroom.feeds.networks.x.ears import Ears
from controlroom.feeds.networks.x.errors import NoAppToken, QuestionRefused
from controlroom.feeds.networks.x.names import AGES, ASKING, Names
from controlroom.feeds.networks.x.problems import HEADERS, budgets_at, refused_at
from controlroom.feeds.networks.x.stream import Stream
from controlroom.feeds.networks.x.tokens import HOST
from controlroom.feeds.networks.x.words import wanted
from controlroom.feeds.renewal import Granted, basic
from controlroom.feeds.wire import Limits, Refusal, Send, Wire
from controlroom.model.credential import AppKey
from controlroom.model.decoding import decoder
from controlroom.model.stream import Source

SILENCE_S = 45
"""X sends an empty line every 20 seconds; with two of them missing the connection is dead."""

_granted = decoder(Granted).decode


class Push:
    """Listens for one application. Used by one thread, except for `close`."""

    def __init__(self, seat: Seat, limits: Limits | None = None) -> None:
        base = seat.server(HOST)
        self._host = addresses.shown(base)
        self._seat = seat
        self._token = ""
        self._entrance = Wire(base, lambda: "", seat.now, refused=_refused)
        self._wire = Wire(
            base,
            lambda: self._token,
            seat.now,
            budget_headers=HEADERS,
            budgets=budgets_at(seat.now),
            refused=refused_at(seat.now),
            limits=limits or Limits(silence_s=SILENCE_S),
        )

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        """Passes on what matches `sources` until the connection breaks. Raises `ReadError`."""
        self._token = self._app_token()
        wants = wanted(sources)
        by_rule = Agreement(Stream(self._wire, AGES[0]), self._host).on(wants)
        ears = Ears(self._host, wants, by_rule, hear)
        oldest, newest = reversed(AGES)
        try:
            self._connect(oldest, ears, ready)
        except QuestionRefused as error:
            if not error.parameters & ASKING:
                raise
            self._connect(newest, ears, ready)

    def close(self) -> None:
        """Hangs up; who listens gets `HungUp`."""
        self._entrance.close()
        self._wire.close()

    def _connect(self, names: Names, ears: Ears, ready: Callable[[], None]) -> None:
        Stream(self._wire, names, ears.line, ready).filter(**names.of_posts())

    def _app_token(self) -> str:
        """Returns the application's own token. Raises `NoAppToken` if X gives it none."""
        app = self._seat.sign_in.credential().app
        if not (app.own_id and app.own_secret):
            raise NoAppToken(host=self._host)
        form = Send(form={"grant_type": "client_credentials"})
        proof = basic(AppKey(app.own_id, app.own_secret))
        answer = self._entrance.post("/oauth2/token", form, headers=proof)
        try:
            return _granted(answer.body).access_token
        except (ValueError, RecursionError):
            raise NonsenseReceived(host=self._host, reason="no token") from None


def _refused(refusal: Refusal) -> ReadError | None:
    return NoAppToken(host=refusal.host) if refusal.status in (400, 401, 403) else None
