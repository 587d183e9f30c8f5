"""Writing as a Facebook page: posts, comments, messages, and what is done to those of others."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from controlroom.feeds.base import Page, Seat
from controlroom.feeds.errors import ReadError
from controlroom.feeds.graph.client import place
from controlroom.feeds.graph.edges import Edge
from controlroom.feeds.graph.lists import read_edge
from controlroom.feeds.graph.looking import Look
from controlroom.feeds.graph.writing import GraphWriter, Json
from controlroom.feeds.networks.facebook import edges
from controlroom.feeds.networks.facebook.looking import asked_for
from controlroom.feeds.networks.facebook.parse import NETWORK
from controlroom.feeds.networks.facebook.write_files import film_up, photos_up, subtitles
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import form_with
from controlroom.feeds.outgoing.seen import look_at, look_back
from controlroom.feeds.outgoing.writer import Does, Ready
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import Carried, LookedBack, NotSent, Outgoing, SentAs
from controlroom.model.outgoing.content import About, Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.post import MediaKind, Post

_SITE = "https://www.facebook.com"
_NO_CAPTIONS = "the film went without its subtitles: they have to be added on the page"


def make_writer(seat: Seat, limits: Limits | None = None) -> "FacebookWriter":
    """Returns a writer for the page in `seat`. Raises `AddressRefused` for an unsafe server."""
    return FacebookWriter(seat, limits)


class FacebookWriter(GraphWriter):
    """A page's pen."""

    network = NETWORK

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        if outgoing.act is Act.EDIT:
            return look_at(self._look(self.about(outgoing)), outgoing)
        edge = self._edge(outgoing)

        def page(cursor: str) -> Page:
            return read_edge(self.calls, edge, cursor, "")

        if outgoing.act is Act.REPOST:
            return self._look_at_shares(outgoing, page)
        return look_back(page, outgoing, ours=self._is_ours, files=_files)

    def is_gone(self, remote_id: str) -> bool:
        look = Look(self._page, self.calls)
        return remote_id in look.look(asked_for([remote_id], self._page)).gone

    @property
    def _page(self) -> str:
        return self.profile.remote_id

    def _does(self) -> Mapping[Act, Does]:
        return {
            Act.POST: self._publish,
            Act.REPLY: self._comment,
            Act.MESSAGE: self._message,
            Act.REPOST: self._share,
            Act.LIKE: self._like,
            Act.EDIT: self._edit,
            Act.HIDE: self._hide,
            Act.SHOW: self._hide,
            Act.DELETE: self._delete,
        }

    def _publish(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        """A thread has one post: what follows stands below it as comments."""
        if outgoing.about is not None:
            return self._comment(outgoing, ready)
        self._refuse_poll(outgoing)
        clips = [one for one in outgoing.files if one.rendition.mime.startswith("video/")]
        if clips:
            return self._film(outgoing, clips[0], ready)
        form = {"message": outgoing.text} if outgoing.text else {}
        numbers = photos_up(self, self._page, outgoing.files)
        for nth, number in enumerate(numbers):
            form[f"attached_media[{nth}]"] = json.dumps({"media_fbid": number})
        told = self.done(self.asked(place(self._page, "feed"), form), ready)
        return _sent(self.certainly(told))

    def _film(self, outgoing: Outgoing, clip: Carried, ready: Ready) -> SentAs:
        if len(outgoing.files) > 1:
            raise self.unable("a film stands alone on this network")
        film = film_up(self, self._page, clip)
        form = {
            "upload_phase": "finish", "upload_session_id": film.session,
            "description": outgoing.text,
        }  # fmt: skip
        form |= {"title": outgoing.title} if outgoing.title else {}
        self.done(self.asked(place(self._page, "videos"), form), ready)
        lacks = clip.captions and not self._subtitled(film.number, clip.captions, outgoing.language)
        return _sent(self._post_of(film.number), _NO_CAPTIONS if lacks else "")

    def _subtitled(self, film: str, captions: bytes, language: str) -> bool:
        """Adds subtitles to a film that is out; without them it is out all the same."""
        with suppress(NotSent):
            self.put_up(self.carrying(place(film, "captions"), subtitles(self, captions, language)))
            return True
        return False

    def _post_of(self, film: str) -> str:
        """Returns the post a film has become, the film itself while that is not told."""
        with suppress(ReadError):
            body, _ = self.calls.thing(film, "post_id")
            number = outcome.text(outcome.fields(body).get("post_id"))
            if number:
                return number if "_" in number else f"{self._page}_{number}"
        return film

    def _comment(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self._refuse_poll(outgoing)
        if len(outgoing.files) > 1:
            raise self.unable("a comment has one photo on this network")
        form = {"message": outgoing.text} if outgoing.text else {}
        for number in photos_up(self, self._page, outgoing.files):
            form["attachment_id"] = number
        path = place(self.about(outgoing), "comments")
        return _sent(self.certainly(self.done(self.asked(path, form), ready)))

    def _message(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        if outgoing.about is None:
            raise self.unable("message: nobody is named whom it is for")
        fields = {
            "recipient": json.dumps(self._recipient(outgoing.about)),
            "messaging_type": "RESPONSE",
        }
        path = place(self._page, "messages")
        if not outgoing.files:
            fields["message"] = json.dumps({"text": outgoing.text})
            return SentAs(self.certainly(self.done(self.asked(path, fields), ready), "message_id"))
        if outgoing.text or len(outgoing.files) > 1:
            raise self.unable("a message is either words or one file on this network")
        one = outgoing.files[0]
        kind = "video" if one.rendition.mime.startswith("video/") else "image"
        fields["message"] = json.dumps({"attachment": {"type": kind, "payload": {}}})
        body = form_with({**fields, **self.proof}, "filedata", one, self.host)
        told = self.done(self.carrying(path, body), ready)
        return SentAs(self.certainly(told, "message_id"))

    def _recipient(self, about: About) -> Json:
        """A person; or, once and within a week, whoever wrote a comment."""
        if about.comment:
            return {"comment_id": about.comment}
        if about.person:
            return {"id": about.person}
        if not about.remote_id.startswith(edges.DIALOGUE):
            return {"comment_id": about.remote_id}
        body, _ = self.calls.thing(about.remote_id, "participants")
        told = outcome.fields(body).get("participants")
        people = told.get("data") if isinstance(told, dict) else None
        for one in people if isinstance(people, list) else ():
            number = outcome.text(one.get("id")) if isinstance(one, dict) else ""
            if number and number != self._page:
                return {"id": number}
        raise self.unable("message: nobody is named whom it is for")

    def _share(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        """The Graph has no call for it: a post with the link to another one is its sharing."""
        link = self._link_to(self.about(outgoing))
        told = self.done(self.asked(place(self._page, "feed"), {"link": link}), ready)
        return _sent(self.certainly(told))

    def _link_to(self, remote_id: str) -> str:
        body, _ = self.calls.thing(remote_id, "permalink_url")
        link = outcome.text(outcome.fields(body).get("permalink_url"))
        if not link.startswith("https://"):
            raise self.unable("it has no address by which it could be shared")
        return link

    def _look_at_shares(self, outgoing: Outgoing, page: Callable[[str], Page]) -> LookedBack:
        """A sharing has no words of its own; it is known by what it shares."""
        number = self.about(outgoing)
        link = self._link_to(number)

        def ours(post: Post) -> bool:
            shared = post.quote.remote_id == number if post.quote else False
            return self._is_ours(post) and (shared or link in [one.url for one in post.media])

        looked = look_back(page, outgoing, ours=ours)
        seen = (replace(one, text=outgoing.text, files=0, answers=number) for one in looked.seen)
        return replace(looked, seen=tuple(seen))

    def _like(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self._succeed(place(self.about(outgoing), "likes"), {}, ready)
        return SentAs("")

    def _edit(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        """The Graph changes words only, so that what hangs on a post stays."""
        if outgoing.files:
            raise self.unable("photos and films of a post cannot be exchanged on this network")
        self._succeed(place(self.about(outgoing)), {"message": outgoing.text}, ready)
        return _sent(self.about(outgoing))

    def _hide(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        hidden = "true" if outgoing.act is Act.HIDE else "false"
        self._succeed(place(self.about(outgoing)), {"is_hidden": hidden}, ready)
        return SentAs("")

    def _delete(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        number = self.about(outgoing)
        try:
            told = self.done(self.dropped(place(number)), ready)
        except NotSent as error:
            if error.reason is not Unsent.GONE:
                raise
            return SentAs(number, said="it was gone already")
        self._succeeded(told)
        return SentAs(number)

    def _succeed(self, path: str, form: Mapping[str, str], ready: Ready) -> None:
        self._succeeded(self.done(self.asked(path, form), ready))

    def _succeeded(self, told: Json) -> None:
        if told.get("success") is not True:
            raise NotSent(host=self.host, reason=Unsent.REFUSED, said="it did not do it")

    def _refuse_poll(self, outgoing: Outgoing) -> None:
        if outgoing.poll is not None:
            raise self.unable("poll: not on this network")

    def _edge(self, outgoing: Outgoing) -> Edge:
        """Returns where what was sent would stand."""
        about = outgoing.about
        if outgoing.act is Act.MESSAGE:
            return edges.messages_of(self._dialogue(about))
        if about is None or outgoing.act is Act.REPOST:
            return edges.edge_of(edges.own_posts(), self._page)
        return edges.comments_of(about.remote_id, self._page, about.root or about.remote_id)

    def _dialogue(self, about: About | None) -> str:
        """Returns the dialogue in which a message would stand."""
        if about is not None and about.remote_id.startswith(edges.DIALOGUE):
            return about.remote_id
        query = {"fields": "id", "user_id": about.person if about else ""}
        told = self.calls.edge(place(self._page, "conversations"), query)
        for item in told.listing.items:
            return outcome.text(outcome.fields(item).get("id"))
        raise self.unable("the dialogue is not known")

    def _look(self, remote_id: str) -> tuple[Post, ...]:
        return Look(self._page, self.calls).look(asked_for([remote_id], self._page)).posts

    def _is_ours(self, post: Post) -> bool:
        return post.author.remote_id == self._page


def _files(post: Post) -> int:
    """How many photos and films hang on a post; the preview of a link is neither."""
    return sum(one.kind is not MediaKind.OTHER for one in post.media)


def _sent(number: str, said: str = "") -> SentAs:
    return SentAs(number, f"{_SITE}/{number}", said=said)
