"""Answers that a network takes for a while only."""

from dataclasses import replace
from datetime import timedelta

import pytest

from controlroom.feeds.outgoing.ways import writing_of
from controlroom.model import clock
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import (
    About,
    Act,
    Content,
    ContentUnreadable,
    Piece,
    Target,
    read_content,
    written,
)
from controlroom.outbound.checks import Surroundings, check
from controlroom.outbound.checks.answering import answerable

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def answer(network: str, ago: timedelta, comment: str = "") -> Content:
    about = About("t_1", person="71", comment=comment, heard=clock.now() - ago)
    return Content(Act.MESSAGE, (f"{network}/1",), (Piece("We have it, thank you."),), about=about)


def late(content: Content) -> list[Verdict]:
    found = check(content, Surroundings())
    return [one.verdict for one in found if one.rule == "answer_late"]


@pytest.mark.parametrize("network", ["facebook", "instagram"])
def test_a_dialogue_is_answered_for_a_day_and_a_comment_for_a_week(network: str) -> None:
    assert late(answer(network, DAY - HOUR)) == []
    assert late(answer(network, DAY + HOUR)) == [Verdict.BLOCKS]
    assert late(answer(network, 7 * DAY - HOUR, "c_1")) == []
    assert late(answer(network, 7 * DAY + HOUR, "c_1")) == [Verdict.BLOCKS]


def test_where_the_network_says_nothing_or_nobody_knows_it_is_never_too_late() -> None:
    assert answerable(answer("mastodon", 90 * DAY)) is None
    unknown = answer("facebook", DAY)
    assert unknown.about is not None
    assert answerable(replace(unknown, about=replace(unknown.about, heard=None))) is None
    assert late(replace(answer("facebook", 90 * DAY), act=Act.REPLY)) == []


def test_an_answer_with_a_time_is_judged_by_that_time() -> None:
    content = answer("facebook", HOUR)
    assert late(replace(content, at=clock.now() + 22 * HOUR)) == []
    assert late(replace(content, at=clock.now() + 24 * HOUR)) == [Verdict.BLOCKS]
    assert late(replace(answer("facebook", 2 * DAY), at=clock.now() - DAY)) == [Verdict.BLOCKS]


@pytest.mark.parametrize("network", ["facebook", "instagram"])
def test_why_not_and_what_to_do_instead_are_there_in_both_languages(network: str) -> None:
    windows = writing_of(network).acts[Act.MESSAGE].answers
    assert set(windows) == {Target.MESSAGE, Target.COMMENT}
    for window in windows.values():
        assert "developers.facebook.com" in window.after.source
        for language in ("en", "fr"):
            assert window.after.text[language]
            assert window.after.steps[language]


def test_when_somebody_spoke_is_kept_in_the_record() -> None:
    content = answer("facebook", HOUR)
    assert read_content(written(content)) == content
    old = written(content).replace('"heard":', '"unheard":')
    about = read_content(old).about
    assert about is not None
    assert about.heard is None
    naive = written(content).replace('Z","person', '","person')
    assert naive != written(content)
    with pytest.raises(ContentUnreadable):
        read_content(naive)
