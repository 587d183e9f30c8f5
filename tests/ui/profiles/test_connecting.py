"""Connecting a profile, step by step, with an engine that answers by the book."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from controlroom.feeds.signing_in import Offer
from controlroom.keychain.errors import KeychainLocked
from controlroom.link import Added, Connected, Connecting, Unconnected
from controlroom.model.credential import Credential
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.profiles.connect_panel import (
    ASKING,
    CHOOSING,
    WAITING,
    ConnectPanel,
    system_browser,
)
from controlroom.ui.profiles.page import ProfilesPage
from tests.ui.profiles.force import OFFERS, Engine, House

ACCOUNTS = tuple(
    Offer("facebook", str(n), f"page{n}", f"Westmarch Page {n}", Credential(f"token {n}"))
    for n in range(3)
)


@pytest.fixture
def opened() -> list[str]:
    """Returns the addresses the browser was sent to."""
    return []


@pytest.fixture
def panel(page: ProfilesPage, desk: DeskWindow, opened: list[str]) -> ConnectPanel:
    page.add.click()
    one = desk.layers.top()
    assert isinstance(one, ConnectPanel)
    one._browser = opened.append
    return one


def begun(engine: Engine) -> dict[str, Any]:
    order: dict[str, Any] = engine.said("connect")[-1]
    return order


def test_a_browser_sign_in_leads_to_accounts_of_which_some_are_connected(
    panel: ConnectPanel, desk: DeskWindow, engine: Engine, opened: list[str], qtbot: QtBot
) -> None:
    panel.choose("facebook")
    panel.take.click()
    order = begun(engine)
    assert (order["network"], order["way"]) == ("facebook", "browser")
    assert panel.steps.currentIndex() == WAITING
    address = "https://www.facebook.example/dialog?state=s"
    desk.line.connecting.emit(Connecting(order["ticket"], address))
    assert (opened, panel.address.text()) == ([address], address)
    desk.line.connected.emit(Connected(order["ticket"], ACCOUNTS))
    assert panel.steps.currentIndex() == CHOOSING
    panel.accounts._model.item(1).setCheckState(Qt.CheckState.Unchecked)
    panel.group.setText("Oldmere")
    panel.take.click()
    added = engine.said("add_profiles")[-1]
    assert [profile.handle for profile in added["profiles"]] == ["page0", "page2"]
    assert added["groups"] == ["Oldmere", "Oldmere"]
    with qtbot.waitSignal(panel.finished):
        desk.line.added.emit(Added(added["ticket"], [11, 12]))
    assert {n: c.access for n, c in engine.kept.items()} == {11: "token 0", 12: "token 2"}


def test_only_what_the_way_needs_is_asked_for(panel: ConnectPanel) -> None:
    form = panel.form

    def asked() -> set[str]:
        fields = ("host", "app_id", "app_secret", "own_id", "own_secret", "handle", "secret")
        return {name for name in fields if not getattr(form, name).isHidden()}

    panel.choose("x")
    assert asked() == {"app_id", "app_secret", "own_id", "own_secret"}
    form._take_way("token")
    assert asked() == {"own_id", "own_secret", "secret"}
    panel.choose("bluesky")
    assert asked() == {"handle", "secret"}
    panel.choose("mastodon")
    assert asked() == {"host"}
    assert [offer.key for offer in OFFERS if offer.ways] == list(form._offers)


def test_the_key_an_application_has_of_its_own_may_be_left_out_but_not_by_half(
    panel: ConnectPanel, engine: Engine
) -> None:
    panel.choose("x")
    panel.form.app_id.setText("desk")
    panel.form.own_id.setText("key")
    panel.take.click()
    assert panel.form.own_secret.hasFocus()
    panel.form.own_secret.setText("SENTINEL")
    panel.take.click()
    app = {"id": "desk", "secret": "", "own_id": "key", "own_secret": "SENTINEL"}
    assert begun(engine)["app"] == app


def test_where_there_is_a_usual_server_another_may_be_named(
    desk: DeskWindow, engine: Engine, page: ProfilesPage
) -> None:
    offer = replace(OFFERS[2], usual_host="bsky.example")
    desk.line.networks.emit([offer])
    page.add.click()
    panel = desk.layers.top()
    assert isinstance(panel, ConnectPanel)
    assert panel.form.host.accessibleName() == "Server, if it is not bsky.example"
    panel.form.handle.setText("westmarch.example")
    panel.form.secret.setText("SENTINEL")
    for named in ("", "social.example"):
        panel.form.host.setText(named)
        panel.take.click()
        assert begun(engine)["host"] == named
        desk.line.unconnected.emit(Unconnected(begun(engine)["ticket"], "NetworkDown", "No."))


def test_what_is_missing_is_said_and_nothing_is_begun(panel: ConnectPanel, engine: Engine) -> None:
    panel.choose("mastodon")
    panel.take.click()
    assert panel.error.isVisible()
    assert panel.form.host.hasFocus()
    assert engine.said("connect") == []


def test_a_failure_comes_back_to_the_form_with_its_sentence(
    panel: ConnectPanel, desk: DeskWindow, engine: Engine
) -> None:
    panel.choose("bluesky", handle="westmarch.example")
    panel.form.secret.setText("SENTINEL")
    panel.take.click()
    ticket = begun(engine)["ticket"]
    desk.line.unconnected.emit(Unconnected(ticket + 1, "NetworkDown", "another one"))
    assert panel.steps.currentIndex() == WAITING
    desk.line.unconnected.emit(Unconnected(ticket, "TokenExpired", "It does not accept that."))
    assert panel.steps.currentIndex() == ASKING
    assert panel.error.text() == "It does not accept that."


def test_closing_the_panel_ends_the_sign_in_under_way(
    panel: ConnectPanel, desk: DeskWindow, engine: Engine
) -> None:
    panel.choose("facebook")
    panel.take.click()
    ticket = begun(engine)["ticket"]
    desk.layers.close_top()
    assert begun(engine) == {"ticket": ticket, "cancel": True}


def test_a_keychain_that_refuses_is_told_and_the_panel_stays(
    panel: ConnectPanel, desk: DeskWindow, engine: Engine
) -> None:
    engine.refuses = KeychainLocked()
    panel.choose("facebook")
    panel.take.click()
    desk.line.connected.emit(Connected(begun(engine)["ticket"], ACCOUNTS[:1]))
    panel.take.click()
    desk.line.added.emit(Added(engine.said("add_profiles")[-1]["ticket"], [11]))
    assert panel.error.text()
    assert engine.kept == {}


def test_the_forces_application_is_kept_and_filled_in_again(
    panel: ConnectPanel, page: ProfilesPage, desk: DeskWindow, engine: Engine, house: House,
    qtbot: QtBot,
) -> None:  # fmt: skip
    panel.choose("x")
    panel.form.app_id.setText("westmarch-desk")
    panel.form.app_secret.setText("app secret")
    panel.take.click()
    offer = Offer("x", "5", "westmarch", "Westmarch Police", Credential("t"))
    desk.line.connected.emit(Connected(begun(engine)["ticket"], (offer,)))
    qtbot.waitUntil(lambda: house.sign_ins.app("x") is not None)
    desk.layers.close_top()
    page.add.click()
    again = desk.layers.top()
    assert isinstance(again, ConnectPanel)
    again.choose("x")
    qtbot.waitUntil(lambda: again.form.app_id.text() == "westmarch-desk")
    assert again.form.app_secret.text() == "app secret"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://fenmast.example/", "javascript:alert(1)", "x"]
)
def test_the_browser_is_sent_nowhere_unsafe(address: str) -> None:
    assert system_browser(address) is None
