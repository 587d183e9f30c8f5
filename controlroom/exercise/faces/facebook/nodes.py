"""Every kind of thing the Graph has, of Facebook and of Instagram."""

from collections.abc import Mapping

from controlroom.exercise.faces.facebook import gram_shown as gram
from controlroom.exercise.faces.facebook import (
    gram_talks,
    lists,
    names,
    shown_live,
    shown_media,
    shown_pages,
    shown_posts,
    shown_talks,
)
from controlroom.exercise.faces.facebook.lists import Items
from controlroom.exercise.faces.facebook.shown_posts import Fields
from controlroom.exercise.faces.facebook.things import Node

FIELDS: Mapping[Node, Fields] = {
    **gram.OF_NODE,
    **gram_talks.OF_NODE,
    Node.PAGE: shown_pages.PAGE,
    Node.USER: shown_pages.USER,
    Node.POST: shown_posts.POST,
    Node.COMMENT: shown_posts.COMMENT,
    Node.PHOTO: shown_media.PHOTO,
    Node.VIDEO: shown_media.VIDEO,
    Node.LIVE: shown_live.LIVE,
    Node.THREAD: shown_talks.THREAD,
    Node.MESSAGE: shown_talks.MESSAGE,
}
EDGES: Mapping[Node, Mapping[str, Items]] = {**lists.EDGES, **gram.EDGES, **gram_talks.EDGES}
KNOWN: Mapping[str, frozenset[str]] = {
    **names.KNOWN,
    **gram.KNOWN,
    **gram_talks.KNOWN,
}
USUAL: Mapping[Node, str] = {
    **gram.USUAL,
    **gram_talks.USUAL,
    Node.PAGE: "name,id",
    Node.USER: "name,id",
    Node.POST: "created_time,message,story,id",
    Node.COMMENT: "created_time,from,message,id",
    Node.PHOTO: "created_time,name,id",
    Node.VIDEO: "updated_time,description,id",
    Node.LIVE: "status,stream_url,secure_stream_url,id",
    Node.THREAD: "id,link,updated_time",
    Node.MESSAGE: "id,created_time",
}
"""What comes if nothing is asked for."""
