"""The checks once more before a delivery is taken on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from controlroom.engine.sending_beside import Beside, LateGuard, has_sites
from controlroom.engine.sending_checks import BlockingRules, blocked
from controlroom.keychain.errors import KeychainForgets
from controlroom.model import clock
from controlroom.model.guard import Guard
from controlroom.model.outgoing.content import About, Act, Content, Piece
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.outbound.case_lists import Item, ReadingKey, changed
from controlroom.outbound.checks import ListKind
from controlroom.outbound.sending.jobs import Job
from controlroom.settings import Settings
from controlroom.team.publishing_state import CaseItem

CLEAN = "Weir Street is closed until four. Please use the bridge."
ADDRESS = "The victim lives at 14 Weir Street, Oldmere OL3 4QT."
NAMED = "Thank you, Orla Fenwick, for your courage."
KEY = ReadingKey(bytes(range(32)))
BOTH = ("x//1", "facebook//2")


def job(text: str, profile: str, part: str = "0") -> Job:
    content = Content(Act.POST, BOTH, (Piece(CLEAN),), {"x": (Piece(text),)})
    delivery = Delivery(DeliveryKey("0" * 32, part, profile), Act.POST, DeliveryState.SCHEDULED)
    return Job(delivery, content, f"{hash(text)}")


def test_what_no_rule_blocks_leaves() -> None:
    rules = BlockingRules()
    assert [rules(job(CLEAN, one)) for one in BOTH] == ["", ""]


def test_a_rule_blocks_the_profiles_it_is_about_and_no_others() -> None:
    rules = BlockingRules()
    assert rules(job(ADDRESS, "x//1"))
    assert not rules(job(ADDRESS, "facebook//2"))
    assert set(blocked(job(ADDRESS, "x//1").content)) == {"x//1"}


def test_what_is_known_beside_is_asked_anew_each_time() -> None:
    items: dict[str, CaseItem] = {}
    guards = [Guard()]
    rules = BlockingRules(Beside(lambda: dict(items), lambda: guards[-1]))
    one = job(NAMED, "x//1")
    assert not rules(one)
    told = changed(Item("1" * 32, ListKind.NAME, "Orla Fenwick"), KEY)
    items[told.item] = CaseItem(told.marks, told.sealed, 7)
    assert not rules(one), "no key is here: it cannot be found, and blocks nothing"
    guards.append(Guard(KEY.match_key().reveal().hex()))
    assert rules(one) == "protected_name"
    items.clear()
    assert not rules(one)


def test_without_a_key_the_log_says_how_many_items_are_not_looked_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = changed(Item("1" * 32, ListKind.NAME, "Orla Fenwick"), KEY)
    items = {told.item: CaseItem(told.marks, told.sealed, 7)}
    beside = Beside(lambda: items, Guard)
    about = beside()
    assert about.lists is not None
    assert about.lists.unread() == 1
    assert beside() is about
    assert [one.getMessage() for one in caplog.records] == [
        "no key of the case lists is here: 1 items are not looked for"
    ]


def test_an_item_that_has_ended_blocks_nothing() -> None:
    told = changed(Item("1" * 32, ListKind.NAME, "Orla Fenwick"), KEY)
    items = {told.item: CaseItem(told.marks, told.sealed, 7, "2020-01-31")}
    guard = Guard(KEY.match_key().reveal().hex())
    assert not BlockingRules(Beside(lambda: items, lambda: guard))(job(NAMED, "x//1"))


def test_a_link_that_only_looks_like_the_force_is_blocked_by_the_settings() -> None:
    one = job("Report it at https://fenpo1ice.example/now", "x//1")
    assert not BlockingRules()(one)
    rules = BlockingRules(Beside(dict, lambda: Guard(sites="www.fenpolice.example, b.example")))
    assert rules(one) == "false_link"


def test_a_station_asks_its_keychain_again_while_it_has_no_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds, asked = [0.0], 0
    monkeypatch.setattr("controlroom.model.clock.real_s", lambda: seconds[0])

    def read() -> Guard:
        nonlocal asked
        asked += 1
        if asked == 1:
            raise KeychainForgets
        return Guard("aa" * 32, "fen.example")

    guard = LateGuard(read)
    assert (guard(), asked) == (Guard(), 1)
    assert (guard(), asked) == (Guard(), 1)
    seconds[0] = 61.0
    assert guard().sites == "fen.example"
    seconds[0] = 600.0
    assert guard().case_key == "aa" * 32
    assert asked == 2


def test_a_station_that_has_only_the_sample_sites_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds, sites = [0.0], [Settings().own_sites, "fen.example"]
    monkeypatch.setattr("controlroom.model.clock.real_s", lambda: seconds[0])
    guard = LateGuard(lambda: Guard("aa" * 32, sites.pop(0)))
    assert not has_sites(guard())
    seconds[0] = 61.0
    assert has_sites(guard())


def test_what_is_given_to_the_checks_is_not_shown() -> None:
    assert "aa" not in repr(Guard("aa" * 32))


def test_what_is_taken_back_is_never_blocked() -> None:
    assert not BlockingRules()(job(ADDRESS, "x//1", "w0"))


def test_an_act_without_words_is_never_blocked() -> None:
    one = job(ADDRESS, "x//1")
    assert not BlockingRules()(replace(one, content=Content(Act.LIKE, BOTH)))


def test_an_answer_is_looked_at_each_time_whether_it_has_become_too_late() -> None:
    asked = job("At noon.", "facebook//2")
    about = About("t_1", person="71", heard=clock.now() - timedelta(hours=23))
    content = Content(Act.MESSAGE, ("facebook//2",), (Piece("At noon."),), about=about)
    rules = BlockingRules()
    assert not rules(replace(asked, content=content))
    assert about.heard is not None
    later = replace(about, heard=about.heard - timedelta(hours=2))
    assert rules(replace(asked, content=replace(content, about=later))) == "answer_late"
