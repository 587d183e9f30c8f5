"""Writing on Instagram, which takes no files from us: it fetches what lies at an address.

So a photo or film is put up, unpublished, on the page the account belongs to, and its address there
is what Instagram is given. A post is put together first and then published in one call.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from controlroom.feeds.base import Page, Seat
from controlroom.feeds.errors import ReadError
from controlroom.feeds.graph.client import place
from controlroom.feeds.graph.lists import read_edge
from controlroom.feeds.graph.looking import Kind, Look
from controlroom.feeds.graph.writing import GraphWriter, Json
from controlroom.feeds.networks.facebook.write_files import film_up, photos_up
from controlroom.feeds.networks.instagram import edges
from controlroom.feeds.networks.instagram.parse import NETWORK, comment_of, post_of
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.seen import look_back
from controlroom.feeds.outgoing.writer import Does, Ready
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import Carried, LookedBack, NotSent, Outgoing, SentAs
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.post import Post

_LOOKS, _PAUSE_S = 60, 3.0
_READY, _FAILED = ("FINISHED", "PUBLISHED"), ("ERROR", "EXPIRED")
_KINDS = [Kind(edges.REPLY, comment_of), Kind(edges.POST, post_of)]


def make_writer(seat: Seat, limits: Limits | None = None) -> "InstagramWriter":
    """Returns a writer for the account in `seat`. Raises `AddressRefused` for an unsafe server."""
    return InstagramWriter(seat, limits)


class InstagramWriter(GraphWriter):
    """An account's pen, held by its page."""

    network = NETWORK

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        if outgoing.act is Act.MESSAGE:
            return self._look_at_messages(outgoing)
        below = self._below(outgoing) if outgoing.about is not None else ""
        edge = edges.items_of(below) if below else edges.posts_of(self._account)

        def page(cursor: str) -> Page:
            return read_edge(self.calls, edge, cursor, "")

        whole = below.startswith(edges.REPLIES)
        return look_back(page, outgoing, ours=self._is_ours, whole=whole)

    def is_gone(self, remote_id: str) -> bool:
        if edges.is_dialogue(remote_id):
            # A message stays with whom it went to, whatever its writer does.
            return False
        look = Look(self._account, self.calls)
        return remote_id in look.look([([remote_id], _KINDS)]).gone

    @property
    def _account(self) -> str:
        return self.profile.remote_id

    def _does(self) -> Mapping[Act, Does]:
        return {
            Act.POST: self._publish,
            Act.REPLY: self._answer,
            Act.MESSAGE: self._message,
            Act.HIDE: self._hide,
            Act.SHOW: self._hide,
            Act.DELETE: self._delete,
        }

    def _publish(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        if outgoing.about is not None:
            return self._answer(outgoing, ready)
        if not outgoing.files or outgoing.poll is not None:
            raise self.unable("a post needs a photo or film, and has no poll, on this network")
        container = self._container(outgoing.files, outgoing.text)
        self._until_ready(container)
        path = place(self._account, "media_publish")
        told = self.done(self.asked(path, {"creation_id": container}), ready)
        number = self.certainly(told)
        return SentAs(number, self._address(number))

    def _answer(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        if outgoing.files:
            raise self.unable("a comment has no photo on this network")
        below = self._below(outgoing)
        name = "replies" if below.startswith(edges.REPLIES) else "comments"
        path = place(below.removeprefix(edges.REPLIES), name)
        told = self.done(self.asked(path, {"message": outgoing.text}), ready)
        return SentAs(self.certainly(told))

    def _message(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        if outgoing.files:
            raise self.unable("a message has no photo or film from here on this network")
        form = {
            "recipient": json.dumps(self._recipient(outgoing)),
            "message": json.dumps({"text": outgoing.text}),
        }
        path = place(edges.PAGE, "messages")
        told = self.done(self.asked(path, form), ready)
        return SentAs(self.certainly(told, "message_id"))

    def _recipient(self, outgoing: Outgoing) -> Json:
        """Somebody who has written; or, once and within a week, whoever wrote a comment."""
        about = outgoing.about
        if about is not None and about.comment:
            return {"comment_id": about.comment}
        if about is not None and about.person:
            return {"id": about.person}
        raise self.unable("message: nobody is named whom it is for")

    def _look_at_messages(self, outgoing: Outgoing) -> LookedBack:
        edge = edges.messages_of(self._dialogue(outgoing))

        def page(cursor: str) -> Page:
            return read_edge(self.calls, edge, cursor, "")

        return look_back(page, outgoing, ours=self._is_ours)

    def _dialogue(self, outgoing: Outgoing) -> str:
        """Returns the dialogue in which a message would stand."""
        about = outgoing.about
        if about is not None and about.remote_id:
            return about.remote_id
        person = about.person if about is not None else ""
        query = {"platform": "INSTAGRAM", "fields": "id", "user_id": person}
        told = self.calls.edge(place(edges.PAGE, "conversations"), query)
        for item in told.listing.items:
            return outcome.text(outcome.fields(item).get("id"))
        raise self.unable("the dialogue is not known")

    def _hide(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        hidden = "true" if outgoing.act is Act.HIDE else "false"
        request = self.asked(place(self.about(outgoing)), {"hide": hidden})
        self._succeeded(self.done(request, ready))
        return SentAs("")

    def _delete(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        """Only comments: posts have to be taken down in the app."""
        number = self.about(outgoing)
        try:
            told = self.done(self.dropped(place(number)), ready)
        except NotSent as error:
            if error.reason is not Unsent.GONE:
                raise
            return SentAs(number, said="it was gone already")
        self._succeeded(told)
        return SentAs(number)

    def _succeeded(self, told: Json) -> None:
        if told.get("success") is not True:
            raise NotSent(host=self.host, reason=Unsent.REFUSED, said="it did not do it")

    def _below(self, outgoing: Outgoing) -> str:
        """Returns the post, or the comment in the feed's way to name it, that is answered."""
        number, about = self.about(outgoing), outgoing.about
        if about is None or about.root in ("", number):
            return number
        return f"{edges.REPLIES}{number}"

    def _container(self, files: Sequence[Carried], text: str) -> str:
        if len(files) == 1:
            return self._put_together({"caption": text} | self._fetched(files[0], alone=True))
        parts = [self._put_together(self._fetched(one, alone=False)) for one in files]
        for one in parts:
            self._until_ready(one)
        album = {"media_type": "CAROUSEL", "children": json.dumps(parts), "caption": text}
        return self._put_together(album)

    def _put_together(self, form: Mapping[str, str]) -> str:
        return self.named(self.put_up(self.asked(place(self._account, "media"), form)))

    def _fetched(self, one: Carried, *, alone: bool) -> dict[str, str]:
        """Returns where a file is to be fetched, and what it is."""
        if one.rendition.mime.startswith("video/"):
            film = film_up(self, "me", one)
            finish = {
                "upload_phase": "finish", "upload_session_id": film.session, "published": "false",
            }  # fmt: skip
            self.put_up(self.asked(place("me", "videos"), finish))
            kind = {"media_type": "REELS" if alone else "VIDEO"}
            told = {"video_url": self._source(film.number, "source", _of_film)} | kind
        else:
            (number,) = photos_up(self, "me", [one])
            told = {"image_url": self._source(number, "images", _of_photo)}
            told |= {"alt_text": one.alt} if one.alt else {}
        return told | ({} if alone else {"is_carousel_item": "true"})

    def _source(self, number: str, field: str, read: Callable[[Any], str]) -> str:
        """Waits until a file has an address, and returns it."""
        for _ in range(_LOOKS):
            body, _ = self.calls.thing(number, field)
            address = read(outcome.fields(body).get(field))
            if address:
                return self._led(address)
            self.wait(_PAUSE_S)
        raise self.later("it still works on the file")

    def _led(self, address: str) -> str:
        """Returns an address as Instagram finds it: in an exercise, on this computer."""
        try:
            parts = urlsplit(address)
        except ValueError:
            raise self.later("it does not say where the file lies") from None
        base = urlsplit(self.seat.server(parts.netloc))
        return urlunsplit((base.scheme, base.netloc, parts.path, parts.query, ""))

    def _until_ready(self, container: str) -> None:
        for _ in range(_LOOKS):
            body, _ = self.calls.thing(container, "status_code,status")
            told = outcome.fields(body)
            if told.get("status_code") in _READY:
                return
            if told.get("status_code") in _FAILED:
                said = outcome.plain(outcome.text(told.get("status"))) or "it cannot use the file"
                raise NotSent(host=self.host, reason=Unsent.REFUSED, said=said)
            self.wait(_PAUSE_S)
        raise self.later("it still works on the file")

    def _address(self, number: str) -> str:
        """Returns where a post is shown, "" while that is not told."""
        with suppress(ReadError):
            body, _ = self.calls.thing(number, "permalink")
            return outcome.text(outcome.fields(body).get("permalink"))
        return ""

    def _is_ours(self, post: Post) -> bool:
        return self.profile.remote_id == post.author.remote_id or (
            post.author.handle.casefold() == self.profile.handle.casefold()
        )


def _of_photo(told: Any) -> str:
    """Returns the address of the largest of a photo's sizes."""
    sizes = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    sized = [(one.get("width"), outcome.text(one.get("source"))) for one in sizes]
    known = [(width, source) for width, source in sized if isinstance(width, int) and source]
    return max(known, default=(0, ""))[1]


def _of_film(told: Any) -> str:
    return outcome.text(told)
