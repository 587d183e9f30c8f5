"""What a question wants to be told of posts, people and what hangs on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from controlroom.exercise.faces.x.ages import BOTH, IMPLIED, MEDIA, PLACE, POLL, USER, Age
from controlroom.exercise.faces.x.problems import Refusal, invalid

_OTHERS = {"user.fields": USER, "media.fields": MEDIA, "poll.fields": POLL, "place.fields": PLACE}
PARAMETERS = frozenset(("expansions", "dm_event.fields", *_OTHERS))
"""Names that may stand in a question for posts beside that of its age."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What to tell, in our words (see `ages`).

    Attributes:
        post, event: fields; empty sets have the usual few in them.
        beside: what is to come beside them.
    """

    age: Age
    post: frozenset[str]
    event: frozenset[str]
    user: frozenset[str]
    media: frozenset[str]
    poll: frozenset[str]
    beside: frozenset[str]


def asked(query: Mapping[str, str], ages: Iterable[Age] = BOTH, what: str = "posts") -> Asked:
    """Reads the field parameters of a question. Raises `Refusal`.

    Args:
        ages: those that are understood.
        what: what is asked for: "posts", "events", "users".
    """
    understood = tuple(ages)
    named = tuple(sorted((name, query[name]) for name in _named(query, understood)))
    return _asked(named, understood, what)


def understood_names(ages: Iterable[Age]) -> frozenset[str]:
    """Returns all names of parameters that list fields."""
    return PARAMETERS | {age.parameter for age in ages}


def _named(query: Mapping[str, str], ages: tuple[Age, ...]) -> list[str]:
    return [name for name in query if name in understood_names(ages)]


@lru_cache(maxsize=256)
def _asked(named: tuple[tuple[str, str], ...], ages: tuple[Age, ...], what: str) -> Asked:
    query = dict(named)
    age, refusal = ages[0], None
    for age in _likely(query, ages):
        try:
            return _by(age, query, what)
        except Refusal as error:
            refusal = refusal or error
    assert refusal is not None
    raise refusal


def _likely(query: Mapping[str, str], ages: tuple[Age, ...]) -> tuple[Age, ...]:
    """Returns the ages a question may be of: the one it names, or else all."""
    told = tuple(age for age in ages if age.parameter in query)
    return told[:1] or ages


def _by(age: Age, query: Mapping[str, str], what: str) -> Asked:
    expansions = age.expansions[what]
    beside = {expansions[one] for one in _listed(query, "expansions", frozenset(expansions))}
    ours = {name: word for word, name in age.names.items()}
    fields = {ours.get(one, one) for one in _listed(query, age.parameter, age.fields)}
    event = {ours.get(one, one) for one in _listed(query, "dm_event.fields", age.event_fields)}
    implied = {IMPLIED[one] for one in beside if one in IMPLIED}
    others = {name: _listed(query, name, known) for name, known in _OTHERS.items()}
    return Asked(
        age=age,
        post=frozenset(fields | implied | {"id", "text", "history"}),
        event=frozenset(_of_event(event, beside) | {"id", "event_type", "text"}),
        user=others["user.fields"] | {"id", "name", "username"},
        media=others["media.fields"] | {"media_key", "type"},
        poll=others["poll.fields"] | {"id", "options"},
        beside=frozenset(beside),
    )


def _of_event(fields: set[str], beside: set[str]) -> set[str]:
    words = {"author": "sender_id", "media": "attachments", "participants": "participant_ids"}
    return fields | {words.get(one, one) for one in beside if one}


def _listed(query: Mapping[str, str], name: str, known: frozenset[str]) -> frozenset[str]:
    told = query.get(name, "")
    for one in told.split(",") if told else ():
        if one not in known:
            allowed = ",".join(sorted(known))
            text = f"The `{name}` query parameter value [{one}] is not one of [{allowed}]"
            raise invalid(name, one, text)
    return frozenset(told.split(",")) if told else frozenset()
