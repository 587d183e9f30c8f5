"""A cache to look at: a fortnight of invented posts, some of them edited or deleted."""

import json
import secrets
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Author, Media, MediaKind, Metrics, Post, PostKind
from controlroom.model.profile import Profile
from controlroom.store.desk.notes import SavedSearch

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore
    from controlroom.ui.review.page import ReviewPage

PATIENCE_S = 20.0
START = datetime(2026, 5, 1, 6, 0, tzinfo=UTC)
QUERY = '"white van" OR van'
SAVED = (
    ("White van, Oldmere", '"white van" network:facebook'),
    ("Edited since", "is:edited"),
)
NETWORKS = ("facebook", "facebook", "x", "x", "instagram", "bluesky", "mastodon")
PROFILES = (("x", "WestmarchPolice"), ("facebook", "Oldmere Police"), ("x", "WestmarchRoads"))
FIRST = """Anyone else see a white van sat outside the shop with no lights on? Three lads, then it
 went off towards the bypass.""".replace("\n", "")
LATER = FIRST.replace("Three", "Two").replace("bypass", "ford")
PEOPLE = (
    ("Oldmere Village Noticeboard", "oldmere.noticeboard", FIRST, "en"),
    (
        "Hob Lane Residents",
        "hob.lane",
        ("Same white van by the school on Tuesday. My doorbell camera has it, not the plate."),
        "en",
    ),
    (
        "Dilys Marrable",
        "dilysm",
        ("Loud bang in Oldmere high street, then a van with a side door open past us at speed."),
        "en",
    ),
    (
        "Gordy Vance",
        "gordyv",
        ("Two white vans on the A-road with no plates at all. Someone stop them."),
        "en",
    ),
    (
        "Hesper’s Bakery",
        "hespers",
        (
            "Opening late, cash machine next door is gone. If you saw the"
            " van, please tell the police."
        ),
        "en",
    ),
    (
        "Nell Ostrander",
        "nell_o",
        ("Oldmere high street closed by the bank, tape up. Bus 14 stops at the chapel instead."),
        "en",
    ),
    ("Tomasz Wierzba", "twierz", "Biały van stał wczoraj pod sklepem, silnik chodził.", "pl"),
    (
        "R. Castellane",
        "rcast",
        ("Third cash machine this year. White van every time. Does anyone join these up?"),
        "en",
    ),
    (
        "Tessa Mould",
        "tessa",
        ("Ford is flooded, they will not get far that way. Try the mill track."),
        "en",
    ),
)


class ReviewSample(NamedTuple):
    """An open house of invented posts."""

    folder: tempfile.TemporaryDirectory[str]
    desk: "DeskStore"
    cache: "CacheReader"

    def close(self) -> None:
        """Closes the files and removes them."""
        self.desk.close()
        self.cache.close()
        self.folder.cleanup()


def open_review(posts: int = 1_400) -> ReviewSample:
    """Makes a house with so many posts."""
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.cache.writer import CacheWriter
    from controlroom.store.desk.store import DeskStore

    folder, key = tempfile.TemporaryDirectory(), secrets.token_bytes(32)
    place = Path(folder.name)
    writer = CacheWriter.open(place, key)
    for number, (network, handle) in enumerate(PROFILES, 1):
        writer.save_profile(Profile(0, network, f"unit{number}", handle))
    made = [sighting(number, posts) for number in range(posts)]
    for start in range(0, posts, 500):
        writer.ingest(made[start : start + 500])
    last = [one for one in made[-len(PEOPLE) :] if one.post.text == FIRST]
    later, gone = [_edited(one) for one in last], made[-7].post
    missed = Disappearance(gone.network, gone.remote_id, gone.created_at + timedelta(hours=8))
    writer.ingest(later, [missed])
    writer.close()
    sample = ReviewSample(folder, DeskStore.open(place, key), CacheReader.open(place, key))
    for name, query in SAVED:
        sample.desk.save_search(SavedSearch(name, query))
    return sample


def show(page: "ReviewPage", sample: ReviewSample) -> None:
    """Searches the sample and shows the post that was edited."""
    from controlroom.model.query.parse import parse

    page.close_house()
    page.open_house(sample)
    page.bar.set_text(QUERY, parse(QUERY))
    page.search()
    _wait(page)
    page.hits.step(1)
    for _step in range(8):
        post = page.hits.post()
        if post is not None and post.versions > 1:
            break
        page.hits.step(1)
    _wait(page)
    page._look_into()
    _wait(page)


def sighting(number: int, posts: int) -> Sighting:
    """Returns one of so many invented posts, spread unevenly over a fortnight."""
    name, handle, text, language = PEOPLE[number % len(PEOPLE)]
    network, root = _network(number), _root(number)
    share = number / posts
    wave = 0.45 + (share - 0.5) ** 3 * 4.2 if number % 3 else share
    at = START + timedelta(days=13 * min(1.0, max(0.0, wave)), seconds=number * 7)
    if number >= posts - len(PEOPLE):
        at = START + timedelta(days=13, hours=14, minutes=number - posts)
    post = Post(
        network=network,
        remote_id=f"r{number}",
        author=Author(f"a{handle}", handle, name, followers=number % 900),
        text=text,
        created_at=at,
        kind=PostKind.COMMENT if number % 2 else PostKind.STATUS,
        media=_media(number),
        metrics=Metrics(number % 9, number % 40, number % 200),
        language=language,
        reply_to=root,
        root=root,
        url=f"https://posts.example/{number}",
    )
    raw = {"id": post.remote_id, "text": text, "created_at": at.isoformat(), "lang": language}
    return Sighting(
        replace(post, raw=json.dumps(raw).encode()),
        at + timedelta(minutes=1),
        (1 + number % len(PROFILES),),
    )


def _network(number: int) -> str:
    return NETWORKS[(number * 5) % len(NETWORKS)]


def _root(number: int) -> str:
    """Some answer the first of each round, which everybody speaks in once."""
    first = number - number % (3 * len(PEOPLE))
    return f"r{first}" if number != first and _network(number) == _network(first) else ""


def _edited(one: Sighting) -> Sighting:
    edited = one.post.created_at + timedelta(minutes=17, seconds=24)
    post = replace(one.post, text=LATER, edited_at=edited)
    return replace(one, post=post, seen_at=edited + timedelta(minutes=1))


def _media(number: int) -> tuple[Media, ...]:
    picture = Media(MediaKind.IMAGE, "https://media.example/1", alt="High street at night")
    clip = Media(MediaKind.VIDEO, "https://media.example/2", duration_ms=22_000)
    return {1: (picture,), 4: (clip,), 7: (picture, clip)}.get(number % 9, ())


def _wait(page: "ReviewPage") -> None:
    ends = time.monotonic() + PATIENCE_S
    QApplication.processEvents()
    while page.asking.busy() and time.monotonic() < ends:
        QApplication.processEvents()
        time.sleep(0.005)
    for _round in range(3):
        QApplication.processEvents()
