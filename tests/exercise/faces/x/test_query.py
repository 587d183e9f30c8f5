"""X's query language, which searches and rules share."""

from typing import Any

import pytest

from controlroom.exercise.faces.x.query import NoQuery, compiled
from controlroom.exercise.faces.x.subject import Subject
from controlroom.exercise.faces.x.view import View, user_id
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from tests.exercise.faces.x.town import Town, town


def subject(there: Town, text: str, who: str = "ida", **more: Any) -> Subject:
    media = more.pop("media", ())
    language = more.pop("language", "en")
    said = Said(text, language, media)
    number = there.world.publish(getattr(there, who).number, said, **more)
    return Subject(View(there.world, there.world.post(number)))


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("weir", True),
        ("WEIR", True),
        ("wei", False),
        ("cafe", True),
        ("quay weir", False),
        ("quay OR weir", True),
        ("quay OR weir bridge", False),
        ("(quay OR weir) fire", True),
        ('"fire near"', True),
        ('"near fire"', False),
        ("weir -fire", False),
        ("weir -quay", True),
        ("weir -(quay OR bridge)", True),
        ("#M97", True),
        ("#m97", True),
        ("#M9", False),
        ("M97", True),
        ("@WestmarchPolice", True),
        ("@Westmarch", False),
        ("from:idaquill", True),
        ("from:tompell", False),
        ("weir lang:en", True),
        ("weir lang:pl", False),
        ("weir has:links", True),
        ("weir has:media", True),
        ("weir has:videos", False),
        ("weir is:reply", False),
        ("weir -is:retweet", True),
        ("url:fen.example", True),
        ('url:"https://fen.example/a"', True),
    ],
)
def test_a_post_matches_or_not(query: str, *, matches: bool) -> None:
    text = "Fire near the café at the weir @WestmarchPolice #M97 https://fen.example/a"
    one = subject(town(), text, media=(Media("a", MediaKind.IMAGE),))
    assert compiled(query)(one) is matches


def test_operators_look_at_other_posts() -> None:
    there = town()
    first = subject(there, "The weir")
    first_id = first.view.ids[0]
    answer = subject(there, "Yes", "tom", reply_to=first.view.post.number)
    quote = subject(there, "This", "tom", quote=first.view.post.number)
    repost = subject(there, "", "tom", quote=first.view.post.number, kind=PostKind.REPOST)
    for query, told in (
        (f"conversation_id:{first_id}", [first, answer]),
        (f"in_reply_to_tweet_id:{first_id}", [answer]),
        (f"quotes_of_tweet_id:{first_id}", [quote]),
        (f"retweets_of_tweet_id:{first_id}", [repost]),
        ("retweets_of:idaquill", [repost]),
        ("to:idaquill", [answer]),
        (f"from:{user_id(there.ida)}", [first]),
        ("weir", [first, repost]),
        ("weir is:retweet", [repost]),
        ("(weir OR this) is:quote", [quote]),
    ):
        test = compiled(query)
        assert [one for one in (first, answer, quote, repost) if test(one)] == told, query


@pytest.mark.parametrize(
    "query",
    [
        "", "   ", "OR", "weir OR", "OR weir", "(weir", "weir)", "()", '"weir', '""', "-weir",
        "lang:en", "weir OR -quay", "near:quay", "weir has:wings", "!!",
        "(" * 40 + "weir" + ")" * 40,
    ],
)  # fmt: skip
def test_what_is_no_query_is_refused(query: str) -> None:
    with pytest.raises(NoQuery):
        compiled(query)
